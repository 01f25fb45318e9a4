import type { Input } from "../kpis/inputs.ts";
import { whereSql, type WhereContext } from "./where-sql.ts";

export interface Days {
  readonly conditions: readonly string[];
  /** The part of a record's days that lies in the window, 0–1. */
  readonly share: string;
}

/** The sum, count or spread that an input takes of the records that are `within` and fit its own condition. */
export function aggregateSql(
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
