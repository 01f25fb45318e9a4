import type { Segment } from "../kinds/kind.ts";
import { percentileId, type Percentile } from "../kpis/evaluate.ts";
import type { Input, RecordKindId } from "../kpis/inputs.ts";
import type { Filters, Where } from "../kpis/where.ts";
import type { Window } from "../periods/period.ts";
import type { Bindings } from "./bindings.ts";
import { columnsOf } from "./query-columns.ts";
import { identifier } from "./quoting.ts";
import { filtersSql, nextContactAt, whereSql, type WhereContext } from "./where-sql.ts";

/** Inputs of one kind that put records into periods the same way: one statement measures them. */
export interface InputGroup {
  readonly kind: RecordKindId;
  readonly at: string;
  readonly until: string | null;
  readonly inputs: readonly Input[];
  readonly percentiles: readonly Percentile[];
}

export interface GroupAsked {
  readonly windows: readonly Window[];
  readonly by: readonly Segment[];
  readonly where: Filters;
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
 * One branch a window, so that windows may overlap, distinct counts and percentiles are right in
 * each, and every scan is narrowed by time.
 */
export function groupSql(
  group: InputGroup,
  asked: GroupAsked,
  bindings: Bindings,
): { readonly sql: string; readonly measured: readonly Measured[] } {
  const context = contextOf(group, asked, bindings);
  const sums = group.inputs.map((input, index) => ({
    id: input.id,
    take: "sum" as const,
    column: `i${index}`,
    sql: `cast(${aggregate(input, context)} as double precision) as i${index}`,
  }));
  const percentiles = group.percentiles.map((percentile, index) => ({
    id: percentileId(percentile),
    take: "percentile" as const,
    column: `p${index}`,
    sql: `${percentileSql(percentile, group.percentiles, context)} as p${index}`,
  }));
  const measured = [...sums, ...percentiles];
  const keys = asked.by.map((segment, index) => `${identifier(segment)} as k${index}`);
  const branches = asked.windows.map((window, index) => {
    const { from, conditions } = scopeSql(group, window, asked, bindings);
    const selected = [`${index} as w`, ...keys, ...measured.map(({ sql }) => sql)];
    return [
      `select ${selected.join(",\n  ")}`,
      `from ${from}`,
      `where ${conditions.join(" and ")}`,
      ...(asked.by.length === 0 ? [] : [`group by ${asked.by.map(identifier).join(", ")}`]),
    ].join("\n");
  });
  return { sql: branches.join("\nunion all\n"), measured };
}

/** Which records may count at all: of which table, and under which conditions. */
export interface Scope {
  readonly from: string;
  readonly conditions: readonly string[];
}

type Asking = Omit<GroupAsked, "windows" | "by">;

export const contextOf = (
  { kind, at }: InputGroup,
  { hideAfter, dueBefore }: Asking,
  bindings: Bindings,
): WhereContext => ({ column: columnsOf(kind, hideAfter, bindings), bindings, at, dueBefore });

/** The records of a window that fit the filters and are not hidden. */
export function scopeSql(
  group: InputGroup,
  window: Window,
  asked: Asking,
  bindings: Bindings,
): Scope {
  const { hideAfter, where } = asked;
  const at = identifier(group.at);
  const visible = hideAfter === null ? [] : [`${at} <= ${bindings.bind(hideAfter, "timestamp")}`];
  const repeatDays = longestRepeat(group.inputs);
  return {
    from:
      repeatDays === 0
        ? identifier(group.kind)
        : withNextContact(group, window, { repeatDays, visible }, bindings),
    conditions: [
      ...timeSql(group, window, contextOf(group, asked, bindings)),
      ...visible,
      filtersSql(where, bindings),
    ],
  };
}

/** The window and the days in which a repeat of its contacts can come. */
function withNextContact(
  group: InputGroup,
  { from, to }: Window,
  { repeatDays, visible }: { readonly repeatDays: number; readonly visible: readonly string[] },
  { bind }: Bindings,
): string {
  const at = identifier(group.at);
  const until = `${bind(to, "timestamp")} + ${bind(`${repeatDays} days`, "interval")}`;
  const reach = [`${at} >= ${bind(from, "timestamp")}`, `${at} <= ${until}`, ...visible];
  const next = `lead(${at}) over (partition by ${identifier("customer")} order by ${at}, ${identifier("id")})`;
  return `(select *, ${next} as ${nextContactAt} from ${identifier(group.kind)} where ${reach.join(" and ")}) as reached`;
}

function timeSql(
  { at, until }: InputGroup,
  { from, to }: Window,
  { column, bindings: { bind } }: WhereContext,
): readonly string[] {
  const end = bind(to, "timestamp");
  if (until === null) {
    return [`${identifier(at)} >= ${bind(from, "timestamp")}`, `${identifier(at)} < ${end}`];
  }
  const ended = column(until);
  return [`${identifier(at)} < ${end}`, `(${ended} is null or ${ended} >= ${end})`];
}

function aggregate({ take, where }: Input, context: WhereContext): string {
  const filter = where === undefined ? "" : ` filter (where ${whereSql(where, context)})`;
  if (take === "count") return `count(*)${filter}`;
  if ("sum" in take) return `sum(${context.column(take.sum)})${filter}`;
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

function longestRepeat(inputs: readonly Input[]): number {
  return Math.max(0, ...inputs.map(({ where }) => (where === undefined ? 0 : repeatIn(where))));
}

function repeatIn(where: Where): number {
  if ("noRepeatWithinDays" in where) return where.noRepeatWithinDays;
  if ("not" in where) return repeatIn(where.not);
  const parts = "all" in where ? where.all : "any" in where ? where.any : [];
  return Math.max(0, ...parts.map(repeatIn));
}
