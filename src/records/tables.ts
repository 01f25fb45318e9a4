import type { DuckDBConnection } from "@duckdb/node-api";
import { toResultRows } from "./result-rows.ts";
import type { ResultRow } from "./store.ts";

/**
 * One connection to tables of records that may change them: the engine's, or a PostgreSQL's. What is
 * said to it is text that both understand.
 */
export interface Tables {
  /** Gives how many rows changed. */
  readonly run: (sql: string) => Promise<number>;
  readonly rows: (sql: string) => Promise<readonly ResultRow[]>;
}

export const tablesOf = (connection: DuckDBConnection): Tables => ({
  run: async (sql) => (await connection.run(sql)).rowsChanged,
  rows: async (sql) => toResultRows(await connection.runAndReadAll(sql)),
});

/** All of the work, or none of it. */
export async function inTransaction<T>(
  { run }: Pick<Tables, "run">,
  work: () => Promise<T>,
): Promise<T> {
  await run("begin");
  try {
    const done = await work();
    await run("commit");
    return done;
  } catch (fault) {
    // Where the store gave up by itself there is nothing left to roll back.
    await run("rollback").catch(() => null);
    throw fault;
  }
}
