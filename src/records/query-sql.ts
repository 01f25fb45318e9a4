import type { Segment } from "../kinds/kind.ts";
import { percentileId, type Percentile } from "../kpis/evaluate.ts";
import type { Input, RecordKindId } from "../kpis/inputs.ts";
import type { Where } from "../kpis/where.ts";
import { localDay } from "../periods/local-day.ts";
import type { Window } from "../periods/period.ts";
import type { Bindings } from "./bindings.ts";
import { columnsOf } from "./query-columns.ts";
import { ignoring, type Narrowed } from "./narrowed.ts";
import { firstDayFrom } from "./query-measures.ts";
import { identifier } from "./quoting.ts";
import { partsOf, reachSql } from "./reach-sql.ts";
import { declaredIn } from "./spread-sql.ts";
import { asked as askedRecords, filtersSql, whereSql, type WhereContext } from "./where-sql.ts";
import { placeSql, type PlacedWindow, windowLayers } from "./window-layers.ts";

/** Inputs of one kind that put records into periods the same way: one statement measures them. */
export interface InputGroup extends Pick<
  Input,
  "at" | "until" | "asOf" | "through" | "ignores" | "spread"
> {
  readonly kind: RecordKindId;
  readonly inputs: readonly Input[];
  readonly percentiles: readonly Percentile[];
}

export interface GroupAsked extends Narrowed {
  readonly windows: readonly Window[];
  readonly by: readonly Segment[];
  /** The zone in which the days of lasting records begin. */
  readonly zone: string;
  readonly hideAfter: Date | null;
  readonly dueBefore: WhereContext["dueBefore"];
}

/** One figure of the answer: what it is and the column it stands in. */
export interface Measured {
  readonly id: string;
  readonly take: "sum" | "percentile";
  readonly column: string;
}

/**
 * One branch for windows that do not overlap, so that distinct counts and percentiles are right in
 * each and every scan is narrowed by time; one a window where records count otherwise in each.
 */
export function groupSql(
  group: InputGroup,
  asked: GroupAsked,
  bindings: Bindings,
): { readonly sql: string; readonly measured: readonly Measured[] } {
  const measured = [
    ...group.inputs.map(({ id }, index) => ({ id, take: "sum" as const, column: `i${index}` })),
    ...group.percentiles.map((percentile, index) => ({
      id: percentileId(percentile),
      take: "percentile" as const,
      column: `p${index}`,
    })),
  ];
  const { ignores = [] } = group;
  const by = asked.by.filter((segment) => !ignores.includes(segment)).map(identifier);
  const keys = asked.by.flatMap((segment, index) =>
    ignores.includes(segment) ? [] : [`${identifier(segment)} as k${index}`],
  );
  if (asked.windows.length > 1 && isStock(group)) {
    return { sql: stocksSql(group, asked, { keys, by }, bindings), measured };
  }
  const layers = isSameInEach(group)
    ? windowLayers(asked.windows)
    : asked.windows.map((window, place) => [{ ...window, place }]);
  const branches = layers.map((layer) => {
    const { place, whole } = spanOf(layer);
    const { context, days, from, conditions } = scopeSql(group, whole, asked, bindings);
    const figures = [
      ...group.inputs.map(
        (input, index) =>
          `cast(${aggregate(input, context, days)} as double precision) as i${index}`,
      ),
      ...group.percentiles.map(
        (percentile, index) =>
          `${percentileSql(percentile, group.percentiles, context)} as p${index}`,
      ),
    ];
    const inWhole = `from ${from}\nwhere ${conditions.join(" and ")}`;
    const isOne = layer.length === 1;
    const records = isOne
      ? inWhole
      : `from (select *, ${placeSql(identifier(group.at), layer, bindings)} as ${windowPlace}
  ${inWhole}) as ${askedRecords}\nwhere ${windowPlace} is not null`;
    const groups = [...(isOne ? [] : [windowPlace]), ...by];
    return [
      `select ${[`${isOne ? place : windowPlace} as w`, ...keys, ...figures].join(",\n  ")}`,
      records,
      ...(groups.length === 0 ? [] : [`group by ${groups.join(", ")}`]),
    ].join("\n");
  });
  return { sql: branches.join("\nunion all\n"), measured };
}

/** Whether each moment asks every record, and only whether it counts for it. */
const isStock = ({ until, asOf, through, inputs, percentiles }: InputGroup): boolean =>
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
function stocksSql(
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
    return { context, within: timeSql(group, window, asked, context) };
  });
  const present = moments.map(({ within }) => `count(*) filter (where ${within.join(" and ")})`);
  const columns = [
    ...(by.length === 0 ? [] : present.map((count, place) => `${count} as n_${place}`)),
    ...inputs.flatMap((input, index) =>
      moments.map(
        ({ context, within }, place) =>
          `cast(${aggregate(input, context, null, within)} as double precision) as i${index}_${place}`,
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
    `where ${filtersSql(ignoring(asked, ignores), bindings)}`,
    `${by.length === 0 ? "" : `group by ${by.join(", ")}`}) as moments) as stocks`,
    ...(by.length === 0 ? [] : ["where n > 0"]),
  ].join("\n");
}

const windowPlace = identifier("window_place");

function spanOf(layer: readonly PlacedWindow[]): {
  readonly place: number;
  readonly whole: Window;
} {
  const [first, last] = [layer[0], layer.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError("a layer without windows");
  return { place: first.place, whole: { from: first.from, to: last.to } };
}

/** Whether a record counts the same in any window that its moment lies in. */
const isSameInEach = ({ until, asOf, through, inputs }: InputGroup): boolean =>
  until === undefined &&
  asOf === undefined &&
  through === undefined &&
  inputs.every(({ where }) => where === undefined || !partsOf(where).some(looksAtWindow));

const looksAtWindow = (where: Where): boolean =>
  "noRepeatWithinDays" in where ||
  "beforePeriod" in where ||
  "inPeriod" in where ||
  "againBy" in where ||
  ("met" in where && where.within === "period");

/** Which records may count at all: of which table, under which conditions. */
export interface Scope {
  readonly context: WhereContext;
  /** Of records that last some days. */
  readonly days: Days | null;
  readonly from: string;
  readonly conditions: readonly string[];
}

/** The records of a window that fit the filters and are not hidden. */
export function scopeSql(
  group: InputGroup,
  window: Window,
  asked: Omit<GroupAsked, "windows">,
  bindings: Bindings,
): Scope {
  const { hideAfter, dueBefore } = asked;
  const { kind, at, ignores = [] } = group;
  const column = columnsOf(kind, hideAfter, bindings);
  const context: WhereContext = { column, bindings, at, window, hideAfter, dueBefore };
  const days = daysOf(group, window, asked, bindings);
  const inWindow = days?.conditions ?? timeSql(group, window, asked, context);
  const narrowed = { ...asked, ...ignoring(asked, ignores) };
  return {
    context,
    days,
    from: `${reachSql(group, window, narrowed, inWindow, bindings)} as ${askedRecords}`,
    conditions: [...inWindow, filtersSql(narrowed, bindings, declaredIn(group))],
  };
}

function timeSql(
  { at, until, asOf }: InputGroup,
  { from, to }: Window,
  { hideAfter }: Pick<GroupAsked, "hideAfter">,
  { column, bindings: { bind } }: WhereContext,
): readonly string[] {
  const begun = identifier(at);
  const visible = hideAfter === null ? [] : [`${begun} <= ${bind(hideAfter, "timestamp")}`];
  const moment = bind(asOf === "start" ? from : to, "timestamp");
  const before = [`${begun} < ${moment}`, ...visible];
  if (until !== undefined) {
    const ended = column(until);
    return [...before, `(${ended} is null or ${ended} >= ${moment})`];
  }
  return asOf !== undefined ? before : [`${begun} >= ${bind(from, "timestamp")}`, ...before];
}

interface Days {
  readonly conditions: readonly string[];
  /** The part of a record's days that lies in the window, 0–1. */
  readonly share: string;
}

/** Of records that last some days; a day belongs to the window in which it begins. */
function daysOf(
  { at, through }: InputGroup,
  { from, to }: Window,
  { zone, hideAfter }: Pick<GroupAsked, "zone" | "hideAfter">,
  { bind }: Bindings,
): Days | null {
  if (through === undefined) return null;
  const [first, last] = [identifier(at), identifier(through)];
  const [start, end] = [
    bind(firstDayFrom(from, zone), "date"),
    bind(firstDayFrom(to, zone), "date"),
  ];
  const inside = `(least(${last} + 1, ${end}) - greatest(${first}, ${start}))`;
  const visible =
    hideAfter === null ? [] : [`${first} <= ${bind(localDay(hideAfter, zone), "date")}`];
  return {
    conditions: [`${first} < ${end}`, `${last} >= ${start}`, ...visible],
    share: `cast(${inside} as double precision) / cast(${last} + 1 - ${first} as double precision)`,
  };
}

function aggregate(
  { take, where }: Input,
  context: WhereContext,
  days: Days | null,
  within: readonly string[] = [],
): string {
  const conditions = [...within, ...(where === undefined ? [] : [`(${whereSql(where, context)})`])];
  const filter = conditions.length === 0 ? "" : ` filter (where ${conditions.join(" and ")})`;
  if (take === "count") return `count(*)${filter}`;
  if ("sum" in take) {
    const column = context.column(take.sum);
    return `sum(${days === null ? column : `${column} * ${days.share}`})${filter}`;
  }
  if ("span" in take) {
    const day = context.column(take.span);
    return `((max(${day})${filter} - min(${day})${filter}) * 86400e0)`;
  }
  if ("steps" in take) {
    return `greatest(count(distinct ${context.column(take.steps)})${filter} - 1, 0)`;
  }
  if ("distinct" in take) return `count(distinct ${context.column(take.distinct)})${filter}`;
  return `stddev_samp(cast(${context.column(take.spread)} as double precision))${filter}`;
}

/** Percentiles of the same records are asked as one list, so that the engine orders them once. */
function percentileSql(
  { p, column, over }: Percentile,
  all: readonly Percentile[],
  context: WhereContext,
): string {
  const together = all
    .filter((each) => each.column === column && each.over.id === over.id)
    .map((each) => each.p);
  const filter = over.where === undefined ? "" : ` filter (where ${whereSql(over.where, context)})`;
  const ordered = `cast(${context.column(column)} as double precision)`;
  const list = `percentile_cont(array[${together.map(Number).join(", ")}]) within group (order by ${ordered})${filter}`;
  return `(${list})[${together.indexOf(p) + 1}]`;
}
