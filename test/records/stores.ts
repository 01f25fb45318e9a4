import { openDuckdb } from "../../src/records/duckdb.ts";
import { openPostgresRecords } from "../../src/records/postgres/open-postgres-records.ts";
import type { Records } from "../../src/records/store.ts";
import { aDatabase, hasPostgres, type TestDatabase } from "../fixtures/database.ts";

export type StoreName = "DuckDB" | "PostgreSQL";

/** The stores of records that keep one contract; where no PostgreSQL is installed the run says so. */
export const stores: readonly StoreName[] = hasPostgres ? ["DuckDB", "PostgreSQL"] : ["DuckDB"];

let chosen: StoreName = "DuckDB";

/** The store of desks and fixtures that name none. */
export const standing = (): StoreName => chosen;

/** Lets them stand on another from now on. */
export function standOn(store: StoreName): void {
  chosen = store;
}

type Settings = Parameters<typeof openDuckdb>[0];
export type Opened = (settings: Omit<Settings, "path">) => Promise<Records>;

/** A new place, which can be opened again and again: a path, or a schema of PostgreSQL. */
export async function placeOn(store: StoreName, path: string): Promise<Opened> {
  if (store === "DuckDB") return (settings) => openDuckdb({ ...settings, path });
  const place = await aPlace();
  return (settings) => openPostgresRecords({ ...settings, ...place });
}

let database: Promise<TestDatabase> | null = null;
let schemas = 0;

/** A new and empty schema of a database that the tests of one process share. */
export async function aPlace() {
  database ??= aDatabase();
  const { url } = await database;
  schemas += 1;
  return { connection: { connectionString: url }, schema: `records_${schemas}` } as const;
}
