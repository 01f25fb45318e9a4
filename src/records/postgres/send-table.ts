import type { DuckDBConnection } from "@duckdb/node-api";
import { identifier } from "../quoting.ts";
import { linesOf } from "../moving/lines.ts";
import type { Session } from "./session.ts";

export interface SentTable {
  /** The name of the temporary table that is made of them, until the transaction ends. */
  readonly table: string;
  readonly columns: readonly (readonly [name: string, type: string])[];
  /** What the engine selects them from. */
  readonly from: string;
}

/** Copies rows of the engine into a temporary table of PostgreSQL. */
export async function sendTable(
  engine: DuckDBConnection,
  { run, copy }: Session,
  { table, columns, from }: SentTable,
): Promise<void> {
  const name = identifier(table);
  const typed = columns.map(([column, type]) => `${identifier(column)} ${type}`);
  await run(`create temp table ${name} (${typed.join(", ")}) on commit drop`);
  await copy(name, linesOf(engine, columns, from));
  await run(`analyze ${name}`);
}
