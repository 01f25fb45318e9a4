import type { Documents } from "./store.ts";

/** The same documents; every change through them is recorded with the door it came through. */
export const recordedVia = (documents: Documents, via: string): Documents => ({
  ...documents,
  change: ({ who }, edit) => documents.change({ who, via }, edit),
});
