import { createHash } from "node:crypto";
import type { DuckDBConnection } from "@duckdb/node-api";
import { type KindId, kinds } from "../kinds/index.ts";
import type { Kind } from "../kinds/kind.ts";
import { derivedSql } from "./derive.ts";
import { identifier, literal } from "./quoting.ts";
import { kindOf, mappedColumns } from "./schema.ts";
import { beginSpellings } from "./settle-spellings.ts";
import type { WorkingTime } from "./store.ts";
import { renewWorkingSeconds } from "./working-seconds.ts";
import { inTransaction, tablesOf } from "./tables.ts";

/**
 * Computes the derived columns again where they were computed for another zone, another calendar or
 * otherwise than this release does.
 */
export async function renewDerived(
  connection: DuckDBConnection,
  zone: string,
  workingTime: WorkingTime | null,
): Promise<void> {
  const wanted = derivedFor(zone, workingTime);
  const reader = await connection.runAndReadAll(
    "select value from settings where name = 'derived_for'",
  );
  if (reader.getRows()[0]?.[0] === wanted) return;
  await beginSpellings(connection);
  await inTransaction(tablesOf(connection), async () => {
    for (const { id } of kinds) await renewKind(connection, id, zone, workingTime);
    await connection.run("delete from settings where name = 'derived_for'");
    await connection.run(`insert into settings values ('derived_for', ${literal(wanted)})`);
  });
}

/** Stands for how the derived columns are computed: kept with them, it tells whether they are due again. */
export const derivedFor = (zone: string, workingTime: WorkingTime | null): string =>
  createHash("sha256")
    .update(
      JSON.stringify([
        // Teams used to find their calendars only where they were spelled like them.
        workingTime === null ? null : [workingTime.key, "by spelling"],
        kinds.map((kind) => computedBy(kind, zone)),
      ]),
    )
    .digest("hex");

/** The derived columns of a kind's table as they are computed from what the table holds. */
function computedBy(kind: Kind, zone: string): readonly (readonly [name: string, sql: string])[] {
  const columns = new Set(mappedColumns(kind).map(({ name }) => name));
  return Object.entries(kind.derived).map(([name, derived]) => [
    name,
    derivedSql(derived, zone, columns),
  ]);
}

/** Computes the derived columns of all records of a kind that the engine holds. */
export async function renewKind(
  connection: DuckDBConnection,
  id: KindId,
  zone: string,
  workingTime: WorkingTime | null,
): Promise<void> {
  const kind = kindOf(id);
  const set = computedBy(kind, zone).map(([name, sql]) => `${identifier(name)} = ${sql}`);
  if (set.length > 0) await connection.run(`update ${identifier(id)} set ${set.join(", ")}`);
  if (workingTime !== null) await renewWorkingSeconds(connection, kind, workingTime);
}
