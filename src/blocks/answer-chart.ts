import { seriesChart, type AxisChart, type ChartPoint } from "../charts/series-chart.ts";
import { sparkline } from "../charts/sparkline.ts";
import { aside } from "../i18n/aside.ts";
import { dateFormat } from "../i18n/formats.ts";
import { listed } from "../i18n/listed.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import type { PieceUnit } from "../periods/pieces-of.ts";
import type { Answer, SeriesPoint } from "../reports/answer.ts";
import { dateTag, kpiTitle } from "./answer-texts.ts";
import { definitionText } from "./definition-text.ts";
import { limits } from "./limits.ts";

/** The series of an answer as a chart, with what the chart cannot say; null with too little to draw. */
export interface AnswerChart {
  readonly title: string;
  readonly picture: AxisChart;
  /** Which periods have no data, in words; null when all have. */
  readonly gaps: string | null;
  /** The same as one line of text. */
  readonly inWords: string;
}

export function answerChart(
  answer: Answer,
  locale: Locale,
  every: PieceUnit | null = null,
): AnswerChart | null {
  const scale = scaleFor(answer, locale);
  const points = labelled(sinceFirst(answer.series), answer.period.zone, locale).map(
    ({ label, value }) => ({
      label,
      value: value === null ? null : value / scale.divisor,
    }),
  );
  const name = kpiTitle(answer.kpi, locale);
  const picture = seriesChart({
    // The title says which KPI it is, and a legend has no room for most of their names.
    name: say(locale, (t) => t.answers.value),
    points,
    target:
      answer.target === null
        ? null
        : {
            name: say(locale, (t) => t.answers.target.config),
            value: answer.target.value / scale.divisor,
          },
    ...(scale.label !== null && { valueLabel: scale.label }),
  });
  if (picture === null) return null;
  const title = chartTitle(answer, name, locale);
  const inWords = trendLine(points, every === null ? "trendLine" : "piecesLine", locale);
  return { title, picture, gaps: gapsIn(points, locale), inWords };
}

/** A definition that is not the usual one says so where the picture may be seen alone. */
function chartTitle(
  { kpi, definition, changed = [] }: Answer,
  name: string,
  locale: Locale,
): string {
  if (changed.length === 0) return name;
  const said = definitionText(definition, changed, kpi, locale);
  const whole = aside(name, said, locale);
  return whole.length <= limits.chartTitle ? whole : said;
}

/** Before the first record there was nothing to miss. */
const sinceFirst = (series: readonly SeriesPoint[]): readonly SeriesPoint[] => {
  const first = series.findIndex((point) => point.value !== null);
  return first === -1 ? [] : series.slice(first);
};

const trendLine = (
  points: readonly ChartPoint[],
  line: "trendLine" | "piecesLine",
  locale: Locale,
): string =>
  say(locale, (t) => t.answers[line], {
    picture: sparkline(points.map((point) => point.value)),
    first: points[0]?.label ?? "",
    last: points.at(-1)?.label ?? "",
  });

function gapsIn(points: readonly ChartPoint[], locale: Locale): string | null {
  const labels = points.filter((point) => point.value === null).map((point) => point.label);
  return labels.length === 0
    ? null
    : say(locale, (t) => t.answers.chartGaps, { labels: listed(labels, locale) });
}

const dayMs = 86_400_000;

/**
 * Periods named by their first day, shorter where they are long. The longest decides for all, so
 * that an unfinished last month is still called a month.
 */
function labelled(series: readonly SeriesPoint[], zone: string, locale: Locale): ChartPoint[] {
  const days = Math.max(...series.map(({ from, to }) => (to.getTime() - from.getTime()) / dayMs));
  const format = dateFormat(dateTag(locale), {
    timeZone: zone,
    ...(days > 300
      ? { year: "numeric" }
      : days > 20
        ? { month: "short", year: "numeric" }
        : { day: "numeric", month: "short" }),
  });
  return series.map(({ from, value }) => ({ label: format.format(from), value }));
}

/** A chart shows bare numbers, so seconds become the unit people would say them in. */
function scaleFor(
  { unit, series }: Answer,
  locale: Locale,
): { readonly divisor: number; readonly label: string | null } {
  if (unit === "percent") return { divisor: 1, label: "%" };
  if (unit !== "seconds") return { divisor: 1, label: null };
  const most = Math.max(0, ...series.map((point) => point.value ?? 0));
  if (most >= 2 * 86_400) return { divisor: 86_400, label: say(locale, (t) => t.answers.inDays) };
  if (most >= 2 * 3_600) return { divisor: 3_600, label: say(locale, (t) => t.answers.inHours) };
  if (most >= 2 * 60) return { divisor: 60, label: say(locale, (t) => t.answers.inMinutes) };
  return { divisor: 1, label: say(locale, (t) => t.answers.inSeconds) };
}
