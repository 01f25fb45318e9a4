import { DuckDBInstance } from "@duckdb/node-api";
import { type KindId, kinds } from "../../src/kinds/index.ts";
import { segments } from "../../src/kinds/kind.ts";
import { localDay } from "../../src/periods/local-day.ts";
import { identifier, literal } from "../../src/records/quoting.ts";
import { createReaders } from "../../src/records/readers.ts";
import { schemaStatements, storedColumns } from "../../src/records/schema.ts";
import { settleRatings } from "../../src/records/settle-ratings.ts";
import {
  beginSpellings,
  keepSpellings,
  settleSpellings,
} from "../../src/records/settle-spellings.ts";
import type { RecordStore, SourceState } from "../../src/records/store.ts";
import { tablesOf } from "../../src/records/tables.ts";

import { copyToPostgres } from "./copy-to-postgres.ts";
import { standing } from "./stores.ts";

export type FixtureRow = Readonly<Record<string, string | number | boolean | Date | null>>;
export type FixtureRows = Readonly<Partial<Record<KindId, readonly FixtureRow[]>>>;

/** Records in memory, put there by hand: the derived columns are worked out here, not by a pull. */
export async function storeOf(
  rows: FixtureRows,
  zone: string,
  states: readonly SourceState[] = [],
): Promise<RecordStore> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const writer = await instance.connect();
  for (const statement of schemaStatements(new Map())) await writer.run(statement);
  for (const kind of kinds) {
    const filled = (rows[kind.id] ?? []).map((row, index) => {
      const full: Record<string, FixtureRow[string] | undefined> = {
        source: "fixture",
        id: String(index),
        ...row,
      };
      for (const [name, derived] of Object.entries(kind.derived)) {
        if (name in full) continue;
        if (derived.take === "day") {
          const of = full[derived.of];
          full[name] = of instanceof Date ? localDay(of, zone) : null;
        } else if (derived.take === "seconds") {
          const [from, to] = [full[derived.from], full[derived.to]];
          full[name] = from instanceof Date && to instanceof Date ? (+to - +from) / 1_000 : null;
        } else if (derived.take === "first_day" || derived.take === "last_day") {
          full[name] = full[derived.day] ?? endOfMonth(derived.take, full[derived.month]);
        }
      }
      return full;
    });
    // A column that no row fills costs as much as one that all do.
    const columns = storedColumns(kind)
      .map(({ name }) => name)
      .filter((name) => filled.some((row) => row[name] !== null && row[name] !== undefined));
    const values = filled.map((row) => `(${columns.map((name) => sqlOf(row[name])).join(", ")})`);
    for (let at = 0; at < values.length; at += 500) {
      await writer.run(
        `insert into ${identifier(kind.id)} (${columns.map(identifier).join(", ")}) values ${values
          .slice(at, at + 500)
          .join(", ")}`,
      );
    }
  }
  await beginSpellings(writer);
  for (const { id } of kinds.filter(({ id }) => (rows[id] ?? []).length > 0)) {
    await settleSpellings(writer, { table: id, columns: segments });
  }
  await keepSpellings(tablesOf(writer));
  await settleRatings(tablesOf(writer), "true");
  const readers = createReaders([await instance.connect(), await instance.connect()], 20_000);
  const store: RecordStore = {
    query: readers.query,
    kindsHeld: async () =>
      new Set(kinds.map(({ id }) => id).filter((id) => (rows[id] ?? []).length > 0)),
    sourceStates: async () => states,
    pulling: () => [],
    close: async () => {
      await readers.close();
      writer.closeSync();
      instance.closeSync();
    },
  };
  if (standing() === "DuckDB") return store;
  const { query, kindsHeld, close } = await copyToPostgres(store, zone);
  return { ...store, query, kindsHeld, close };
}

/** The first or the last day of the month that a day lies in. */
function endOfMonth(end: "first_day" | "last_day", day: FixtureRow[string] | undefined) {
  if (typeof day !== "string") return null;
  const [year = 0, month = 0] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `${day.slice(0, 8)}${end === "first_day" ? "01" : String(last).padStart(2, "0")}`;
}

function sqlOf(value: FixtureRow[string] | undefined): string {
  if (value === null || value === undefined) return "null";
  if (value instanceof Date) return literal(value.toISOString().replace("Z", ""));
  return typeof value === "string" ? literal(value) : String(value);
}
