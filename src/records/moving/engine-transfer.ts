import type { DuckDBConnection } from "@duckdb/node-api";
import { appendTo } from "../append-to.ts";
import { identifier } from "../quoting.ts";
import { tablesOf } from "../tables.ts";
import { cellsIn, linesOf } from "./lines.ts";
import type { MovedTable } from "./moved-tables.ts";
import type { Transfer } from "./transfer.ts";

/** Rows that wait in a stage: the engine reads their texts as its columns have them. */
const stageRows = 100_000;

export const engineTransfer = (engine: DuckDBConnection): Transfer => ({
  ...tablesOf(engine),
  read: ({ name, columns }) => linesOf(engine, columns, identifier(name)),
  write: async (table, lines) => {
    let waiting: string[] = [];
    for await (const piece of lines) {
      for (const line of piece.split("\n")) if (line !== "") waiting.push(line);
      if (waiting.length < stageRows) continue;
      await take(engine, table, waiting);
      waiting = [];
    }
    await take(engine, table, waiting);
  },
  settle: async () => {},
});

async function take(
  engine: DuckDBConnection,
  { name, columns }: MovedTable,
  lines: readonly string[],
): Promise<void> {
  if (lines.length === 0) return;
  const texts = columns.map((_, at) => `c${at} varchar`);
  await engine.run(`create or replace temp table moved (${texts.join(", ")})`);
  await appendTo(engine, ["moved", "main", "temp"], async (appender) => {
    for (const line of lines) {
      for (const cell of cellsIn(line)) {
        if (cell === null) appender.appendNull();
        else appender.appendVarchar(cell);
      }
      appender.endRow();
    }
  });
  const names = columns.map(([column]) => identifier(column));
  await engine.run(`insert into ${identifier(name)} (${names.join(", ")}) select * from moved`);
  await engine.run("drop table temp.moved");
}
