import { AppError } from "../errors.ts";

/** What comes from elsewhere finds no room where it is brought to: no fault of whoever sends it. */
export const cannotKeep = (cause: unknown): AppError =>
  new AppError("store_failed", "What the source sends could not be written to the data folder", {
    hint: "See whether its disk is full or read-only; the old records stay.",
    cause,
  });
