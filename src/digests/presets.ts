import type { DigestPeriod } from "../documents/shape.ts";
import type { PeriodSpec } from "../periods/period.ts";
import { lastWeek } from "./measure.ts";

/** What a digest of a kind measures, how often it comes, and on which weekday by itself. */
export interface Preset {
  readonly spec: PeriodSpec;
  /** The period as people type it. */
  readonly words: string;
  /** It comes once in each of these, and is called after it. */
  readonly every: "week" | "month";
  /** 1 is Monday; of a monthly one it says nothing: that comes on the first working day. */
  readonly weekday: number;
  /** When it comes by itself: a week so far is worth more in the afternoon. */
  readonly time: string;
}

/** Mondays for the week before, Fridays for the week so far, the month's first working day for the last. */
export const presets: Readonly<Record<DigestPeriod, Preset>> = {
  last_week: { spec: lastWeek, words: "last-week", every: "week", weekday: 1, time: "09:00" },
  this_week: {
    spec: { kind: "this", unit: "week" },
    words: "this-week",
    every: "week",
    weekday: 5,
    time: "16:00",
  },
  last_month: {
    spec: { kind: "last", unit: "month" },
    words: "last-month",
    every: "month",
    weekday: 1,
    time: "09:00",
  },
};
