import type { Segment } from "../kinds/kind.ts";
import { percentileId, type Percentile } from "../kpis/evaluate.ts";
import type { Input, RecordKindId } from "../kpis/inputs.ts";
import type { Filters, Where } from "../kpis/where.ts";
import type { Window } from "../periods/period.ts";
import type { Bindings } from "./bindings.ts";
import { columnsOf } from "./query-columns.ts";
import { identifier } from "./quoting.ts";
import { asked as askedRecords, filtersSql, nextContactAt, whereSql } from "./where-sql.ts";
import type { WhereContext } from "./where-sql.ts";

/** Inputs of one kind that put records into periods the same way: one statement measures them. */
export interface InputGroup {
  readonly kind: RecordKindId;
  readonly at: string;
  readonly until: string | null;
  readonly sinceEver: boolean;
  readonly ignores: readonly Segment[];
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
  const { bind } = bindings;
  const { ignores } = group;
  const measured = [
    ...group.inputs.map(({ id }, index) => ({ id, take: "sum", column: `i${index}` }) as const),
    ...group.percentiles.map(
      (each, index) =>
        ({ id: percentileId(each), take: "percentile", column: `p${index}` }) as const,
    ),
  ];
  const by = asked.by.filter((segment) => !ignores.includes(segment)).map(identifier);
  const keys = asked.by.flatMap((segment, index) =>
    ignores.includes(segment) ? [] : [`${identifier(segment)} as k${index}`],
  );
  const filters = filtersSql(without(asked.where, ignores), bindings);
  const repeatDays = longestRepeat(group.inputs);
  const at = identifier(group.at);
  const visible =
    asked.hideAfter === null ? [] : [`${at} <= ${bind(asked.hideAfter, "timestamp")}`];

  const branches = asked.windows.map((window, index) => {
    const context: WhereContext = {
      column: columnsOf(group.kind, asked.hideAfter, bindings),
      bindings,
      at: group.at,
      window,
      hideAfter: asked.hideAfter,
      dueBefore: asked.dueBefore,
    };
    const figures = [
      ...group.inputs.map((input) => `cast(${aggregate(input, context)} as double precision)`),
      ...group.percentiles.map((each) => percentileSql(each, group.percentiles, context)),
    ].map((sql, place) => `${sql} as ${measured[place]?.column}`);
    const inWindow = [...timeSql(group, window, context), ...visible];
    const from =
      repeatDays === 0 ? identifier(group.kind) : withNextContact(group, window, visible, bindings);
    return [
      `select ${[`${index} as w`, ...keys, ...figures].join(", ")}`,
      `from ${from} as ${askedRecords} where ${[...inWindow, filters].join(" and ")}`,
      ...(by.length === 0 ? [] : [`group by ${by.join(", ")}`]),
    ].join(" ");
  });
  return { sql: branches.join("\nunion all\n"), measured };

  /** The window and the days in which a repeat of its contacts can come. */
  function withNextContact(
    { kind }: InputGroup,
    { from, to }: Window,
    also: readonly string[],
    { bind }: Bindings,
  ): string {
    const until = `${bind(to, "timestamp")} + ${bind(`${repeatDays} days`, "interval")}`;
    const reach = [`${at} >= ${bind(from, "timestamp")}`, `${at} <= ${until}`, ...also];
    const next = `lead(${at}) over (partition by ${identifier("customer")} order by ${at}, ${identifier("id")})`;
    return `(select *, ${next} as ${nextContactAt} from ${identifier(kind)} where ${reach.join(" and ")})`;
  }
}

const without = (filters: Filters, ignores: readonly Segment[]): Filters =>
  Object.fromEntries(
    Object.entries(filters).filter(([name]) => ignores.every((segment) => segment !== name)),
  );

function timeSql(
  { at, until, sinceEver }: InputGroup,
  { from, to }: Window,
  { column, bindings: { bind } }: WhereContext,
): readonly string[] {
  const end = bind(to, "timestamp");
  if (sinceEver) return [`${identifier(at)} < ${end}`];
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
  if ("span" in take) {
    const day = context.column(take.span);
    return `((max(${day})${filter} - min(${day})${filter}) * 86400)`;
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

function longestRepeat(inputs: readonly Input[]): number {
  return Math.max(0, ...inputs.map(({ where }) => (where === undefined ? 0 : repeatIn(where))));
}

function repeatIn(where: Where): number {
  if ("noRepeatWithinDays" in where) return where.noRepeatWithinDays;
  if ("not" in where) return repeatIn(where.not);
  const parts = "all" in where ? where.all : "any" in where ? where.any : [];
  return Math.max(0, ...parts.map(repeatIn));
}
