import { setImmediate } from "node:timers/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import { kinds } from "../kinds/index.ts";
import { type Segment, segments } from "../kinds/kind.ts";
import { foldValue, tidyValue } from "../kpis/same-value.ts";
import { appendTo } from "./append-to.ts";
import { identifier, literal } from "./quoting.ts";
import type { Tables } from "./tables.ts";

/** A table with segment columns: a kind's own, or what a pull has mapped. */
interface Settled {
  readonly table: string;
  /** Those that it has. */
  readonly columns: readonly string[];
  /** SQL that is true of the rows that count; left out, all do. */
  readonly where?: string;
}

/** `fresh` holds the spellings that came with the rows in hand and are not kept yet. */
const known = "(from spellings union all from temp.fresh)";

/** Begins to settle: nothing is fresh. */
export async function beginSpellings(connection: DuckDBConnection): Promise<void> {
  await connection.run("create or replace temp table fresh as from spellings where false");
}

/** Keeps what is fresh, inside the caller's transaction. */
export async function keepSpellings({ run }: Pick<Tables, "run">): Promise<void> {
  await run("insert into spellings select * from fresh");
}

/**
 * Gives each value of a segment one spelling, the first that ever came. Only spellings that are not
 * the known one leave the engine to be compared, so that a usual pull costs a look at each column.
 * Says whether anything was spelled otherwise.
 */
export async function settleSpellings(
  connection: DuckDBConnection,
  settled: Settled,
): Promise<boolean> {
  let respelled = 0;
  for (const segment of segments) {
    if (!settled.columns.includes(segment)) continue;
    if (!(await foldUnknown(connection, segment, settled))) continue;
    await connection.run(
      `insert into temp.fresh
       select ${literal(segment)}, folded, arg_min(tidy, place) from temp.folded
       where folded <> '' and folded not in (select folded from ${known} where segment = ${literal(segment)})
       group by folded`,
    );
    respelled += await respell(connection, segment, settled.table);
  }
  return respelled > 0;
}

/** Fills `folded` with the values that are not spelled as they are known. False where there are none. */
async function foldUnknown(
  connection: DuckDBConnection,
  segment: Segment,
  { table, where = "true" }: Settled,
): Promise<boolean> {
  const column = identifier(segment);
  const stream = await connection.stream(
    `select ${column}, min(rowid) as place from ${identifier(table)}
     where ${where} and ${column} is not null
       and ${column} not in (select spelling from ${known} where segment = ${literal(segment)})
     group by all order by place`,
  );
  const unknown: string[] = [];
  for await (const rows of stream.yieldRows())
    for (const [text] of rows) unknown.push(String(text));
  if (unknown.length === 0) return false;
  await connection.run(
    "create or replace temp table folded (written varchar, tidy varchar, folded varchar, place bigint)",
  );
  await appendTo(connection, ["folded", "main", "temp"], async (appender) => {
    for (const [place, written] of unknown.entries()) {
      appender.appendVarchar(written);
      appender.appendVarchar(tidyValue(written));
      appender.appendVarchar(foldValue(written));
      appender.appendBigInt(BigInt(place));
      appender.endRow();
      if (place % 1000 === 999) await setImmediate();
    }
  });
  return true;
}

/** Puts the known spelling where another stands; what is nothing but spaces is no value. */
async function respell(
  connection: DuckDBConnection,
  segment: Segment,
  table: string,
): Promise<number> {
  await connection.run(
    `create or replace temp table respelled as
     select folded.written, known.spelling from temp.folded
       left join ${known} as known on known.segment = ${literal(segment)} and known.folded = folded.folded
     where folded.written is distinct from known.spelling`,
  );
  const { rowsChanged } = await connection.run(
    `update ${identifier(table)} as held set ${identifier(segment)} = respelled.spelling
     from temp.respelled where held.${identifier(segment)} = respelled.written`,
  );
  return rowsChanged;
}

/** The spelling of each value by what it folds to, those of the rows in hand among them. */
export async function spellingsOf(
  connection: DuckDBConnection,
  segment: Segment,
): Promise<ReadonlyMap<string, string>> {
  const reader = await connection.runAndReadAll(
    `select folded, spelling from ${known} where segment = ${literal(segment)}`,
  );
  return new Map(reader.getRows().map(([folded, spelling]) => [String(folded), String(spelling)]));
}

/** Forgets spellings that no record has any more, inside the caller's transaction. */
export async function dropUnheldSpellings({ run }: Pick<Tables, "run">): Promise<void> {
  for (const segment of segments) {
    const column = identifier(segment);
    const held = kinds.map(({ id }) => `select ${column} as spelling from ${identifier(id)}`);
    await run(
      `delete from spellings where segment = ${literal(segment)}
         and not exists (select 1 from (${held.join(" union all ")}) as held where held.spelling = spellings.spelling)`,
    );
  }
}
