import type { Input } from "../kpis/inputs.ts";
import type { Filters } from "../kpis/where.ts";
import type { Window } from "../periods/period.ts";
import { createBindings } from "./bindings.ts";
import { columnsOf } from "./query-columns.ts";
import { identifier } from "./quoting.ts";
import type { RecordStore } from "./store.ts";
import { asked, filtersSql, whereSql, type WhereContext } from "./where-sql.ts";

/** Every zone's hours begin at one of these, seen from UTC. */
export const slotMs = 15 * 60_000;

/** How many records of an input fall into each quarter of an hour since 1970. */
export async function countBySlot(
  store: RecordStore,
  { kind, at, where: only }: Input,
  {
    window,
    where,
    hideAfter,
    dueBefore,
  }: {
    readonly window: Window;
    readonly where: Filters;
    readonly hideAfter: Date | null;
    readonly dueBefore: WhereContext["dueBefore"];
  },
): Promise<ReadonlyMap<number, number>> {
  const bindings = createBindings();
  const { bind, values } = bindings;
  const column = columnsOf(kind, hideAfter, bindings);
  const name = identifier(at);
  const conditions = [
    `${name} >= ${bind(window.from, "timestamp")}`,
    `${name} < ${bind(window.to, "timestamp")}`,
    ...(hideAfter === null ? [] : [`${name} <= ${bind(hideAfter, "timestamp")}`]),
    ...(only === undefined
      ? []
      : [whereSql(only, { column, bindings, at, window, hideAfter, dueBefore })]),
    filtersSql({ where }, bindings),
  ];
  const slot = `cast(floor(extract(epoch from ${name}) / ${slotMs / 1_000}) as double precision)`;
  const rows = await store.query(
    `select ${slot} as slot, cast(count(*) as double precision) as n from ${identifier(kind)} as ${asked} where ${conditions.join(" and ")} group by ${slot}`,
    values,
  );
  return new Map(rows.map((row) => [Number(row["slot"]), Number(row["n"])]));
}
