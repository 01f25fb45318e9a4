import { z } from "zod";
import { goalCardSchema, unitSchema } from "../../goals/goal.ts";
import { postedFigureSchema } from "../documents/posted-figure.ts";
import type { DigestBook, NewDigest } from "../documents/digest-book.ts";
import type { Delivery, DeliveryReason } from "../documents/shape.ts";
import type { ChangedBy } from "../documents/store.ts";
import { locales } from "../i18n/locale.ts";
import type { NextDate, Timed } from "./next-dates.ts";

const text = z.string();

const rowSchema = z
  .strictObject({
    kpi: text,
    title: text,
    unit: unitSchema,
    value: z.number().nullable(),
    valueText: text,
    target: z.number().nullable(),
    targetText: text,
    /** Against the period before, in the KPI's unit. */
    change: z.number().nullable(),
    changeText: text,
    /** `steady`: no change beyond chance; `unjudged`: nothing to compare it with; `not_current`: the data end too early. */
    status: z.enum([
      "met",
      "missed",
      "better",
      "worse",
      "steady",
      "unjudged",
      "not_current",
      "no_data",
    ]),
    statusText: text,
    sample: z.number(),
    sampleText: text,
    /** The KPIs that must not get worse meanwhile; younger than the others. */
    guardrailsText: text.default(""),
  })
  .readonly();

const lineSchema = z
  .strictObject({
    name: text,
    data: z.array(z.strictObject({ label: text, value: z.number() }).readonly()).readonly(),
  })
  .readonly();

const chartSchema = z
  .strictObject({
    title: text,
    picture: z
      .strictObject({
        type: z.literal("line"),
        series: z.array(lineSchema).readonly(),
        axis_config: z
          .strictObject({
            categories: z.array(text).readonly(),
            x_label: z.string().exactOptional(),
            y_label: z.string().exactOptional(),
          })
          .readonly(),
      })
      .readonly(),
    /** Periods without data, in words. */
    gaps: text.nullable(),
    /** The same as one line of text. */
    inWords: text,
  })
  .readonly();

/**
 * A digest ready to be drawn: figures and texts are frozen, so a retry posts the same. Plain JSON,
 * because it waits in the delivery ledger.
 */
export const composedDigestSchema = z
  .strictObject({
    /** The delivery key; the footer's block carries it, so that a lost answer can be read back. */
    key: z.string().min(1),
    locale: z.enum(locales),
    /** `Weekly digest · 16–22 November 2026`. */
    title: text,
    /** The one sentence that matters most. */
    headline: text,
    caption: text,
    columns: z
      .strictObject({
        kpi: text,
        value: text,
        target: text,
        change: text,
        status: text,
        sample: text,
        guardrails: text.default(""),
      })
      .readonly(),
    rows: z.array(rowSchema).readonly(),
    /** What moved most and why, a line each. */
    movers: z
      .strictObject({ title: text, lines: z.array(text).readonly() })
      .readonly()
      .nullable()
      .default(null),
    goalsTitle: text,
    goals: z.array(goalCardSchema).readonly(),
    /** Goals whose owner asked not to be called for a while. */
    snoozed: z.array(text).readonly().default([]),
    charts: z.array(chartSchema).max(2).readonly(),
    /** What the rows and corrections say, to be set against later records. */
    figures: z.array(postedFigureSchema).readonly().default([]),
    /** Corrections, posted late, a source not current, a figure that failed. */
    remarks: z.array(text).readonly(),
    asOf: text,
    /** When the next one comes; null for one asked for by hand. */
    next: text.nullable(),
    /** Buttons, and the words they say: `kpi fcr 2026-W47`. */
    choices: z.array(z.strictObject({ label: text, words: text }).readonly()).readonly(),
  })
  .readonly();

export type ComposedDigest = z.infer<typeof composedDigestSchema>;
export type ScorecardRow = z.infer<typeof rowSchema>;
export type RowStatus = ScorecardRow["status"];

/** What the form asks for. */
export type DigestDraft = NewDigest;

/** What became of a message that was asked for by hand. */
export type Posted =
  | { readonly kind: "sent"; readonly ts: string }
  /** The outcome is being looked into: it will arrive once, or its owner hears why not. */
  | { readonly kind: "pending" }
  | { readonly kind: "failed"; readonly reason: DeliveryReason };

/** What became of a message to one person. What it says is nobody else's, and stays in the ledger. */
export type ToPerson = Pick<
  Delivery,
  "kind" | "about" | "channel" | "dueAt" | "sentAt" | "state" | "reason"
>;

/** Setting up, previewing and posting digests. */
export interface Digests extends DigestBook {
  /** The next times it is due, soonest first. */
  readonly nextDates: (digest: Timed, count: number) => Promise<readonly NextDate[]>;
  /** What would be posted now, and nothing posted. */
  readonly preview: (digest: DigestDraft) => Promise<ComposedDigest>;
  /** Posts one now, through the ledger: the same `submission` never posts twice. */
  readonly postNow: (digest: DigestDraft, by: ChangedBy) => Promise<Posted>;
  /** The same, marked as a test, to whoever asks alone: no date of the digest is used up. */
  readonly postTest: (digest: DigestDraft, by: ChangedBy) => Promise<Posted>;
  /**
   * Puts the tables behind a digest that was posted into its thread, once however often it is asked
   * for; null where there is no such digest, or nothing is left of it to measure.
   */
  readonly postDetails: (key: string, by: ChangedBy) => Promise<Posted | null>;
  /** The latest deliveries to channels, newest first. */
  readonly deliveries: (channel: string | null, count: number) => Promise<readonly Delivery[]>;
  /** Reminders, alerts and tests that went to single people, newest first. */
  readonly toPeople: () => Promise<readonly ToPerson[]>;
}
