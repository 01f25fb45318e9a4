import type { Where } from "../kpis/where.ts";
import { aggregateSql } from "./aggregate-sql.ts";
import type { Bindings } from "./bindings.ts";
import { ignoring } from "./narrowed.ts";
import { columnsOf } from "./query-columns.ts";
import type { GroupAsked, InputGroup } from "./query-sql.ts";
import { identifier } from "./quoting.ts";
import { partsOf } from "./reach-sql.ts";
import { timeSql } from "./time-sql.ts";
import { asked as askedRecords, filtersSql, type WhereContext } from "./where-sql.ts";

/** Whether each moment asks every record, and only whether it counts for it. */
export const isStock = ({ until, asOf, through, inputs, percentiles }: InputGroup): boolean =>
  (until !== undefined || asOf !== undefined) &&
  through === undefined &&
  percentiles.length === 0 &&
  inputs.every(
    ({ take, where }) =>
      (take === "count" || (typeof take === "object" && "sum" in take)) &&
      (where === undefined || !partsOf(where).some(looksAtOthers)),
  );

const looksAtOthers = (where: Where): boolean =>
  "noRepeatWithinDays" in where || "againBy" in where || "met" in where;

/** Stocks at several moments in one look over the records: a column for each, turned into rows. */
export function stocksSql(
  group: InputGroup,
  asked: GroupAsked,
  { keys, by }: { readonly keys: readonly string[]; readonly by: readonly string[] },
  bindings: Bindings,
): string {
  const { kind, at, inputs, ignores = [] } = group;
  const { hideAfter, dueBefore } = asked;
  const column = columnsOf(kind, hideAfter, bindings);
  const moments = asked.windows.map((window) => {
    const context: WhereContext = { column, bindings, at, window, hideAfter, dueBefore };
    return { context, within: timeSql(group, window, hideAfter, context) };
  });
  const present = moments.map(({ within }) => `count(*) filter (where ${within.join(" and ")})`);
  const columns = [
    ...(by.length === 0 ? [] : present.map((count, place) => `${count} as n_${place}`)),
    ...inputs.flatMap((input, index) =>
      moments.map(
        ({ context, within }, place) =>
          `cast(${aggregateSql(input, context, null, within)} as double precision) as i${index}_${place}`,
      ),
    ),
  ];
  const eachOf = (name: string): string =>
    `unnest(array[${moments.map((_, place) => `${name}_${place}`).join(", ")}]) as ${name}`;
  const rows = [
    `unnest(array[${[...moments.keys()].join(", ")}]) as w`,
    ...asked.by.flatMap((segment, index) => (ignores.includes(segment) ? [] : [`k${index}`])),
    ...(by.length === 0 ? [] : [eachOf("n")]),
    ...inputs.map((_, index) => eachOf(`i${index}`)),
  ];
  return [
    `select * from (select ${rows.join(",\n  ")}`,
    `from (select ${[...keys, ...columns].join(",\n  ")}`,
    `from ${identifier(kind)} as ${askedRecords}`,
    `where ${[...lastingSql(group, asked, column, bindings), filtersSql(ignoring(asked, ignores), bindings)].join(" and ")}`,
    `${by.length === 0 ? "" : `group by ${by.join(", ")}`}) as moments) as stocks`,
    ...(by.length === 0 ? [] : ["where n > 0"]),
  ].join("\n");
}

/** Records that began before the last of the moments and were not over by the first: others count at none. */
function lastingSql(
  { at, until, asOf }: InputGroup,
  { windows }: GroupAsked,
  column: WhereContext["column"],
  { bind }: Bindings,
): readonly string[] {
  const moments = windows.map(({ from, to }) => +(asOf === "start" ? from : to));
  const begun = `${identifier(at)} < ${bind(new Date(Math.max(...moments)), "timestamp")}`;
  if (until === undefined) return [begun];
  const first = bind(new Date(Math.min(...moments)), "timestamp");
  return [begun, `(${column(until)} is null or ${column(until)} >= ${first})`];
}
