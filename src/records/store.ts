import type { KindId } from "../kinds/index.ts";

/** A value bound to `$1`, `$2`, …: never part of the SQL text. */
export type Bound = string | number | boolean | null;

/** One row of an answer. Counts and sums come as numbers, instants as Dates (UTC), days as `2026-11-16`. */
export type ResultRow = Readonly<Record<string, string | number | boolean | Date | null>>;

/**
 * Where records live: one table a kind, named as the kind, with `source`, `id`, the segment columns
 * (text), the kind's columns and its derived columns. Instants are UTC `timestamp`.
 */
export interface RecordStore {
  /** Reads. Values are bound by position. Throws `query_stopped` past the time limit. */
  readonly query: (sql: string, values?: readonly Bound[]) => Promise<readonly ResultRow[]>;
  /** Which kinds hold at least one record. */
  readonly kindsHeld: () => Promise<ReadonlySet<KindId>>;
  /** What is known of each source that was ever pulled. */
  readonly sourceStates: () => Promise<readonly SourceState[]>;
  readonly close: () => Promise<void>;
}

/** The state of a source after its last pulls. */
export interface SourceState {
  readonly source: string;
  /** The end of the last pull that succeeded, and of the last that failed. */
  readonly succeededAt: Date | null;
  readonly failedAt: Date | null;
  readonly error: string | null;
  readonly hint: string | null;
  /** Up to when the source's data is known to be complete: never the future, never after the pull. */
  readonly asOf: Date | null;
  /** The newest event among its records. */
  readonly newestAt: Date | null;
  readonly kinds: readonly KindId[];
  readonly rows: number;
  readonly changed: number;
  readonly badRows: number;
}
