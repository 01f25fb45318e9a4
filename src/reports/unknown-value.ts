import { distance } from "fastest-levenshtein";
import { listed } from "../i18n/listed.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { segments, type Segment } from "../kinds/kind.ts";
import { inputsOf, valueOf, type Needs } from "../kpis/evaluate.ts";
import { sumOf } from "../kpis/inputs.ts";
import { namesUnset } from "../kpis/names-unset.ts";
import type { Filters } from "../kpis/where.ts";
import { foldValue, isNamed } from "../kpis/same-value.ts";
import type { Period } from "../periods/period.ts";
import type { Remark } from "./answer.ts";
import { countsOf } from "./counts-of.ts";
import type { Measuring } from "./measuring.ts";
import type { Plan } from "./plan.ts";

const mostValues = 8;

/** Counts the records of a KPI's kinds, whether or not they count for it. */
export function recordCount({ formula }: Plan) {
  const inputs = countsOf(inputsOf(formula));
  const needs: Needs = { inputs, percentiles: [] };
  return { needs, count: sumOf(...inputs) };
}

export interface Filtered {
  readonly plan: Plan;
  readonly period: Period;
  readonly where: Filters;
  readonly measuring: Measuring;
  readonly locale: Locale;
}

/**
 * Names the filter whose values no record of the period has, and the values there are: nearest to
 * what was typed first, then the most frequent. Null where each value exists by itself.
 */
export async function unknownValue(asked: Filtered): Promise<string | null> {
  for (const segment of segments) {
    const filter = asked.where[segment];
    if (filter === undefined || !("in" in filter)) continue;
    const values = await valuesOf(segment, asked);
    if (values.length === 0 || filter.in.some((each) => isNamed(each, values))) continue;
    return noSuchValue(segment, filter.in, values, asked.locale);
  }
  return null;
}

/**
 * Says which values of a filter no record of the period has, where others of it do: the figure is
 * that of the others alone.
 */
export async function partlyUnknown(asked: Filtered): Promise<readonly Remark[]> {
  const remarks = segments.map(async (segment): Promise<readonly Remark[]> => {
    const filter = asked.where[segment];
    if (filter === undefined) return [];
    const typed = ("in" in filter ? filter.in : filter.not_in).filter((each) => !namesUnset(each));
    if ("in" in filter && filter.in.length < 2) return [];
    const values = await valuesOf(segment, asked);
    const unknown = typed.filter((each) => !isNamed(each, values));
    const isNone = "in" in filter && unknown.length === filter.in.length;
    if (values.length === 0 || unknown.length === 0 || isNone) return [];
    return [{ code: "unknown_value", text: noSuchValue(segment, unknown, values, asked.locale) }];
  });
  return (await Promise.all(remarks)).flat();
}

/** Names of agents are never listed: who may see them is not known here. */
function noSuchValue(
  segment: Segment,
  typed: readonly string[],
  values: readonly string[],
  locale: Locale,
): string {
  if (segment === "agent") {
    return say(locale, (t) => t.reports.reason.no_such_agent, { typed: listed(typed, locale) });
  }
  const nearFirst = values.toSorted((a, b) => slips(a, typed) - slips(b, typed));
  const shown = nearFirst.slice(0, mostValues);
  return say(locale, (t) => t.reports.reason.no_such_value, {
    segment: say(locale, (t) => t.answers.segments[segment]),
    typed: listed(typed, locale),
    values: listed(values.length > mostValues ? [...shown, "…"] : shown, locale),
  });
}

/** The values of the period's records, the most frequent first. */
async function valuesOf(
  segment: Segment,
  { plan, period, measuring }: Filtered,
): Promise<readonly string[]> {
  const { needs, count } = recordCount(plan);
  const rows = await measuring({ needs, windows: [period], by: [segment], where: {} });
  return rows
    .toSorted((a, b) => valueOf(count, b) - valueOf(count, a))
    .flatMap(({ key: [value] }) => (typeof value === "string" ? [value] : []));
}

const noSlip = 100;

/** How many letters are wrong; all that are no slip of the keyboard are alike. */
function slips(value: string, typed: readonly string[]): number {
  const tolerated = Math.max(1, Math.floor(value.length / 3));
  const wrong = typed.map((each) => lettersWrong(foldValue(each), foldValue(value)));
  return Math.min(noSlip, ...wrong.filter((letters) => letters <= tolerated));
}

/** Letters that only changed places are one slip. */
const lettersWrong = (typed: string, value: string): number =>
  Math.min(distance(typed, value), lettersOf(typed) === lettersOf(value) ? 1 : noSlip);

const lettersOf = (text: string): string => Array.from(text).toSorted().join("");
