import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import type { PieceUnit } from "../periods/pieces-of.ts";
import type { Answer } from "../reports/answer.ts";
import { answerChart, type AnswerChart } from "./answer-chart.ts";
import {
  clauses,
  comparisonLabel,
  comparisonText,
  filterTexts,
  freshnessText,
  guardrailVerdictText,
  headline,
  intervalText,
  kpiTitle,
  labelled,
  sampleText,
  targetText,
  valueText,
  variantsText,
} from "./answer-texts.ts";
import type { DrawnMessage, SentBlock, WordsButton } from "./block.ts";
import { actions, chart, context, fields, header, section, wordsButtons } from "./factories.ts";
import { limits } from "./limits.ts";
import { pieceTable } from "./piece-table.ts";
import { shareButton } from "./share-button.ts";
import { segmentTable } from "./segment-table.ts";
import { formatQuantity } from "../quantities/format-quantity.ts";
import { joinMarkup, md, toMrkdwn, type Markup } from "./text.ts";

export interface AnswerDrawing {
  readonly locale: Locale;
  /** What the series are pieces of the period by; null where they are the periods before. */
  readonly every: PieceUnit | null;
  /** The reader's zone: only for when the data was read, the figures stay in the workspace's. */
  readonly zone: string;
  readonly buttons: readonly WordsButton[];
  /** The words that ask the same again for the whole channel; null where there is none to share to. */
  readonly share: string | null;
  /** Who showed it to the channel; null in a private answer. */
  readonly sharedBy: string | null;
}

/** A KPI answer as a message: what it is, what to make of it, how it was made, what to do next. */
export function answerBlocks(answer: Answer, drawing: AnswerDrawing): DrawnMessage {
  const { locale, every } = drawing;
  const picture = answerChart(answer, locale, every);
  const pieces = pieceTable(answer, every, locale);
  const table = segmentTable(answer, locale, pieces?.room);
  const blocks: readonly (SentBlock | null)[] = [
    header(headline(answer, locale)),
    ...(answer.value === null ? [noData(answer, locale)] : fields(figures(answer, locale))),
    ...paragraph(filterTexts(answer.where, locale).map((text) => md`${text}`)),
    ...(picture === null ? [] : drawn(picture, pieces !== null && isTooLong(answer))),
    pieces?.table ?? null,
    ...paragraph(pieces?.rest ? [md`${pieces.rest}`] : []),
    table?.table ?? null,
    ...paragraph([...(table?.rest ? [md`${table.rest}`] : []), ...remarks(answer, locale)]),
    origin(answer, drawing),
    ...actions([
      ...wordsButtons(drawing.buttons),
      ...(drawing.share === null ? [] : shareButton(drawing.share, locale)),
    ]),
  ];
  return { text: summary(answer, locale), blocks: blocks.filter((block) => block !== null) };
}

/** A chart of the newest pieces alone would pass for the whole period: a line of text has them all. */
const drawn = ({ title, picture, gaps, inWords }: AnswerChart, inText: boolean) =>
  inText
    ? paragraph([md`${inWords}`])
    : [chart(title, picture), ...paragraph(gaps === null ? [] : [md`${gaps}`])];

const isTooLong = ({ series }: Answer): boolean => series.length > limits.chartPoints;

/** The answer in one plain line, for a notification and for a screen reader. */
function summary(answer: Answer, locale: Locale): string {
  const change = comparisonText(answer, locale);
  const target = targetText(answer, locale);
  const more =
    answer.value === null
      ? [answer.reason?.text ?? null]
      : [
          change === null ? null : labelled(comparisonLabel(answer, locale) ?? "", change, locale),
          target === null ? null : `${targetName(answer, locale)} ${target}`,
        ];
  const line = [labelled(headline(answer, locale), valueText(answer, locale), locale), ...more]
    .filter((text) => text !== null)
    .join(" · ");
  return toMrkdwn(line, limits.messageText);
}

const noData = (answer: Answer, locale: Locale) =>
  section(
    joinMarkup(
      [
        md`*${valueText(answer, locale)}*`,
        ...(answer.reason === null ? [] : [answer.reason.text]),
        ...(answer.reason?.code === "being_read" ? [] : [say(locale, (t) => t.answers.noDataNext)]),
      ],
      "\n",
    ),
  );

const field = (label: string, value: string): Markup => md`*${label}*\n${value}`;

/** A plain count is its own sample. */
function valueField(answer: Answer, locale: Locale): Markup {
  const value = md`*${say(locale, (t) => t.answers.value)}*\n*${valueText(answer, locale)}*`;
  return answer.unit === "count" && answer.value === answer.sample
    ? value
    : md`${value}\n${sampleText(answer, locale)}`;
}

function figures(answer: Answer, locale: Locale): readonly Markup[] {
  const change = comparisonText(answer, locale);
  const target = targetText(answer, locale);
  const variants = variantsText(answer, locale);
  const interval = intervalText(answer, locale);
  return [
    valueField(answer, locale),
    ...(change === null ? [] : [field(comparisonLabel(answer, locale) ?? "", change)]),
    ...(target === null ? [] : [field(targetName(answer, locale), target)]),
    ...(interval === null
      ? []
      : [
          field(
            say(locale, (t) => t.answers.interval),
            interval,
          ),
        ]),
    ...(variants === null
      ? []
      : [
          field(
            say(locale, (t) => t.answers.also),
            variants,
          ),
        ]),
    ...answer.guardrails.map((guardrail) =>
      field(
        say(locale, (t) => t.answers.guardrail, { kpi: kpiTitle(guardrail.kpi, locale) }),
        clauses(
          [
            guardrail.value === null
              ? say(locale, (t) => t.answers.noData)
              : formatQuantity(guardrail.value, guardrail.unit, locale),
            guardrailVerdictText(guardrail, locale),
          ],
          locale,
        ),
      ),
    ),
  ];
}

const targetName = ({ target }: Answer, locale: Locale): string =>
  say(locale, (t) => t.answers.target[target?.from ?? "config"]);

const remarks = (answer: Answer, locale: Locale): readonly Markup[] =>
  answer.warnings.map(({ text }) => md`${say(locale, (t) => t.answers.note, { text })}`);

/** Small print: sources with how far they reach, the zone of the days, the definition, who shared. */
function origin(answer: Answer, { locale, zone, sharedBy }: AnswerDrawing) {
  const lines = [
    ...answer.freshness.map((each) => freshnessText(each, locale, zone)),
    ...(answer.period.zone === zone
      ? []
      : [say(locale, (t) => t.answers.countedIn, { zone: answer.period.zone })]),
    say(locale, (t) => t.answers.definition, { definition: answer.definition }),
    ...(sharedBy === null ? [] : [say(locale, (t) => t.answers.sharedBy, { name: sharedBy })]),
  ];
  return context([joinMarkup(lines, "\n")]);
}

const paragraph = (lines: readonly Markup[]) =>
  lines.length === 0 ? [] : [context([joinMarkup(lines, "\n")])];
