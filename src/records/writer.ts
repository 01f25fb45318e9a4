import type { DuckDBConnection } from "@duckdb/node-api";

/** The one connection that changes records; who wants it waits for those before. */
export interface Writer {
  readonly use: <T>(work: (connection: DuckDBConnection) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
}

export function createWriter(connection: DuckDBConnection): Writer {
  let last: Promise<unknown> = Promise.resolve();
  const use = async <T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> => {
    const mine = last.then(() => work(connection));
    last = mine.catch(() => null);
    return await mine;
  };
  return {
    use,
    close: async () => {
      await use(() => Promise.resolve(connection.closeSync()));
    },
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
