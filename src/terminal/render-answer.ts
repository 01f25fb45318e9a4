import { answerChart } from "../blocks/answer-chart.ts";
import {
  comparisonLabel,
  comparisonText,
  filterTexts,
  freshnessText,
  clauses,
  guardrailVerdictText,
  headline,
  intervalText,
  kpiTitle,
  sampleText,
  targetText,
  valueText,
  variantsText,
} from "../blocks/answer-texts.ts";
import { cardTexts } from "../blocks/card-texts.ts";
import { definitionText } from "../blocks/definition-text.ts";
import { heatTexts } from "../blocks/heat-table.ts";
import { pieceTexts } from "../blocks/piece-table.ts";
import { segmentTexts } from "../blocks/segment-table.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import type { PieceUnit } from "../periods/pieces-of.ts";
import { formatQuantity } from "../quantities/format-quantity.ts";
import type { Answer, GuardrailCheck } from "../reports/answer.ts";
import { paragraphs } from "./paragraphs.ts";
import { oneLine, type Paint } from "./paint.ts";
import { textTable } from "./text-table.ts";
import { padEnd, textWidth } from "./text-width.ts";

export interface Reader {
  readonly locale: Locale;
  /** The reader's own: only "data as of" is told in it. */
  readonly zone: string;
  readonly paint: Paint;
}

/** A KPI answer as lines of text; `every` says what its series are pieces of the period by. */
export function renderAnswer(
  answer: Answer,
  every: PieceUnit | null,
  reader: Reader,
  notes: readonly string[] = [],
): readonly string[] {
  const { locale, zone, paint } = reader;
  const parts: readonly (readonly string[])[] = [
    [paint.strong(headline(answer, locale)), ...filterTexts(answer.where, locale).map(oneLine)],
    valueLines(answer, reader),
    facts(answer, every, reader),
    notes.map(oneLine),
    pieceLines(answer, every, reader),
    heatLines(answer, reader),
    segmentLines(answer, reader),
    [
      ...definitionLines(answer, locale),
      ...answer.warnings.map(({ text }) => say(locale, (t) => t.answers.note, { text })),
      ...answer.freshness.map((each) => paint.faint(oneLine(freshnessText(each, locale, zone)))),
    ],
  ];
  return paragraphs(parts);
}

function valueLines(answer: Answer, { locale, paint }: Reader): readonly string[] {
  if (answer.reason?.code === "card") return [oneLine(answer.reason.text)];
  const value = paint.strong(valueText(answer, locale));
  if (answer.value !== null) return [`${value}  ${sampleText(answer, locale)}`];
  if (answer.reason === null) return [value];
  const next =
    answer.reason.code === "no_records" ? say(locale, (t) => t.terminal.noRecordsNext) : null;
  return [value, oneLine(answer.reason.text), ...(next === null ? [] : [next])];
}

/** Label and text, the texts in one column. */
function facts(
  answer: Answer,
  every: PieceUnit | null,
  { locale, paint }: Reader,
): readonly string[] {
  const { comparison, target } = answer;
  const isCard = answer.reason?.code === "card";
  const rows: readonly (readonly [string | null, string | null])[] = [
    ...(isCard ? cardTexts(answer, locale) : []),
    [
      comparisonLabel(answer, locale),
      tinted(comparison?.verdict ?? null, comparisonText(answer, locale), paint),
    ],
    [
      target === null ? null : say(locale, (t) => t.answers.target[target.from]),
      tinted(target?.verdict ?? null, targetText(answer, locale), paint),
    ],
    ...answer.guardrails.map((each) => guardrail(each, answer, locale, paint)),
    [say(locale, (t) => t.answers.interval), intervalText(answer, locale)],
    [say(locale, (t) => t.answers.also), isCard ? null : variantsText(answer, locale)],
  ];
  const shown = rows.flatMap(([label, text]) =>
    label === null || text === null ? [] : [[label, text] as const],
  );
  const width = Math.max(0, ...shown.map(([label]) => textWidth(label)));
  const trend = answerChart(answer, locale, every)?.inWords ?? null;
  return [
    ...shown.map(([label, text]) => `${padEnd(label, width)}  ${text}`),
    ...(trend === null ? [] : [trend]),
  ];
}

/** The definition, where it is not the usual one. */
const definitionLines = (
  { definition, changed = [], kpi }: Answer,
  locale: Locale,
): readonly string[] =>
  changed.length === 0
    ? []
    : [
        say(locale, (t) => t.answers.definition, {
          definition: definitionText(definition, changed, kpi, locale),
        }),
      ];

function guardrail(
  check: GuardrailCheck,
  { currency }: Answer,
  locale: Locale,
  paint: Paint,
): readonly [string, string] {
  const { kpi, value, unit, verdict } = check;
  const text =
    value === null
      ? say(locale, (t) => t.answers.noData)
      : formatQuantity(value, unit, locale, { currency });
  const words = clauses([text, guardrailVerdictText(check, locale)], locale);
  const label = say(locale, (t) => t.answers.guardrail, { kpi: kpiTitle(kpi, locale) });
  return [label, tinted(verdict, words, paint) ?? words];
}

function tinted(verdict: string | null, text: string | null, paint: Paint): string | null {
  if (text === null) return null;
  if (verdict === "better" || verdict === "met") return paint.good(text);
  return verdict === "worse" || verdict === "missed" ? paint.bad(text) : text;
}

function pieceLines(
  answer: Answer,
  every: PieceUnit | null,
  { locale, paint }: Reader,
): readonly string[] {
  const texts = pieceTexts(answer, every, locale);
  if (texts === null) return [];
  const rows = texts.rows.map((row) =>
    row.map((cell) => (typeof cell === "string" ? cell : cell.text)),
  );
  const [head = "", ...body] = textTable({ columns: texts.columns, rows }, 1);
  return [paint.faint(head), ...body];
}

function heatLines(answer: Answer, { locale, paint }: Reader): readonly string[] {
  const texts = heatTexts(answer, locale);
  if (texts === null) return [];
  const rows = texts.rows.map((row) =>
    row.map((cell) => (typeof cell === "string" ? cell : cell.text)),
  );
  const [head = "", ...body] = textTable({ columns: texts.columns, rows }, 1);
  return [paint.faint(head), ...body, texts.peaks];
}

function segmentLines(answer: Answer, { locale, paint }: Reader): readonly string[] {
  const texts = segmentTexts(answer, locale);
  if (texts === null) return [];
  const rows = texts.rows.map((row) =>
    row.map((cell) => oneLine(typeof cell === "string" ? cell : cell.text)),
  );
  const [head = "", ...body] = textTable({ columns: texts.columns, rows }, texts.names);
  return [paint.faint(head), ...body];
}
