import { type KindId, kinds } from "../kinds/index.ts";
import type { Kind } from "../kinds/kind.ts";
import { localDay } from "../periods/local-day.ts";
import { identifier } from "./quoting.ts";
import { mappedColumns, storedColumns } from "./schema.ts";
import { settleRatings } from "./settle-ratings.ts";
import { dropUnheldSpellings } from "./settle-spellings.ts";
import { inTransaction, type Tables } from "./tables.ts";
import { instantSql } from "./zone-sql.ts";

/**
 * SQL that is true of a record that was over before `from`: all of its times lie before it, and what
 * has no end yet is not over. `from` is the start of a day in the zone.
 */
function isOverSql(kind: Kind, columns: ReadonlySet<string>, from: Date, zone: string): string {
  const times = timesOf(kind).filter(({ name }) => columns.has(name));
  const before = times.map(({ name, type }) => {
    const limit = type === "day" ? `date '${localDay(from, zone)}'` : instantSql(from);
    return `coalesce(${identifier(name)} < ${limit}, true)`;
  });
  const isTimed = times.map(({ name }) => `${identifier(name)} is not null`).join(" or ");
  const { endsAt } = kind;
  const hasEnd =
    endsAt === undefined
      ? []
      : [columns.has(endsAt) ? `${identifier(endsAt)} is not null` : "false"];
  return [...before, `(${isTimed || "false"})`, ...hasEnd].join(" and ");
}

/** The days and instants that a source fills, and the last day of a record that is about a month. */
const timesOf = (kind: Kind) => [
  ...mappedColumns(kind).filter(({ type }) => type === "instant" || type === "day"),
  ...Object.entries(kind.derived).flatMap(([name, { take }]) =>
    take === "last_day" ? [{ name, type: "day" as const }] : [],
  ),
];

/** Drops what was over before `from`. Gives how many records of each kind went; none, no entry. */
export async function dropRecordsBefore(
  tables: Tables,
  from: Date,
  zone: string,
): Promise<ReadonlyMap<KindId, number>> {
  const dropped = new Map<KindId, number>();
  await inTransaction(tables, async () => {
    for (const kind of kinds) {
      const columns = new Set(storedColumns(kind).map(({ name }) => name));
      const count = await tables.run(
        `delete from ${identifier(kind.id)} where ${isOverSql(kind, columns, from, zone)}`,
      );
      if (count > 0) dropped.set(kind.id, count);
    }
    if (dropped.has("surveys")) await settleRatings(tables, "false");
    if (dropped.size > 0) await dropUnheldSpellings(tables);
  });
  return dropped;
}

export interface MappedTable {
  readonly table: string;
  readonly kind: Kind;
  /** Those that it has. */
  readonly columns: readonly string[];
}

/** The same for what a pull has mapped: what would be dropped is not taken in. */
export async function dropMappedBefore(
  tables: Tables,
  { table, kind, columns }: MappedTable,
  from: Date,
  zone: string,
): Promise<void> {
  await tables.run(
    `delete from ${identifier(table)} where ${isOverSql(kind, new Set(columns), from, zone)}`,
  );
}
