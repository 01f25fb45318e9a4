import type { Window } from "../periods/period.ts";
import { aggregateSql } from "./aggregate-sql.ts";
import type { Bindings } from "./bindings.ts";
import { ignoring } from "./narrowed.ts";
import { columnsOf } from "./query-columns.ts";
import type { GroupAsked, InputGroup } from "./query-sql.ts";
import { identifier } from "./quoting.ts";
import { partsOf } from "./reach-sql.ts";
import {
  asked as askedRecords,
  filtersSql,
  looksAtPeriod,
  type WhereContext,
} from "./where-sql.ts";

/** When a stock is counted, in the order of time, and the place of its window. */
interface Moment {
  readonly at: Date;
  readonly place: number;
}

const momentsOf = ({ asOf }: InputGroup, windows: readonly Window[]): readonly Moment[] =>
  windows
    .map(({ from, to }, place) => ({ at: asOf === "start" ? from : to, place }))
    .toSorted((one, other) => +one.at - +other.at);

/**
 * Whether a stock can be told by what came and went since the moment before: a record counts for all
 * moments alike, no two moments are one, and what goes is counted, since amounts would leave crumbs.
 */
export function isRunning(group: InputGroup, { windows }: Pick<GroupAsked, "windows">): boolean {
  const { until, inputs } = group;
  const times = momentsOf(group, windows).map(({ at }) => +at);
  return (
    new Set(times).size === times.length &&
    inputs.every(
      ({ take, where }) =>
        (until === undefined || take === "count") &&
        (where === undefined || !partsOf(where).some(looksAtPeriod)),
    )
  );
}

/**
 * Stocks at many moments: each record is put where it comes and where it goes, and the stock is the
 * sum up to a moment. A hundred moments cost little more than one.
 */
export function runningStocksSql(
  group: InputGroup,
  asked: GroupAsked,
  { by }: { readonly by: readonly string[] },
  bindings: Bindings,
): string {
  const { kind, at, until, inputs, ignores = [] } = group;
  const { windows, hideAfter, dueBefore } = asked;
  const { bind } = bindings;
  const moments = momentsOf(group, windows);
  const [first, last] = [moments[0], moments.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError("a stock without a moment");
  const column = columnsOf(kind, hideAfter, bindings);
  // A record counts alike at all moments: any window will do.
  const window = { from: first.at, to: last.at };
  const context: WhereContext = { column, bindings, at, window, hideAfter, dueBefore };
  const begun = identifier(at);
  const ended = until === undefined ? null : column(until);
  const names = inputs.map((_, index) => `i${index}`);
  const keys = asked.by.flatMap((segment, index) =>
    ignores.includes(segment) ? [] : [`k${index}`],
  );

  const changes = (sign: "" | "-", moment: string, isMeant: readonly string[]): string => {
    const conditions = [
      `${moment} < ${bind(last.at, "timestamp")}`,
      ...isMeant,
      ...(hideAfter === null ? [] : [`${begun} <= ${bind(hideAfter, "timestamp")}`]),
      filtersSql(ignoring(asked, ignores), bindings),
    ];
    const figures = inputs.map(
      (input, index) =>
        `${sign}coalesce(cast(${aggregateSql(input, context, null)} as double precision), 0) as ${names[index]}`,
    );
    return [
      `select ${[`${countSql(moment, moments, 0, bindings)} as nth`, ...by.map((name, index) => `${name} as ${keys[index]}`), `${sign}count(*) as n`, ...figures].join(",\n  ")}`,
      `from ${identifier(kind)} as ${askedRecords} where ${conditions.join(" and ")}`,
      `group by ${["1", ...by].join(", ")}`,
    ].join("\n");
  };
  // What was over before the first moment, or before it began, counts at none.
  const isOver = `${ended} >= ${begun} and ${ended} >= ${bind(first.at, "timestamp")}`;
  const isLasting = ended === null ? [] : [`(${ended} is null or (${isOver}))`];
  const came = changes("", begun, isLasting);
  const went = ended === null ? [] : [changes("-", ended, [isOver])];

  const running = ["n", ...names].map(
    (name) => `sum(coalesce(${name}, 0)) over running as ${name}`,
  );
  const isSame = keys.map((key) => `changes.${key} is not distinct from parts.${key}`);
  const parts =
    keys.length === 0 ? "(select 1 as whole)" : `(select distinct ${keys.join(", ")} from changes)`;
  return [
    `with changes as (${[came, ...went].join("\nunion all\n")})`,
    `select * from (`,
    `  select ${["moments.w", ...keys.map((key) => `parts.${key}`), ...running].join(", ")}`,
    `  from ${parts} as parts`,
    `  cross join (values ${moments.map(({ place }, nth) => `(${nth}, ${place})`).join(", ")}) as moments (nth, w)`,
    `  left join (select nth, ${[...keys, ...["n", ...names].map((name) => `sum(${name}) as ${name}`)].join(", ")} from changes group by ${["nth", ...keys].join(", ")}) as changes`,
    `    on ${["changes.nth = moments.nth", ...isSame].join(" and ")}`,
    `  window running as (${keys.length === 0 ? "" : `partition by ${keys.map((key) => `parts.${key}`).join(", ")} `}order by moments.nth)) as stocks`,
    ...(keys.length === 0 ? [] : ["where n > 0"]),
  ].join("\n");
}

/** How many of the moments are not after it: found by halves. */
function countSql(
  moment: string,
  moments: readonly Moment[],
  before: number,
  bindings: Bindings,
): string {
  if (moments.length === 0) return String(before);
  const middle = Math.floor(moments.length / 2);
  const half = moments[middle];
  if (half === undefined) return String(before);
  const [lower, upper] = [moments.slice(0, middle), moments.slice(middle + 1)];
  return `case when ${moment} < ${bindings.bind(half.at, "timestamp")}
    then ${countSql(moment, lower, before, bindings)} else ${countSql(moment, upper, before + middle + 1, bindings)} end`;
}
