import type { Localized } from "../i18n/locale.ts";

/**
 * How a column is stored. Instants are UTC; `seconds` are 0 or more and keep their fractions, since
 * 20.4 s is not within 20 s; a `count` is a whole number of 0 or more.
 */
export type ColumnType = "text" | "instant" | "day" | "seconds" | "count" | "number" | "flag";

export interface Column {
  readonly type: ColumnType;
  readonly required?: boolean;
  /** The only values a text column may hold. */
  readonly values?: readonly string[];
  /** An instant that is a promise rather than an event. */
  readonly mayLieAhead?: boolean;
  /** A number below it contradicts itself. */
  readonly least?: 0;
}

/** The columns every record may be sliced by; every kind has them. */
export const segments = [
  "channel",
  "team",
  "agent",
  "topic",
  "priority",
  "customer_segment",
  "language",
] as const;

export type Segment = (typeof segments)[number];

/**
 * What a record of this kind is. Beside `columns` each kind has an `id`, a `source` and the segment
 * columns. `derived` columns are computed once, at the pull, because they make questions fast:
 * a `day` is the local day of an instant in the workspace's zone, `seconds` the time between two,
 * `working_seconds` the part of it that was the record's team's working time; `first_day` and
 * `last_day` are the ends of the day or the month that a record is about.
 */
export interface Kind {
  readonly id: string;
  readonly title: Localized;
  readonly columns: Readonly<Record<string, Column>>;
  readonly derived: Readonly<Record<string, Derived>>;
  /** The segments its records usually carry, which an answer offers to be split by. */
  readonly splits: readonly Segment[];
  /** The instant (or day) that says when the record happened: its newest value is how far data reaches. */
  readonly at: string;
  /** While it is empty the record is not over, however long ago it began. */
  readonly endsAt?: string;
  /** Columns of which a source fills at least one. */
  readonly oneOf?: readonly string[];
  /** Segments that a column of its own stands for, where the mapping leaves them out. */
  readonly standsFor?: Readonly<Partial<Record<Segment, string>>>;
  /** Rows that contradict themselves; they are left out, counted and named. */
  readonly contradictions: Readonly<Record<string, Contradiction>>;
}

export type Derived =
  | { readonly take: "day"; readonly of: string }
  | {
      readonly take: "seconds" | "working_seconds";
      readonly from: string;
      readonly to: string;
    }
  | {
      readonly take: "first_day" | "last_day";
      readonly day: string;
      readonly month: string;
    };

/** `before`: an end that comes before its start, or a whole that is less than its part. `outside`: a score outside its own scale. */
export type Contradiction =
  | { readonly check: "before"; readonly end: string; readonly start: string }
  | {
      readonly check: "outside";
      readonly column: string;
      readonly low: string;
      readonly high: string;
    };

export const defineKind = <const K extends Kind>(kind: K): K => kind;
