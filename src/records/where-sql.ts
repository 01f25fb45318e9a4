import { type Segment, segments } from "../kinds/kind.ts";
import { namesUnset } from "../kpis/names-unset.ts";
import { isNamed } from "../kpis/same-value.ts";
import type { Where } from "../kpis/where.ts";
import type { Window } from "../periods/period.ts";
import type { Bindings } from "./bindings.ts";
import type { Narrowed } from "./narrowed.ts";
import type { ColumnSql } from "./query-columns.ts";
import { identifier } from "./quoting.ts";
import { spelledSql } from "./spelled-sql.ts";

/** The column that a question with `noRepeatWithinDays` adds: when the same customer came back. */
export const nextContactAt = identifier("next_contact_at");

/** The columns that a question with `againBy` adds: the how-manieth record or day of the customer it is. */
export const timesSeen = {
  record: identifier("nth_record"),
  day: identifier("nth_day"),
} as const;

/** What a question calls the records it is about, for conditions that look into another kind. */
export const asked = identifier("asked");

export interface WhereContext {
  readonly column: ColumnSql;
  readonly bindings: Bindings;
  /** The instant that puts a record into a period. */
  readonly at: string;
  readonly window: Window;
  /** Nothing later than this exists. */
  readonly hideAfter: Date | null;
  readonly dueBefore: (seconds: number, clock: "calendar" | "business") => DueBefore;
}

/** What began earlier is past due by now: of teams with a calendar of their own, and of all others. */
export interface DueBefore {
  readonly teams: ReadonlyMap<string, Date>;
  readonly others: Date;
}

/** Whether a condition is another one in each period. */
export const looksAtPeriod = (where: Where): boolean =>
  "noRepeatWithinDays" in where ||
  "beforePeriod" in where ||
  "inPeriod" in where ||
  "againBy" in where ||
  ("met" in where && where.within === "period");

/** A condition as SQL. It is never true of a missing value. */
export function whereSql(where: Where, context: WhereContext): string {
  const { column, bindings } = context;
  const { bind } = bindings;
  if ("all" in where) return joined(where.all, " and ", "true", context);
  if ("any" in where) return joined(where.any, " or ", "false", context);
  if ("not" in where) return `(${whereSql(where.not, context)}) is not true`;
  if ("known" in where) return `${column(where.known)} is not null`;
  if ("unknown" in where) return `${column(where.unknown)} is null`;
  if ("noRepeatWithinDays" in where) {
    const window = bind(`${where.noRepeatWithinDays} days`, "interval");
    return `(${nextContactAt} is null or ${nextContactAt} > ${identifier(context.at)} + ${window})`;
  }
  if ("beforePeriod" in where) {
    return `${column(where.beforePeriod)} < ${bind(context.window.from, "timestamp")}`;
  }
  if ("inPeriod" in where) {
    const { from, to } = context.window;
    const subject = column(where.inPeriod);
    return `(${subject} >= ${bind(from, "timestamp")} and ${subject} < ${bind(to, "timestamp")})`;
  }
  if ("againBy" in where) return `${timesSeen[where.againBy]} > 1`;
  if ("rating" in where) return ratingSql(where.rating, context);
  if ("met" in where) return metSql(where, context);
  return comparisonSql(where, context);
}

/**
 * Whether an answer is the first or the latest about its ticket, among all that came whenever: a
 * figure of days adds up to that of their week. A source knows its own tickets alone.
 */
function ratingSql(rating: "first" | "latest", { bindings, hideAfter }: WhereContext): string {
  if (rating === "first") return "rated_before is not true";
  const later =
    hideAfter === null ? [] : [`rated_again_at > ${bindings.bind(hideAfter, "timestamp")}`];
  return `(${["rated_again_at is null", ...later].join(" or ")})`;
}

type Comparison = Extract<Where, { readonly column: string }>;

function comparisonSql(where: Comparison, context: WhereContext): string {
  const { column, bindings } = context;
  const subject = column(where.column);
  const segment = segments.find((each) => each === where.column);
  if (segment !== undefined && ("is" in where || "in" in where)) {
    const values = "is" in where ? [where.is] : where.in;
    return isOneOf(segment, values.map(String), bindings);
  }
  if ("is" in where) return `${subject} = ${bindPlain(where.is, bindings)}`;
  if ("in" in where) {
    if (where.in.length === 0) return "false";
    return `${subject} in (${where.in.map((value) => bindPlain(value, bindings)).join(", ")})`;
  }
  if ("atMost" in where) return `${subject} <= ${bindPlain(where.atMost, bindings)}`;
  if ("moreThan" in where) return `${subject} > ${bindPlain(where.moreThan, bindings)}`;
  if ("atLeast" in where) return `${subject} >= ${bindPlain(where.atLeast, bindings)}`;
  // A limit that still lies ahead is known: only what happened is hidden.
  if ("notAfter" in where) return `${subject} <= ${identifier(where.notAfter)}`;
  if ("since" in where) return `${subject} >= ${bindings.bind(where.since, "timestamp")}`;
  return `${subject} < ${latestSql(context.dueBefore(where.olderThanSeconds, where.clock), bindings)}`;
}

/** Whether a segment has one of the values, in whatever spelling they are given. */
function isOneOf(segment: Segment, values: readonly string[], bindings: Bindings): string {
  if (values.length === 0) return "false";
  return `${identifier(segment)} in ${spelledSql(segment, values, bindings)}`;
}

function latestSql({ teams, others }: DueBefore, bindings: Bindings): string {
  const { bind } = bindings;
  const latest = bind(others, "timestamp");
  if (teams.size === 0) return latest;
  const own = [...teams].map(
    ([team, instant]) =>
      `when ${isOneOf("team", [team], bindings)} then ${bind(instant, "timestamp")}`,
  );
  return `case ${own.join(" ")} else ${latest} end`;
}

function metSql(
  { met, at, on, within }: Extract<Where, { readonly met: unknown }>,
  { bindings: { bind }, at: ownAt, window: { from, to }, hideAfter }: WhereContext,
): string {
  const other = `other.${identifier(at)}`;
  const own = `${asked}.${identifier(ownAt)}`;
  const span =
    within === "period"
      ? [`${other} >= ${bind(from, "timestamp")}`, `${other} < ${bind(to, "timestamp")}`]
      : [`${other} >= ${own}`, `${other} <= ${own} + ${bind(`${within.days} days`, "interval")}`];
  const visible = hideAfter === null ? [] : [`${other} <= ${bind(hideAfter, "timestamp")}`];
  const same = `other.${identifier(on)} = ${asked}.${identifier(on)}`;
  return `exists (select 1 from ${identifier(met)} as other where ${[same, ...span, ...visible].join(" and ")})`;
}

function joined(
  parts: readonly Where[],
  word: string,
  whenEmpty: string,
  context: WhereContext,
): string {
  if (parts.length === 0) return whenEmpty;
  return parts.map((part) => `(${whereSql(part, context)})`).join(word);
}

function bindPlain(value: string | number | boolean, { bind }: Bindings): string {
  if (typeof value === "string") return bind(value, "varchar");
  return bind(value, typeof value === "number" ? "double precision" : "boolean");
}

/**
 * What the person wants to see, in whatever spelling they typed it. A record without a value is not
 * left out by `not`. `declared` are channels that stand in the question though no record may have them.
 */
export function filtersSql(
  { where, except = [] }: Narrowed,
  bindings: Bindings,
  declared: readonly string[] = [],
): string {
  const isHeldBy = (segment: Segment, values: readonly string[]): string => {
    const own = segment === "channel" ? declared.filter((name) => isNamed(name, values)) : [];
    const isHeld = isOneOf(segment, values, bindings);
    const isMeant = [isHeld, ...own.map((name) => `channel = ${bindings.bind(name, "varchar")}`)];
    return isMeant.length === 1 ? isHeld : `(${isMeant.join(" or ")})`;
  };
  const wanted = segments.flatMap((segment) => {
    const filter = where[segment];
    if (filter === undefined) return [];
    const values = "in" in filter ? filter.in : filter.not_in;
    if (values.length === 0) return "in" in filter ? "false" : "true";
    const isOfThem = isHeldBy(segment, values);
    const isOne = values.some(namesUnset)
      ? `(${isOfThem} or ${identifier(segment)} is null)`
      : isOfThem;
    return "in" in filter ? isOne : `(${isOne}) is not true`;
  });
  const others = except.map((part) => {
    const isPart = segments.flatMap((segment) => {
      const value = part[segment];
      if (value === undefined) return [];
      return value === null ? `${identifier(segment)} is null` : isHeldBy(segment, [value]);
    });
    return `(${isPart.join(" and ")}) is not true`;
  });
  const conditions = [...wanted, ...others];
  return conditions.length === 0 ? "true" : conditions.join(" and ");
}
