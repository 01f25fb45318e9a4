import { type ClientConfig, Pool, type PoolClient } from "pg";
import { AppError } from "../../errors.ts";
import { identifier } from "../quoting.ts";
import { plainTypes } from "./plain-types.ts";

export interface PoolSettings {
  readonly connection: ClientConfig;
  /** The schema in which the tables of records stand. */
  readonly schema: string;
  /** How many connections there are at most. */
  readonly most: number;
  /** Settings of each connection beside those that all have. */
  readonly session: Readonly<Record<string, string>>;
}

/**
 * Connections on which the tables of records are found by their names and every value is written the
 * same way, whatever the server or the address say. One that breaks is replaced.
 */
export function openPool({ connection, schema, most, session }: PoolSettings): Pool {
  const settings = {
    search_path: identifier(schema),
    timezone: "UTC",
    datestyle: "'ISO, YMD'",
    extra_float_digits: "1",
    ...session,
  };
  const sets = Object.entries(settings).map(([name, value]) => `set ${name} = ${value}`);
  const pool = new Pool({
    connectionTimeoutMillis: 10_000,
    ...connection,
    max: most,
    types: plainTypes,
    application_name: "goalpost records",
    keepAlive: true,
    // A server that vanished without a word is noticed within half a minute, not within hours.
    keepAliveInitialDelayMillis: 10_000,
    // It waits for what is returned here, though its types do not say so.
    // oxlint-disable-next-line typescript/no-misused-promises
    onConnect: (client) => prepared(client, sets.join("; ")),
  });
  // An idle connection that breaks is not asked for anything: the next question gets a new one.
  pool.on("error", () => undefined);
  return pool;
}

async function prepared(client: Pick<PoolClient, "query">, sets: string): Promise<void> {
  await client.query(sets);
  // One would answer as things were, and would go on doing so for as long as it is asked.
  const { rows } = await client.query("select pg_is_in_recovery() as is_standby");
  if (rows[0]?.is_standby !== true) return;
  throw new AppError("database_unreachable", "The PostgreSQL server is a standby", {
    hint: "Let DATABASE_URL lead to the primary.",
  });
}
