import { isDeepStrictEqual } from "node:util";
import type { DocumentFile } from "./document-file.ts";
import type { CollectionName } from "./shape.ts";

/** How many documents of each collection the two files hold differently, place by place. */
export function changedIn(
  before: DocumentFile,
  after: DocumentFile,
): Readonly<Record<CollectionName, number>> {
  const count = (name: CollectionName): number =>
    before[name].filter((each, at) => !isDeepStrictEqual(each, after[name][at])).length;
  return {
    goals: count("goals"),
    digests: count("digests"),
    deliveries: count("deliveries"),
    people: count("people"),
    marks: count("marks"),
    notes: count("notes"),
  };
}
