import { z } from "zod";
import { locales } from "../i18n/locale.ts";
import { composedDigestSchema } from "./digest.ts";

const choice = z.strictObject({ label: z.string(), words: z.string() }).readonly();

/** A short message that asks somebody for something: every text final, no markup in any. */
export const reminderSchema = z
  .strictObject({
    locale: z.enum(locales),
    title: z.string().min(1),
    /** One thing each, with the buttons that belong to it. */
    parts: z
      .array(
        z
          .strictObject({
            lines: z.array(z.string()).readonly(),
            /** Somebody to be named beside it: what they are to it, and their id. */
            person: z.strictObject({ label: z.string(), id: z.string() }).readonly().optional(),
            choices: z.array(choice).readonly(),
          })
          .readonly(),
      )
      .readonly(),
    /** Why it comes, and what it stands on: it carries the delivery's key. */
    footer: z.string().min(1),
  })
  .readonly();

/** The tables behind a digest, for its thread: every text final, no markup in any. */
export const detailsSchema = z
  .strictObject({
    locale: z.enum(locales),
    title: z.string().min(1),
    sections: z
      .array(
        z
          .strictObject({
            heading: z.string(),
            lines: z.array(z.string()).readonly(),
            table: z
              .strictObject({
                columns: z.array(z.string()).readonly(),
                rows: z.array(z.array(z.string()).readonly()).readonly(),
              })
              .readonly(),
          })
          .readonly(),
      )
      .readonly(),
    /** How far the data reach: it carries the delivery's key. */
    footer: z.string().min(1),
    /** The words that show in a terminal what has no room. */
    whole: z.string().min(1),
  })
  .readonly();

/** What leaves unasked, frozen: a retry posts the same. Plain JSON, because it waits in the ledger. */
const outgoing = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("digest"), digest: composedDigestSchema }).readonly(),
  z.strictObject({ kind: z.literal("details"), details: detailsSchema }).readonly(),
  z.strictObject({ kind: z.literal("reminder"), reminder: reminderSchema }).readonly(),
]);

/** The first ledgers held digests alone, without a word of what they were. */
export const outgoingSchema = z.preprocess(
  (stored) =>
    typeof stored === "object" && stored !== null && !("kind" in stored)
      ? { kind: "digest", digest: stored }
      : stored,
  outgoing,
);

export type Reminder = z.infer<typeof reminderSchema>;
export type Details = z.infer<typeof detailsSchema>;
export type Outgoing = z.infer<typeof outgoing>;
