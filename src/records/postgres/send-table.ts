import type { DuckDBConnection } from "@duckdb/node-api";
import { identifier } from "../quoting.ts";
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
  const cells = columns.map(([column]) => cellSql(identifier(column)));
  await run(`create temp table ${name} (${typed.join(", ")}) on commit drop`);
  await copy(name, linesOf(engine, `select concat_ws(chr(9), ${cells.join(", ")}) from ${from}`));
  await run(`analyze ${name}`);
}

/** A cell as COPY reads it. */
function cellSql(column: string): string {
  const escapes = [
    ["chr(92)", String.raw`'\\'`],
    ["chr(9)", String.raw`'\t'`],
    ["chr(10)", String.raw`'\n'`],
    ["chr(13)", String.raw`'\r'`],
  ];
  const escaped = escapes.reduce(
    (text, [from, to]) => `replace(${text}, ${from}, ${to})`,
    `cast(${column} as varchar)`,
  );
  return String.raw`coalesce(${escaped}, '\N')`;
}

async function* linesOf(engine: DuckDBConnection, sql: string): AsyncIterable<string> {
  const stream = await engine.stream(sql);
  for await (const rows of stream.yieldRows()) {
    if (rows.length > 0) yield `${rows.map(([line]) => String(line)).join("\n")}\n`;
  }
}
