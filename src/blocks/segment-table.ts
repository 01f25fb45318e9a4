import type { DataTableBlock } from "@slack/types";
import { numberFormat } from "../i18n/formats.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { segments, type Segment } from "../kinds/kind.ts";
import { formatQuantity } from "../quantities/format-quantity.ts";
import type { Answer, SegmentFigure } from "../reports/answer.ts";
import { capital, kpiTitle, leastSample, ownTargetColumn, segmentTitle } from "./answer-texts.ts";
import { limits } from "./limits.ts";
import { dataTable, rowsThatFit, type Cell } from "./factories.ts";

export interface SegmentTable {
  readonly table: DataTableBlock;
  /** What the table had no room for, in words; null when it shows all. */
  readonly rest: string | null;
}

/** The figures of each segment, as a table people can sort; null when nothing was split. */
export function segmentTable(
  answer: Answer,
  locale: Locale,
  room: number = limits.tableText,
): SegmentTable | null {
  const by = segments.filter((segment) => segment in (answer.segments[0]?.key ?? {}));
  if (by.length === 0) return null;
  const title = kpiTitle(answer.kpi, locale);
  const columns = [
    ...by.map((segment) => capital(segmentTitle(segment, locale), locale)),
    title,
    ...ownTargetColumn(answer, locale),
    say(locale, (t) => t.answers.sampleColumn),
  ];
  const rows = answer.segments.map((figure) => rowOf(figure, by, answer, locale));
  const left = rows.length - rowsThatFit({ columns, rows, room });
  return {
    table: dataTable({
      caption: say(locale, (t) => t.answers.tableCaption, {
        kpi: title,
        segments: listed(by, locale),
      }),
      columns,
      rows,
      room,
    }),
    rest: left === 0 ? null : say(locale, (t) => t.answers.rowsLeftOut, { count: left }),
  };
}

const rowOf = (
  { key, value, sample, target }: SegmentFigure,
  by: readonly Segment[],
  answer: Answer,
  locale: Locale,
): readonly Cell[] => [
  ...by.map((segment) => key[segment] ?? say(locale, (t) => t.answers.notKnown)),
  value === null
    ? say(locale, (t) => t.answers.noData)
    : {
        value,
        text: formatQuantity(value, answer.unit, locale, { sample: leastSample(answer.segments) }),
      },
  ...ownTargetColumn(answer, locale).map(() =>
    target === undefined
      ? "–"
      : { value: target, text: formatQuantity(target, answer.unit, locale) },
  ),
  { value: sample, text: numberFormat(locale).format(sample) },
];

const listed = ([first, second]: readonly Segment[], locale: Locale): string => {
  const names = [first, second].flatMap((each) =>
    each === undefined ? [] : [segmentTitle(each, locale)],
  );
  return names.length < 2
    ? (names[0] ?? "")
    : say(locale, (t) => t.answers.and, { first: names[0] ?? "", second: names[1] ?? "" });
};
