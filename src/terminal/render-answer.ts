import { answerChart } from "../blocks/answer-chart.ts";
import {
  capital,
  comparisonLabel,
  comparisonText,
  filterTexts,
  freshnessText,
  clauses,
  guardrailVerdictText,
  headline,
  intervalText,
  kpiTitle,
  leastSample,
  ownTargetColumn,
  sampleText,
  segmentTitle,
  targetText,
  valueText,
  variantsText,
} from "../blocks/answer-texts.ts";
import { pieceTexts } from "../blocks/piece-table.ts";
import { numberFormat } from "../i18n/formats.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { segments } from "../kinds/kind.ts";
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
): readonly string[] {
  const { locale, zone, paint } = reader;
  const parts: readonly (readonly string[])[] = [
    [paint.strong(headline(answer, locale)), ...filterTexts(answer.where, locale).map(oneLine)],
    valueLines(answer, reader),
    facts(answer, every, reader),
    pieceLines(answer, every, reader),
    segmentLines(answer, reader),
    [
      ...answer.warnings.map(({ text }) => say(locale, (t) => t.answers.note, { text })),
      ...answer.freshness.map((each) => paint.faint(oneLine(freshnessText(each, locale, zone)))),
    ],
  ];
  return paragraphs(parts);
}

function valueLines(answer: Answer, { locale, paint }: Reader): readonly string[] {
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
  const rows: readonly (readonly [string | null, string | null])[] = [
    [
      comparisonLabel(answer, locale),
      tinted(comparison?.verdict ?? null, comparisonText(answer, locale), paint),
    ],
    [
      target === null ? null : say(locale, (t) => t.answers.target[target.from]),
      tinted(target?.verdict ?? null, targetText(answer, locale), paint),
    ],
    ...answer.guardrails.map((each) => guardrail(each, locale, paint)),
    [say(locale, (t) => t.answers.interval), intervalText(answer, locale)],
    [say(locale, (t) => t.answers.also), variantsText(answer, locale)],
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

function guardrail(check: GuardrailCheck, locale: Locale, paint: Paint): readonly [string, string] {
  const { kpi, value, unit, verdict } = check;
  const text =
    value === null ? say(locale, (t) => t.answers.noData) : formatQuantity(value, unit, locale);
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

function segmentLines(answer: Answer, { locale, paint }: Reader): readonly string[] {
  const by = segments.filter((segment) => segment in (answer.segments[0]?.key ?? {}));
  if (by.length === 0) return [];
  const columns = [
    ...by.map((segment) => capital(segmentTitle(segment, locale), locale)),
    kpiTitle(answer.kpi, locale),
    ...ownTargetColumn(answer, locale),
    say(locale, (t) => t.answers.sampleColumn),
  ];
  const style = { sample: leastSample(answer.segments) };
  const rows = answer.segments.map(({ key, value, sample, target }) => [
    ...by.map((segment) => oneLine(key[segment] ?? say(locale, (t) => t.answers.notKnown))),
    value === null
      ? say(locale, (t) => t.answers.noData)
      : formatQuantity(value, answer.unit, locale, style),
    ...ownTargetColumn(answer, locale).map(() =>
      target === undefined ? "–" : formatQuantity(target, answer.unit, locale),
    ),
    numberFormat(locale).format(sample),
  ]);
  const [head = "", ...body] = textTable({ columns, rows }, by.length);
  return [paint.faint(head), ...body];
}
