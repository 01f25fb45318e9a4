import type { CollectionName } from "./shape.ts";

/** One number for each collection. */
export const perCollection = (
  count: (name: CollectionName) => number,
): Readonly<Record<CollectionName, number>> => ({
  goals: count("goals"),
  digests: count("digests"),
  deliveries: count("deliveries"),
  people: count("people"),
  marks: count("marks"),
  notes: count("notes"),
});
