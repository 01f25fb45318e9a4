import type { DuckDBConnection } from "@duckdb/node-api";
import { measureId } from "./compile-kind.ts";
import { identifier } from "./quoting.ts";

/** A table of ready-made figures: the kind's own, or what a pull has mapped. */
interface Figures {
  readonly table: string;
  readonly columns: readonly string[];
  /** Whose figures they are, where the table holds those of several; and the rows that count. */
  readonly source?: "source";
  readonly where?: string;
}

/**
 * Gives figures whose segments were spelled anew the id of that spelling. Those that a source told
 * apart by the spelling alone are parts of one figure, and come together in their sum. The ids of
 * people who were forgotten stay.
 */
export async function joinFigures(
  connection: DuckDBConnection,
  { table, columns, source, where = "true" }: Figures,
): Promise<void> {
  const name = identifier(table);
  await connection.run(
    `update ${name} set id = ${measureId(new Set(columns))} where contains(id, chr(31))`,
  );
  const key = source === undefined ? ["id"] : ["id", source];
  await connection.run(
    `create or replace temp table parts as
     select ${key.join(", ")}, min(rowid) as kept, sum(value) as total from ${name}
     where ${where} group by ${key.join(", ")} having count(*) > 1`,
  );
  await connection.run(
    `update ${name} as held set value = parts.total from temp.parts where held.rowid = parts.kept`,
  );
  const same = key.map((column) => `held.${column} = parts.${column}`).join(" and ");
  await connection.run(
    `delete from ${name} as held using temp.parts
     where ${same} and held.rowid <> parts.kept and (${where})`,
  );
  await connection.run("drop table temp.parts");
}
