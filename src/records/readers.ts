import { type DuckDBConnection, StatementType } from "@duckdb/node-api";
import { AppError } from "../errors.ts";
import { toResultRows } from "./result-rows.ts";
import type { Bound, ResultRow } from "./store.ts";

export interface Readers {
  readonly query: (sql: string, values?: readonly Bound[]) => Promise<readonly ResultRow[]>;
  /** Lets running questions end, then refuses more. */
  readonly close: () => Promise<void>;
}

/**
 * A few connections that answer one question each at a time; the rest wait. Asked all at once,
 * questions would take every worker thread of Node and even a file could no longer be read.
 */
export function createReaders(
  connections: readonly DuckDBConnection[],
  timeLimitMs: number,
): Readers {
  const idle = [...connections];
  const waiting: ((connection: DuckDBConnection) => void)[] = [];
  let isClosed = false;

  const take = async (): Promise<DuckDBConnection> =>
    idle.pop() ?? (await new Promise<DuckDBConnection>((resolve) => waiting.push(resolve)));
  const giveBack = (connection: DuckDBConnection): void => {
    const next = waiting.shift();
    if (next === undefined) idle.push(connection);
    else next(connection);
  };

  return {
    query: async (sql, values = []) => {
      if (isClosed) throw new AppError("store_failed", "The records are closed");
      const connection = await take();
      try {
        return await ask(connection, sql, values, timeLimitMs);
      } finally {
        giveBack(connection);
      }
    },
    close: async () => {
      isClosed = true;
      const all = await Promise.all(connections.map(take));
      for (const connection of all) connection.closeSync();
    },
  };
}

async function ask(
  connection: DuckDBConnection,
  sql: string,
  values: readonly Bound[],
  timeLimitMs: number,
): Promise<readonly ResultRow[]> {
  const statement = await connection.prepare(sql);
  let isStopped = false;
  const stop = setTimeout(() => {
    isStopped = true;
    connection.interrupt();
  }, timeLimitMs);
  try {
    if (statement.statementType !== StatementType.SELECT) {
      throw new Error("A question to the records is a select");
    }
    for (const [at, value] of values.entries()) {
      if (value === null) statement.bindNull(at + 1);
      else statement.bindVarchar(at + 1, String(value));
    }
    return toResultRows(await statement.runAndReadAll());
  } catch (cause) {
    const isTooLarge = String(cause).includes("Out of Memory Error");
    if (!isStopped && !isTooLarge) throw cause;
    const why = isStopped
      ? `The question took longer than ${timeLimitMs / 1000} s`
      : "The question wanted more memory than the engine may take";
    throw new AppError("query_stopped", why, {
      hint: "Ask about a shorter period or fewer segments.",
      cause,
    });
  } finally {
    clearTimeout(stop);
    statement.destroySync();
  }
}
