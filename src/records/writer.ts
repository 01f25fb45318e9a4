import type { DuckDBConnection } from "@duckdb/node-api";
import { oneAtATime } from "../one-at-a-time.ts";

/** The one connection that changes records; who wants it waits for those before. */
export interface Writer {
  readonly use: <T>(work: (connection: DuckDBConnection) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
}

export function createWriter(connection: DuckDBConnection): Writer {
  const inTurn = oneAtATime();
  return {
    use: (work) => inTurn(() => work(connection)),
    close: () => inTurn(async () => connection.closeSync()),
  };
}

/** All of the work, or none of it. */
export async function inTransaction<T>(
  connection: DuckDBConnection,
  work: () => Promise<T>,
): Promise<T> {
  await connection.run("begin");
  try {
    const done = await work();
    await connection.run("commit");
    return done;
  } catch (fault) {
    // Where the engine gave up by itself there is nothing left to roll back.
    await connection.run("rollback").catch(() => null);
    throw fault;
  }
}
