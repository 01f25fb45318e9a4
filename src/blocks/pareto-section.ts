import { listed } from "../i18n/listed.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { segments } from "../kinds/kind.ts";
import { formatDuration } from "../quantities/format-duration.ts";
import { formatQuantity } from "../quantities/format-quantity.ts";
import type { SegmentFigure } from "../reports/answer.ts";
import { paretoShare, type Pareto, type ParetoRow } from "../reports/pareto.ts";
import { capital } from "./answer-texts.ts";
import { keyText, segmentsText } from "./sheet-texts.ts";
import type { SheetSection } from "./sheet.ts";

const mostRows = 20;
const mostNamed = 5;

/** What makes up a count and the time it took, with the few that make most of either in a sentence. */
export function paretoSection({ rows, time, few }: Pareto, locale: Locale): SheetSection {
  const by = segments.filter((segment) => rows[0] !== undefined && segment in rows[0].key);
  const timeTitle = time === null ? null : say(locale, (t) => t.explain.top.pareto[time.of]);
  const shown = rows.slice(0, mostRows);
  return {
    heading: say(locale, (t) => t.explain.top.segments),
    lines: [
      ...fewText("byCount", few.byCount, rows, locale),
      ...fewText("byTime", few.byTime, rows, locale, timeTitle?.toLocaleLowerCase(locale)),
      ...(shown.length < rows.length
        ? [say(locale, (t) => t.explain.top.shown, { shown: shown.length, total: rows.length })]
        : []),
    ],
    table: {
      columns: [
        capital(segmentsText(by, locale), locale),
        say(locale, (t) => t.explain.top.pareto.count),
        say(locale, (t) => t.explain.top.pareto.share),
        say(locale, (t) => t.explain.top.pareto.cumulative),
        ...(timeTitle === null
          ? []
          : [timeTitle, say(locale, (t) => t.explain.top.pareto.timeShare)]),
      ],
      rows: shown.map((row) => [
        keyText(row.key, locale),
        formatQuantity(row.count, "count", locale),
        percent(row.share, locale),
        percent(row.cumulative, locale),
        ...(timeTitle === null ? [] : timeCells(row, locale)),
      ]),
    },
  };
}

const percent = (share: number, locale: Locale): string =>
  formatQuantity(share, "percent", locale, { sample: 0 });

const timeCells = ({ seconds, timeShare }: ParetoRow, locale: Locale): readonly string[] => [
  seconds === null ? "–" : formatDuration(seconds, locale),
  timeShare === null ? "–" : percent(timeShare, locale),
];

function fewText(
  what: "byCount" | "byTime",
  keys: readonly SegmentFigure["key"][],
  rows: readonly ParetoRow[],
  locale: Locale,
  time = "",
): readonly string[] {
  if (keys.length === 0) return [];
  const names = keys.slice(0, mostNamed).map((key) => keyText(key, locale));
  const values = {
    count: keys.length,
    all: rows.length,
    share: formatQuantity(paretoShare, "percent", locale),
    names: listed([...names, ...(keys.length > mostNamed ? ["…"] : [])], locale),
    time,
  };
  return [say(locale, (t) => t.explain.top.pareto[what], values)];
}
