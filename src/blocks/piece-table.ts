import type { DataTableBlock } from "@slack/types";
import { numberFormat } from "../i18n/formats.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { pieceTitles } from "../periods/period-title.ts";
import type { PieceUnit } from "../periods/pieces-of.ts";
import { formatQuantity } from "../quantities/format-quantity.ts";
import type { Answer } from "../reports/answer.ts";
import { capital, kpiTitle, leastSample } from "./answer-texts.ts";
import { dataTable, rowsThatFit, type Cell } from "./factories.ts";

export interface PieceTexts {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly [string, Cell, Cell])[];
}

/**
 * The days, weeks or months of an answer as rows, oldest first; null where none were asked for, or
 * none has a figure.
 */
export function pieceTexts(
  answer: Answer,
  every: PieceUnit | null,
  locale: Locale,
): PieceTexts | null {
  if (every === null || answer.series.every(({ value }) => value === null)) return null;
  const kpi = kpiTitle(answer.kpi, locale);
  const titles = pieceTitles(answer.series, every, answer.period, locale);
  const count = numberFormat(locale);
  const style = { sample: leastSample(answer.series), currency: answer.currency };
  const unit = say(locale, (t) => t.answers.pieces[every]);
  return {
    caption: say(locale, (t) => t.answers.tableCaption, { kpi, segments: unit }),
    columns: [capital(unit, locale), kpi, say(locale, (t) => t.answers.sampleColumn)],
    rows: answer.series.map(({ value, sample }, index) => [
      titles[index] ?? "",
      value === null
        ? say(locale, (t) => t.answers.noData)
        : { value, text: formatQuantity(value, answer.unit, locale, style) },
      { value: sample, text: count.format(sample) },
    ]),
  };
}

export interface PieceTable {
  /** Null where not even one row has room. */
  readonly table: DataTableBlock | null;
  /** What the table had no room for, in words; null when it shows all. */
  readonly rest: string | null;
}

export function pieceTable(
  answer: Answer,
  every: PieceUnit | null,
  locale: Locale,
  room: number,
): PieceTable | null {
  const texts = pieceTexts(answer, every, locale);
  if (texts === null) return null;
  const shown = rowsThatFit({ ...texts, room });
  const left = texts.rows.length - shown;
  return {
    table: shown === 0 ? null : dataTable({ ...texts, room }),
    rest: left === 0 ? null : say(locale, (t) => t.answers.piecesLeftOut, { count: left }),
  };
}
