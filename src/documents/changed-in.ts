import { isDeepStrictEqual } from "node:util";
import type { DocumentFile } from "./document-file.ts";
import { perCollection } from "./per-collection.ts";
import type { CollectionName } from "./shape.ts";

/** How many documents of each collection the two files hold differently, place by place. */
export function changedIn(
  before: DocumentFile,
  after: DocumentFile,
): Readonly<Record<CollectionName, number>> {
  return perCollection(
    (name) => before[name].filter((each, at) => !isDeepStrictEqual(each, after[name][at])).length,
  );
}
