import { aside } from "../i18n/aside.ts";
import { dateFormat } from "../i18n/formats.ts";
import { listed } from "../i18n/listed.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { localDay } from "../periods/local-day.ts";
import type { Period } from "../periods/period.ts";
import { formatQuantity } from "../quantities/format-quantity.ts";
import type { Remark, SeriesPoint } from "./answer.ts";
import type { Plan } from "./plan.ts";
import type { Question } from "./question.ts";

/** With fewer months nobody knows what is usual. */
const fewestMonths = 6;

/** The median distance from the median, made as long as a standard deviation. */
const asDeviation = 1.4826;
const farOut = 3;

interface Month extends SeriesPoint {
  readonly value: number;
}

/**
 * S0: know the best month and the worst, and ask what happened in one that stands out. A month does
 * where it lies more than three deviations from the median; both are of ranks, so that the month
 * itself cannot hide behind them.
 */
export function monthRemarks(
  { every, trend }: Question,
  plan: Plan,
  period: Period,
  series: readonly SeriesPoint[],
  locale: Locale,
): readonly Remark[] {
  if (every !== "month" && (every !== null || period.unit !== "month")) return [];
  const months = series.filter((point): point is Month => isWholeMonth(point, period));
  if (months.length < fewestMonths) return [];
  const named = (month: Month): string => nameOf(month, plan, period.zone, locale);
  const sorted = months.toSorted((a, b) => a.value - b.value);
  const [low, high] = [sorted[0], sorted.at(-1)];
  const out = outliersIn(months);
  const remarks: Remark[] = [];
  if ((every === "month" || trend) && low && high && low.value < high.value) {
    const { better } = plan.kpi;
    const [best, worst] = better === "lower" ? [low, high] : [high, low];
    const text = say(
      locale,
      (t) => t.reports.warning[better === "neutral" ? "months_range" : "months_best"],
      { best: named(best), worst: named(worst) },
    );
    remarks.push({ code: "months", text });
  }
  if (out.length > 0) {
    const text = say(locale, (t) => t.reports.warning.outlier_month, {
      months: listed(out.map(named), locale),
    });
    remarks.push({ code: "outlier_month", text });
  }
  return remarks;
}

/** From the first of a month to the first of the next; what is not over yet may still change. */
function isWholeMonth({ from, to, value }: SeriesPoint, { zone, ...period }: Period): boolean {
  const isCut = !localDay(from, zone).endsWith("-01") || !localDay(to, zone).endsWith("-01");
  return value !== null && !isCut && (period.complete || to < period.to);
}

function outliersIn(months: readonly Month[]): readonly Month[] {
  const middle = median(months.map(({ value }) => value));
  const usual = asDeviation * median(months.map(({ value }) => Math.abs(value - middle)));
  return usual === 0 ? [] : months.filter(({ value }) => Math.abs(value - middle) > farOut * usual);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [(sorted.length - 1) / 2, sorted.length / 2].map((at) => Math.floor(at));
  return ((sorted[low ?? 0] ?? 0) + (sorted[high ?? 0] ?? 0)) / 2;
}

function nameOf(
  { from, value, sample }: Month,
  { unit }: Plan,
  timeZone: string,
  locale: Locale,
): string {
  const month = dateFormat(locale, { month: "short", year: "numeric", timeZone }).format(from);
  return aside(month, formatQuantity(value, unit, locale, { sample }), locale);
}
