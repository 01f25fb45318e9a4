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
