import { distance } from "fastest-levenshtein";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { segments, type Segment } from "../kinds/kind.ts";
import { inputsOf, valueOf, type Needs } from "../kpis/evaluate.ts";
import { sumOf, type Input } from "../kpis/inputs.ts";
import type { Filters } from "../kpis/where.ts";
import type { Period } from "../periods/period.ts";
import type { Measuring } from "./measuring.ts";
import type { Plan } from "./plan.ts";

const mostValues = 8;

/** Counts the records of a KPI's kinds, whether or not they count for it. */
export function recordCount({ formula }: Plan) {
  const places = inputsOf(formula).map(({ kind, at, through }): [string, Input] => {
    const id = `${kind} by ${at}`;
    return [id, { id, kind, at, take: "count", ...(through !== undefined && { through }) }];
  });
  const inputs = [...new Map(places).values()];
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
 * what was typed first, then the most frequent. Null where each value exists by itself. Names of
 * agents are never listed: who may see them is not known here.
 */
export async function unknownValue(asked: Filtered): Promise<string | null> {
  for (const segment of segments) {
    const filter = asked.where[segment];
    if (filter === undefined || !("in" in filter) || segment === "agent") continue;
    const values = await valuesOf(segment, asked);
    if (values.length === 0 || filter.in.some((each) => values.includes(each))) continue;
    const nearFirst = values.toSorted((a, b) => slips(a, filter.in) - slips(b, filter.in));
    const shown = nearFirst.slice(0, mostValues).join(", ");
    return say(asked.locale, (t) => t.reports.reason.no_such_value, {
      segment: say(asked.locale, (t) => t.answers.segments[segment]),
      typed: filter.in.join(", "),
      values: values.length > mostValues ? `${shown}, …` : shown,
    });
  }
  return null;
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
  const wrong = typed.map((each) => distance(each.toLowerCase(), value.toLowerCase()));
  return Math.min(noSlip, ...wrong.filter((letters) => letters <= tolerated));
}
