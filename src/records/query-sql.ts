import type { Segment } from "../kinds/kind.ts";
import { percentileId, type Percentile } from "../kpis/evaluate.ts";
import type { Input, RecordKindId } from "../kpis/inputs.ts";
import { localDay } from "../periods/local-day.ts";
import type { Window } from "../periods/period.ts";
import { aggregateSql, type Days } from "./aggregate-sql.ts";
import type { Bindings } from "./bindings.ts";
import { commonConditions } from "./common-conditions.ts";
import { columnsOf } from "./query-columns.ts";
import { ignoring, type Narrowed } from "./narrowed.ts";
import { firstDayFrom } from "./query-measures.ts";
import { identifier } from "./quoting.ts";
import { partsOf, reachSql } from "./reach-sql.ts";
import { isRunning, runningStocksSql } from "./running-stocks-sql.ts";
import { declaredIn } from "./spread-sql.ts";
import { isStock, stocksSql } from "./stocks-sql.ts";
import { timeSql } from "./time-sql.ts";
import {
  asked as askedRecords,
  filtersSql,
  looksAtPeriod,
  whereSql,
  type WhereContext,
} from "./where-sql.ts";
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
    const stocks = isRunning(group, asked) ? runningStocksSql : stocksSql;
    return { sql: stocks(group, asked, { keys, by }, bindings), measured };
  }
  const layers = isSameInEach(group)
    ? windowLayers(asked.windows)
    : asked.windows.map((window, place) => [{ ...window, place }]);
  // What counts nowhere is left out early; not where it tells which groups there are.
  const common = by.length === 0 ? commonConditions(group.inputs) : [];
  const branches = layers.map((layer) => {
    const { place, whole } = spanOf(layer);
    const { context, days, from, conditions } = scopeSql(group, whole, asked, bindings);
    const counted = [...conditions, ...common.map((each) => `(${whereSql(each, context)})`)];
    const figures = [
      ...group.inputs.map(
        (input, index) =>
          `cast(${aggregateSql(input, context, days)} as double precision) as i${index}`,
      ),
      ...group.percentiles.map(
        (percentile, index) =>
          `${percentileSql(percentile, group.percentiles, context)} as p${index}`,
      ),
    ];
    const inWhole = `from ${from}\nwhere ${counted.join(" and ")}`;
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
  inputs.every(({ where }) => where === undefined || !partsOf(where).some(looksAtPeriod));

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
  const inWindow = days?.conditions ?? timeSql(group, window, hideAfter, context);
  const narrowed = { ...asked, ...ignoring(asked, ignores) };
  return {
    context,
    days,
    from: `${reachSql(group, window, narrowed, inWindow, bindings)} as ${askedRecords}`,
    conditions: [...inWindow, filtersSql(narrowed, bindings, declaredIn(group))],
  };
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
