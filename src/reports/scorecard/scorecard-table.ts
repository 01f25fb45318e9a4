import { kpiById } from "../../kpis/index.ts";
import type { Locale } from "../../i18n/locale.ts";
import { say } from "../../i18n/say.ts";
import { sentences } from "../../i18n/sentences.ts";
import { segments, type Segment } from "../../kinds/kind.ts";
import { localDay } from "../../periods/local-day.ts";
import type { Unit } from "../../quantities/unit.ts";
import type { Answer, SegmentFigure } from "../answer.ts";
import type { Cell, CellTable } from "./cell.ts";

/** For programs: their names never change with the language. */
const fixed = [
  "kpi",
  "title",
  "from",
  "to",
  "zone",
  "value",
  "unit",
  "numerator",
  "denominator",
  "sample",
  "target",
  "before",
  "change",
  "data_as_of",
  "note",
] as const;

type FixedColumn = (typeof fixed)[number];

/**
 * A row for each KPI and for each of its segments. `from` and `to` are both days of the period,
 * `change` is absolute, times are in seconds, and what has no data has an empty cell.
 */
export function scorecardTable(answers: readonly Answer[], locale: Locale): CellTable {
  const split = segments.filter((segment) =>
    answers.some((answer) => answer.segments.some(({ key }) => segment in key)),
  );
  const columns = [...fixed.slice(0, 2), ...split, ...fixed.slice(2)];
  const rows = answers.flatMap((answer) => [
    rowOf(columns, wholeOf(answer, locale), {}),
    ...answer.segments.map((figure) =>
      rowOf(columns, segmentOf(answer, figure, locale), segmentCells(figure.key, locale)),
    ),
    ...(answer.other === null || answer.other === undefined
      ? []
      : [
          rowOf(
            columns,
            segmentOf(answer, answer.other, locale),
            Object.fromEntries(
              split.map((name) => [
                name,
                say(locale, (t) => t.people.export.others, { count: answer.other?.groups ?? 0 }),
              ]),
            ),
          ),
        ]),
  ]);
  return { columns, rows };
}

type Cells = Readonly<Partial<Record<FixedColumn, Cell>>>;

const rowOf = (
  columns: readonly string[],
  cells: Cells,
  inSegments: Readonly<Partial<Record<Segment, string>>>,
): readonly Cell[] => {
  const all = new Map<string, Cell>([...Object.entries(cells), ...Object.entries(inSegments)]);
  return columns.map((name) => all.get(name) ?? null);
};

const segmentCells = (key: SegmentFigure["key"], locale: Locale) =>
  Object.fromEntries(
    Object.entries(key).map(([name, value]) => [
      name,
      value ?? say(locale, (t) => t.answers.notKnown),
    ]),
  );

function wholeOf(answer: Answer, locale: Locale): Cells {
  const { unit, comparison, target, reason } = answer;
  return {
    ...figureOf(answer, answer, locale),
    target: quantity(target?.value ?? null, unit),
    before: quantity(comparison?.value ?? null, unit),
    change: quantity(comparison?.change ?? null, unit),
    note: sentences(
      [reason, ...answer.warnings].flatMap((each) => each?.text ?? []),
      locale,
    ),
  };
}

const segmentOf = (
  answer: Answer,
  figure: Omit<SegmentFigure, "key" | "rank">,
  locale: Locale,
): Cells => ({
  ...figureOf(answer, figure, locale),
  target: quantity(figure.target ?? null, answer.unit),
});

function figureOf(
  { kpi, period, unit, freshness }: Answer,
  figure: Pick<SegmentFigure, "value" | "numerator" | "denominator" | "sample">,
  locale: Locale,
): Cells {
  const { zone } = period;
  const reached = freshness.flatMap(({ asOf }) => (asOf === null ? [] : [asOf.toISOString()]));
  const lastInstant = new Date(Math.max(period.from.getTime(), period.to.getTime() - 1));
  return {
    kpi,
    title: kpiById(kpi).title[locale],
    from: localDay(period.from, zone),
    to: localDay(lastInstant, zone),
    zone,
    value: quantity(figure.value, unit),
    unit,
    numerator: finite(figure.numerator),
    denominator: finite(figure.denominator),
    sample: figure.sample,
    // What is known of all of them is known up to the first.
    data_as_of: reached.toSorted()[0] ?? null,
  };
}

const finite = (value: number | null): number | null =>
  value !== null && Number.isFinite(value) ? value : null;

function quantity(value: number | null, unit: Unit): Cell {
  const known = finite(value);
  return known !== null && unit === "percent" ? { percent: known } : known;
}
