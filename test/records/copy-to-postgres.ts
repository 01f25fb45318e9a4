import { Client } from "pg";
import { kinds } from "../../src/kinds/index.ts";
import { makeMonths } from "../../src/records/postgres/make-months.ts";
import { openPostgresRecords } from "../../src/records/postgres/open-postgres-records.ts";
import { identifier, literal } from "../../src/records/quoting.ts";
import type { RecordStore, ResultRow } from "../../src/records/store.ts";
import { aPlace } from "./stores.ts";

/** The same records in a PostgreSQL, however they came into the engine. */
export async function copyToPostgres(store: RecordStore, zone: string): Promise<RecordStore> {
  const place = await aPlace();
  const records = await openPostgresRecords({ ...place, zone, roots: [] });
  const client = new Client(place.connection);
  await client.connect();
  await client.query(`set search_path = ${place.schema}`);
  const tables = {
    run: async (sql: string) => (await client.query(sql)).rowCount ?? 0,
    rows: async (sql: string) => (await client.query<ResultRow>(sql)).rows,
  };
  for (const kind of kinds) {
    const rows = await store.query(`select * from ${identifier(kind.id)}`);
    const days = rows.map((row) => textOf(row[kind.at])).filter((day) => day !== null);
    await makeMonths(tables, kind, [...new Set(days.map((day) => `${day.slice(0, 7)}-01`))]);
    await fill(kind.id, rows);
  }
  await fill("spellings", await store.query("select * from spellings"));
  await client.end();
  await store.close();
  return records;

  async function fill(table: string, rows: readonly ResultRow[]): Promise<void> {
    const columns = Object.keys(rows[0] ?? {});
    for (let at = 0; at < rows.length; at += 200) {
      const values = rows
        .slice(at, at + 200)
        .map((row) => `(${columns.map((name) => sqlOf(row[name])).join(", ")})`);
      await client.query(
        `insert into ${identifier(table)} (${columns.map(identifier).join(", ")}) values ${values.join(", ")}`,
      );
    }
  }
}

const textOf = (value: ResultRow[string] | undefined): string | null =>
  value instanceof Date
    ? value.toISOString().replace("Z", "")
    : value == null
      ? null
      : String(value);

function sqlOf(value: ResultRow[string] | undefined): string {
  const text = textOf(value);
  return text === null ? "null" : literal(text);
}
