import { pipeline } from "node:stream/promises";
import { Readable } from "node:stream";
import type { Pool } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { oneAtATime } from "../../one-at-a-time.ts";
import type { ResultRow } from "../store.ts";
import type { Tables } from "../tables.ts";
import { postgresFault } from "./postgres-fault.ts";

/** One connection for a piece of work that changes records, with the locks that it takes. */
export interface Session extends Tables {
  /** Copies lines in the way COPY reads them. */
  readonly copy: (into: string, lines: AsyncIterable<string>) => Promise<void>;
}

/**
 * Works with a connection of its own and then ends it. While the work thinks the server hears from
 * it, well within the time it waits; a process that is frozen for longer loses the connection, its
 * locks and what was not committed.
 */
export async function inSession<T>(
  pool: Pool,
  patienceMs: number,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const inTurn = oneAtATime();
  const said = <R>(what: () => Promise<R>): Promise<R> =>
    inTurn(what).catch((fault: unknown) => {
      throw postgresFault(fault);
    });
  const client = await said(() => pool.connect());
  // Whoever speaks next is told that the connection is gone.
  client.on("error", () => undefined);
  const heartbeat = setInterval(() => {
    void inTurn(() => client.query("select 1")).catch(() => null);
  }, patienceMs / 6);
  try {
    return await work({
      run: async (sql) => (await said(() => client.query(sql))).rowCount ?? 0,
      rows: async (sql) => (await said(() => client.query<ResultRow>(sql))).rows,
      copy: (into, lines) =>
        said(() =>
          pipeline(Readable.from(lines), client.query(copyFrom(`copy ${into} from stdin`))),
        ),
    });
  } finally {
    clearInterval(heartbeat);
    // Whoever waits for the work to be over may take the locks at once.
    await inTurn(() => client.query("select pg_advisory_unlock_all()")).catch(() => null);
    client.release(true);
  }
}
