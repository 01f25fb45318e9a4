import type { Records } from "../store.ts";
import type { Tables } from "../tables.ts";
import type { MovedTable } from "./moved-tables.ts";

/**
 * The tables of a store while nobody else changes them. Rows go in and out as pieces of whole lines,
 * written as PostgreSQL's COPY writes them.
 */
export interface Transfer extends Tables {
  /** Inside a transaction. */
  readonly read: (table: MovedTable) => AsyncIterable<string>;
  /** Adds rows; `months` are those of a kind's records, by their first days. */
  readonly write: (
    table: MovedTable,
    lines: AsyncIterable<string>,
    months: readonly string[],
  ) => Promise<void>;
  /** Once all is written. */
  readonly settle: () => Promise<void>;
}

/** Records that can be moved to another store. */
export interface MovableRecords extends Records {
  /** Holds up every other change of them. */
  readonly transfer: <T>(work: (transfer: Transfer) => Promise<T>) => Promise<T>;
}
