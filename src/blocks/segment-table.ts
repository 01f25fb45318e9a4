import type { DataTableBlock } from "@slack/types";
import { numberFormat } from "../i18n/formats.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { segments, type Segment } from "../kinds/kind.ts";
import { formatQuantity } from "../quantities/format-quantity.ts";
import type { Answer, SegmentFigure } from "../reports/answer.ts";
import { capital, kpiTitle, leastSample, segmentTitle } from "./answer-texts.ts";
import { cardText, shownOn } from "./card-texts.ts";
import { dataTable, rowsThatFit, type Cell } from "./factories.ts";

export interface SegmentTexts {
  readonly caption: string;
  readonly columns: readonly string[];
  /** How many columns at the left are names. */
  readonly names: number;
  readonly rows: readonly (readonly Cell[])[];
}

/** A figure without a name is "other". */
type Row = Omit<SegmentFigure, "key"> & { readonly key: SegmentFigure["key"] | null };

/** The figures of each segment as rows; null when nothing was split. */
export function segmentTexts(answer: Answer, locale: Locale): SegmentTexts | null {
  const { other, unit, currency } = answer;
  const [first] = answer.segments;
  const by = segments.filter((segment) => segment in (first?.key ?? {}));
  if (by.length === 0) return null;
  const rows: readonly Row[] = [
    ...answer.segments.slice(0, other?.after),
    ...(other === null ? [] : [{ ...other, key: null }]),
  ];
  const title = kpiTitle(answer.kpi, locale);
  const count = numberFormat(locale);
  const style = { sample: leastSample(rows), currency };
  const quantity = (value: number | null): Cell =>
    value === null
      ? say(locale, (t) => t.answers.noData)
      : { value, text: formatQuantity(value, unit, locale, style) };
  const isLeague = by.length === 1 && by[0] === "agent";
  const columns: readonly (readonly [boolean, string, (row: Row) => Cell])[] = [
    ...by.map(
      (segment, index) =>
        [
          true,
          capital(segmentTitle(segment, locale), locale),
          ({ key }: Row) => nameOf(key, segment, index),
        ] as const,
    ),
    [
      rows.some(({ rank }) => rank !== undefined),
      say(locale, (t) => t.answers.rank),
      ({ rank }) => (rank === undefined ? "–" : { value: rank, text: count.format(rank) }),
    ],
    ...figureColumns(),
    [
      rows.some(({ target }) => target !== undefined),
      say(locale, (t) => t.answers.target.config),
      ({ target }) =>
        target === undefined
          ? "–"
          : { value: target, text: formatQuantity(target, unit, locale, { currency }) },
    ],
    [
      rows.some(({ variants }) => "crude" in variants),
      say(locale, (t) => t.answers.crude),
      ({ variants }) => ("crude" in variants ? quantity(variants["crude"] ?? null) : "–"),
    ],
    [
      isLeague && rows.some(({ interval }) => interval !== null),
      say(locale, (t) => t.answers.interval),
      ({ interval }) => (interval === null ? "–" : rangeText(interval)),
    ],
    [
      true,
      say(locale, (t) => t.answers.sampleColumn),
      ({ sample }) => ({ value: sample, text: count.format(sample) }),
    ],
  ];
  const shown = columns.filter(([isShown]) => isShown);
  return {
    caption: say(locale, (t) => t.answers.tableCaption, {
      kpi: title,
      segments: listed(by, locale),
    }),
    columns: shown.map(([, name]) => name),
    names: by.length,
    rows: rows.map((row) => shown.map(([, , cell]) => cell(row))),
  };

  /** One column for a value, or one for each figure of a card. */
  function figureColumns(): readonly (readonly [boolean, string, (row: Row) => Cell])[] {
    const cards = shownOn(answer);
    if (cards.length === 0) return [[true, title, ({ value }) => quantity(value)]];
    return cards.map((id) => [
      true,
      kpiTitle(id, locale),
      ({ variants, sample }) => {
        const value = variants[id] ?? null;
        if (value === null) return say(locale, (t) => t.answers.noData);
        return { value, text: cardText(id, variants, sample, locale) };
      },
    ]);
  }

  function nameOf(key: Row["key"], segment: Segment, index: number): string {
    if (key !== null) return key[segment] ?? say(locale, (t) => t.answers.notKnown);
    return index > 0 ? "–" : say(locale, (t) => t.answers.remaining, { count: other?.groups ?? 0 });
  }

  function rangeText({ low, high }: { readonly low: number; readonly high: number }): string {
    return [low, high].map((each) => formatQuantity(each, unit, locale, style)).join(" – ");
  }
}

export interface SegmentTable {
  /** Null where not even one row has room. */
  readonly table: DataTableBlock | null;
  /** What the table had no room for, in words; null when it shows all. */
  readonly rest: string | null;
}

/** The same as a table people can sort. */
export function segmentTable(answer: Answer, locale: Locale, room: number): SegmentTable | null {
  const texts = segmentTexts(answer, locale);
  if (texts === null) return null;
  const shown = rowsThatFit({ ...texts, room });
  const left = texts.rows.length - shown;
  return {
    table: shown === 0 ? null : dataTable({ ...texts, room }),
    rest: left === 0 ? null : say(locale, (t) => t.answers.rowsLeftOut, { count: left }),
  };
}

const listed = ([first, second]: readonly Segment[], locale: Locale): string => {
  const names = [first, second].flatMap((each) =>
    each === undefined ? [] : [segmentTitle(each, locale)],
  );
  return names.length < 2
    ? (names[0] ?? "")
    : say(locale, (t) => t.answers.and, { first: names[0] ?? "", second: names[1] ?? "" });
};
