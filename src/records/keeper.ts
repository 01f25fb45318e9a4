import type { DuckDBConnection } from "@duckdb/node-api";
import type { MappedKind } from "./map-stage.ts";
import { mergeKind } from "./merge-kind.ts";
import { inTransaction, type Tables, tablesOf } from "./tables.ts";

/** Where the rows go that a pull has mapped in the engine: into its own tables, or elsewhere. */
export interface Keeper {
  /**
   * What is to happen from the moment the spellings that are kept stand in the engine's `spellings`,
   * and no other pull settles any. `store` is done whole or not at all.
   */
  readonly keep: <T>(steps: KeepSteps<T>) => Promise<T>;
}

export interface KeepSteps<T> {
  /** Kinds whose mapped rows are stored. */
  readonly mapped: readonly MappedKind[];
  /** Makes the mapped rows ready, in the engine. */
  readonly settle: () => Promise<void>;
  readonly store: (kept: Kept) => Promise<T>;
}

/** The tables that are kept, in the middle of a change. */
export interface Kept extends Tables {
  /** Brings a kind's records up to what was mapped. Gives how many changed. */
  readonly merge: (source: string, mapped: MappedKind) => Promise<number>;
  /** Whether a temporary table of the engine is there; from then on it is found here too. */
  readonly receive: (table: "fresh" | "set_aside") => Promise<boolean>;
}

/** Keeps in the engine itself. */
export function keepInEngine(connection: DuckDBConnection): Keeper {
  const tables = tablesOf(connection);
  return {
    keep: async ({ settle, store }) => {
      await settle();
      return await inTransaction(tables, () =>
        store({
          ...tables,
          merge: (source, mapped) => mergeKind(connection, source, mapped),
          receive: (table) => hasTemporary(tables, table),
        }),
      );
    },
  };
}

export async function hasTemporary(
  { rows }: Pick<Tables, "rows">,
  table: string,
): Promise<boolean> {
  const found = await rows(
    `select 1 as found from duckdb_tables() where temporary and table_name = '${table}'`,
  );
  return found.length > 0;
}
