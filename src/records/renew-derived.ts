import type { DuckDBConnection } from "@duckdb/node-api";
import { type KindId, kinds } from "../kinds/index.ts";
import { derivedSql } from "./derive.ts";
import { identifier, literal } from "./quoting.ts";
import { kindOf, mappedColumns } from "./schema.ts";
import type { WorkingTime } from "./store.ts";
import { renewWorkingSeconds } from "./working-seconds.ts";
import { inTransaction } from "./writer.ts";

/**
 * Computes the derived columns again where they were computed for another zone, another calendar or
 * by a release that did not know them.
 */
export async function renewDerived(
  connection: DuckDBConnection,
  zone: string,
  workingTime: WorkingTime | null,
): Promise<void> {
  const wanted = JSON.stringify({
    zone,
    calendar: workingTime?.key ?? null,
    columns: kinds.map((kind) => Object.entries(kind.derived)),
  });
  const reader = await connection.runAndReadAll(
    "select value from settings where name = 'derived_for'",
  );
  if (reader.getRows()[0]?.[0] === wanted) return;
  await inTransaction(connection, async () => {
    for (const { id } of kinds) await renewKind(connection, id, zone, workingTime);
    await connection.run("delete from settings where name = 'derived_for'");
    await connection.run(`insert into settings values ('derived_for', ${literal(wanted)})`);
  });
}

async function renewKind(
  connection: DuckDBConnection,
  id: KindId,
  zone: string,
  workingTime: WorkingTime | null,
): Promise<void> {
  const kind = kindOf(id);
  const columns = new Set(mappedColumns(kind).map(({ name }) => name));
  const set = Object.entries(kind.derived).map(
    ([name, derived]) => `${identifier(name)} = ${derivedSql(derived, zone, columns)}`,
  );
  if (set.length > 0) await connection.run(`update ${identifier(id)} set ${set.join(", ")}`);
  if (workingTime !== null) await renewWorkingSeconds(connection, kind, workingTime);
}
