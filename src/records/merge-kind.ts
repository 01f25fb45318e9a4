import type { DuckDBConnection } from "@duckdb/node-api";
import { type CompiledKind, excludedReason } from "./compile-kind.ts";
import type { MappedKind } from "./map-stage.ts";
import { identifier, literal } from "./quoting.ts";
import { storedColumns } from "./schema.ts";

/**
 * Brings a kind's records up to what was mapped, inside the caller's transaction: what differs is
 * replaced, what is new is added, what is now left out goes. Gives how many changed.
 */
export async function mergeKind(
  connection: DuckDBConnection,
  source: string,
  { compiled, table, excluded }: MappedKind,
): Promise<number> {
  const target = identifier(compiled.kind.id);
  const mapped = identifier(table);
  const columns = compiled.columns.map(identifier);
  const insert = `insert into ${target} (source, ${columns.join(", ")})
    select ${literal(source)}, ${columns.join(", ")} from ${mapped} as mapped where fault is null`;

  if (!(await holds(connection, compiled, source))) return await changedBy(connection, insert);

  const dropped =
    excluded === 0 ? 0 : await changedBy(connection, excludedSql(compiled, source, mapped));
  const empty = storedColumns(compiled.kind)
    .map(({ name }) => name)
    .filter((name) => name !== "source" && !compiled.columns.includes(name))
    .map((name) => `held.${identifier(name)} is not null`);
  const rowOf = (alias: string) => `(${columns.map((name) => `${alias}.${name}`).join(", ")})`;
  await connection.run(
    `create or replace temp table met as
     select mapped.rowid as mapped_row, held.rowid as held_row,
       ${[`${rowOf("mapped")} is distinct from ${rowOf("held")}`, ...empty].join(" or ")} as differs
     from ${mapped} as mapped join ${target} as held on held.id = mapped.id
     where held.source = ${literal(source)} and mapped.fault is null`,
  );
  await connection.run(
    `delete from ${target} where rowid in (select held_row from met where differs)`,
  );
  const added = await changedBy(
    connection,
    `${insert} and rowid not in (select mapped_row from met where not differs)`,
  );
  return dropped + added;
}

async function holds(
  connection: DuckDBConnection,
  { kind }: CompiledKind,
  source: string,
): Promise<boolean> {
  const reader = await connection.runAndReadAll(
    `select exists (from ${identifier(kind.id)} where source = ${literal(source)})`,
  );
  return reader.value(0, 0) === true;
}

function excludedSql({ kind, faults }: CompiledKind, source: string, mapped: string): string {
  const codes = faults.flatMap(({ reason }, code) => (reason === excludedReason ? [code] : []));
  const out = `select id from ${mapped} where fault in (${codes.join(", ")})`;
  const stay = `select id from ${mapped} where fault is null`;
  return `delete from ${identifier(kind.id)}
    where source = ${literal(source)} and id in (${out} except ${stay})`;
}

async function changedBy(connection: DuckDBConnection, sql: string): Promise<number> {
  return (await connection.run(sql)).rowsChanged;
}
