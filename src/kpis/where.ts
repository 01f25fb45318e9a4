import type { KindId } from "../kinds/index.ts";
import type { Segment } from "../kinds/kind.ts";

/**
 * A condition on one record, as data: it becomes SQL in one place, with every value bound. Nothing
 * is true of a missing value, and `not` means "not true": it holds for a missing value too. Values
 * of a segment are the same in any spelling.
 */
export type Where =
  | { readonly column: string; readonly is: string | number | boolean }
  | { readonly column: string; readonly in: readonly (string | number)[] }
  | { readonly column: string; readonly atMost: number }
  | { readonly column: string; readonly moreThan: number }
  | { readonly column: string; readonly atLeast: number }
  /** One instant of the record not after another. */
  | { readonly column: string; readonly notAfter: string }
  /** Not before a given instant. */
  | { readonly column: string; readonly since: Date }
  /** An instant that lay this long before now, counted by the wall clock or in working time. */
  | {
      readonly column: string;
      readonly olderThanSeconds: number;
      readonly clock: "calendar" | "business";
    }
  | { readonly known: string }
  | { readonly unknown: string }
  /** The same customer made no other contact of this kind in the days after it. */
  | { readonly noRepeatWithinDays: number }
  /** An instant before the period: what is new in it is left out. */
  | { readonly beforePeriod: string }
  | { readonly inPeriod: string }
  /** Not the same customer's first record in the period; by `day`, not of the customer's first day in it. */
  | { readonly againBy: "record" | "day" }
  /** Of all scored answers of its kind about the same ticket the first or the latest; what is about none stands alone. */
  | { readonly rating: "first" | "latest" }
  /** Another kind has a record with the same value in `on`: so many days after it, or in the same period. */
  | {
      readonly met: Exclude<KindId, "measures">;
      readonly at: string;
      readonly on: string;
      readonly within: { readonly days: number } | "period";
    }
  | { readonly all: readonly Where[] }
  | { readonly any: readonly Where[] }
  | { readonly not: Where };

/** What the person asked to see: per segment the values wanted, or the values left out. */
export type Filters = Readonly<Partial<Record<Segment, Filter>>>;

/** One part of a split: a value for each of its segments, null for records without one. */
export type Part = Readonly<Partial<Record<Segment, string | null>>>;

export type Filter = { readonly in: readonly string[] } | { readonly not_in: readonly string[] };
