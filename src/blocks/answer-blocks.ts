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
import { cardTexts } from "./card-texts.ts";
import type { DrawnMessage, SentBlock, WordsButton } from "./block.ts";
import { actions, chart, context, fields, header, section, wordsButtons } from "./factories.ts";
import { heatBlocks } from "./heat-table.ts";
import { limits } from "./limits.ts";
import { definitionText } from "./definition-text.ts";
import { lengthOfText } from "./length-of-text.ts";
import { pieceTable, type PieceTable } from "./piece-table.ts";
import { shareButton } from "./share-button.ts";
import { segmentTable, type SegmentTable } from "./segment-table.ts";
import { formatQuantity } from "../quantities/format-quantity.ts";
import { joinMarkup, md, toMrkdwn, type Markup } from "./text.ts";

export interface AnswerDrawing {
  readonly locale: Locale;
  /** What the series are pieces of the period by; null where they are the periods before. */
  readonly every: PieceUnit | null;
  /** The reader's zone: only for when the data was read, the figures stay in the workspace's. */
  readonly zone: string;
  readonly buttons: readonly WordsButton[];
  /** What was noted for days of the period, one line each. */
  readonly notes?: readonly string[];
  /** The words that ask the same again for the whole channel; null where there is none to share to. */
  readonly share: string | null;
  /** Who showed it to the channel; null in a private answer. */
  readonly sharedBy: string | null;
}

/** A KPI answer as a message: what it is, what to make of it, how it was made, what to do next. */
export function answerBlocks(answer: Answer, drawing: AnswerDrawing): DrawnMessage {
  // The words come first: the tables share what Slack leaves for them.
  const words = lengthOfText(blocksAround(noTables, answer, drawing));
  const room = Math.min(limits.tableText, limits.messageBlocksText - words - leftOutText);
  const blocks = blocksAround(tablesOf(answer, drawing, room), answer, drawing);
  return { text: summary(answer, drawing.locale), blocks };
}

interface Tables {
  readonly pieces: PieceTable | null;
  readonly heat: readonly SentBlock[];
  readonly segments: SegmentTable | null;
}

const noTables: Tables = { pieces: null, heat: [], segments: null };

/** Enough to say of two tables that they had no room for all. */
const leftOutText = 300;

function tablesOf(answer: Answer, { locale, every }: AnswerDrawing, room: number): Tables {
  const heat = heatBlocks(answer, locale);
  const beside = room - lengthOfText(heat);
  const pieces = pieceTable(answer, every, locale, beside);
  const segments = segmentTable(answer, locale, beside - lengthOfText(pieces?.table));
  return { pieces, heat, segments };
}

function blocksAround(
  { pieces, heat, segments }: Tables,
  answer: Answer,
  drawing: AnswerDrawing,
): readonly SentBlock[] {
  const { locale, every } = drawing;
  const picture = answerChart(answer, locale, every);
  const blocks: readonly (SentBlock | null)[] = [
    header(headline(answer, locale)),
    ...body(answer, locale),
    ...paragraph(filterTexts(answer.where, locale).map((text) => md`${text}`)),
    ...(picture === null ? [] : drawn(picture, every !== null && isTooLong(answer))),
    ...paragraph((drawing.notes ?? []).map((line) => md`${line}`)),
    pieces?.table ?? null,
    ...paragraph(pieces?.rest ? [md`${pieces.rest}`] : []),
    ...heat,
    segments?.table ?? null,
    ...paragraph([...(segments?.rest ? [md`${segments.rest}`] : []), ...remarks(answer, locale)]),
    origin(answer, drawing),
    ...actions([
      ...wordsButtons(drawing.buttons),
      ...(drawing.share === null ? [] : shareButton(drawing.share, locale)),
    ]),
  ];
  return blocks.filter((block) => block !== null);
}

/** A chart of the newest pieces alone would pass for the whole period: a line of text has them all. */
const drawn = ({ title, picture, gaps, inWords }: AnswerChart, inText: boolean) =>
  inText
    ? paragraph([md`${inWords}`])
    : [chart(title, picture), ...paragraph(gaps === null ? [] : [md`${gaps}`])];

const isTooLong = ({ series }: Answer): boolean => series.length > limits.chartPoints;

/** A value with what stands beside it, the figures of a card, or why there is nothing. */
function body(answer: Answer, locale: Locale) {
  if (answer.reason?.code === "card") {
    const shown = cardTexts(answer, locale).map(([label, text]) => field(label, text));
    return fields([...shown, ...guardrailFields(answer, locale)]);
  }
  return answer.value === null ? [noData(answer, locale)] : fields(figures(answer, locale));
}

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
  const first =
    answer.reason?.code === "card"
      ? [headline(answer, locale), ...cardTexts(answer, locale).map((each) => each.join(" "))]
      : [labelled(headline(answer, locale), valueText(answer, locale), locale), ...more];
  const line = first.filter((text) => text !== null).join(" · ");
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
    ...guardrailFields(answer, locale),
  ];
}

const guardrailFields = ({ guardrails }: Answer, locale: Locale): readonly Markup[] =>
  guardrails.map((guardrail) =>
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
  );

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
    say(locale, (t) => t.answers.definition, {
      definition: definitionText(answer.definition, answer.changed ?? [], answer.kpi, locale),
    }),
    ...(sharedBy === null ? [] : [say(locale, (t) => t.answers.sharedBy, { name: sharedBy })]),
  ];
  return context([joinMarkup(lines, "\n")]);
}

const paragraph = (lines: readonly Markup[]) =>
  lines.length === 0 ? [] : [context([joinMarkup(lines, "\n")])];
