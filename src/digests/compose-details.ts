import { intervalText } from "../blocks/answer-texts.ts";
import { segmentTexts } from "../blocks/segment-table.ts";
import type { PostedFigure } from "../documents/posted-figure.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { kinds } from "../kinds/index.ts";
import type { Kind, Segment } from "../kinds/kind.ts";
import { isKpiId, kpiById, type KpiId } from "../kpis/index.ts";
import type { Filters } from "../kpis/where.ts";
import { formatQuantity } from "../quantities/format-quantity.ts";
import type { Answer } from "../reports/answer.ts";
import type { ComposePorts } from "./compose.ts";
import { asOfText } from "./goal-cards.ts";
import { measuredTitle } from "./measure.ts";
import type { Details } from "./outgoing.ts";
import { periodTold } from "./period-told.ts";
import { scorecardRow } from "./scorecard.ts";
import { whereWords } from "./where-words.ts";

export interface DetailsAsked {
  /** What the digest told, corrections of earlier periods included. */
  readonly posted: readonly PostedFigure[];
  readonly locale: Locale;
  /** Only "data as of" is told in it. */
  readonly zone: string;
}

interface Told {
  readonly figure: PostedFigure;
  readonly kpi: KpiId;
  readonly answer: Answer;
}

/**
 * The tables behind a digest that was posted, over its own period and measured now: each figure with
 * what it was before and how sure it is, and by the parts of the desk. Null where nothing is left of it.
 */
export async function composeDetails(
  { posted, locale, zone }: DetailsAsked,
  ports: ComposePorts,
): Promise<Details | null> {
  const last = posted.reduce((latest, { to }) => (to > latest ? to : latest), "");
  const own = posted.filter(({ to }) => to === last);
  const told = (await Promise.all(own.map((each) => measured(each, locale, ports)))).flat();
  const [first] = told;
  if (first === undefined) return null;
  const fresh = told.flatMap(({ answer }) => answer.freshness);
  return {
    locale,
    title: say(locale, (t) => t.digestMore.details.title),
    sections: [figuresSection(told, locale), ...told.flatMap((each) => splitSection(each, locale))],
    footer: asOfText(fresh, locale, zone),
    whole: wordsFor(first),
  };
}

/** To ask for one of the tables whole: of the same days, whenever it is said. */
function wordsFor({ kpi, figure, answer }: Told): string {
  const split = splitOf(kpi, figure.where);
  const parts = ["kpi", kpi, answer.period.label, whereWords(figure.where)];
  return [...parts, split === "" ? "" : `by ${split}`].filter((word) => word !== "").join(" ");
}

async function measured(
  figure: PostedFigure,
  locale: Locale,
  { reports, periods }: ComposePorts,
): Promise<readonly Told[]> {
  const { kpi, where, options } = figure;
  if (!isKpiId(kpi)) return [];
  const split = splitOf(kpi, where);
  const question = {
    kpi,
    where,
    period: periodTold(figure, periods),
    by: split === "" ? [] : [split],
    every: null,
    versus: null,
    trend: false,
    options: saidOptions(options),
  };
  const answer = await reports.answer(question, locale);
  return "value" in answer ? [{ figure, kpi, answer }] : [];
}

/** The options that can be said in words; what is a table comes from the configuration. */
const saidOptions = (options: PostedFigure["options"]) =>
  Object.fromEntries(
    Object.entries(options).flatMap(([name, value]) =>
      typeof value === "object" ? [] : [[name, value] as const],
    ),
  );

/** The first of these that its records carry and that the digest is not narrowed to already. */
function splitOf(kpi: KpiId, where: Filters): Segment | "" {
  const made: readonly string[] = kpiById(kpi).kinds;
  const carried = kinds.filter(({ id }) => made.includes(id));
  return (
    (["channel", "team", "topic", "customer_segment"] as const).find(
      (segment) =>
        where[segment] === undefined &&
        carried.some(({ splits }: Kind) => splits.includes(segment)),
    ) ?? ""
  );
}

function figuresSection(told: readonly Told[], locale: Locale): Details["sections"][number] {
  return {
    heading: say(locale, (t) => t.digestMore.details.figures),
    lines: [],
    table: {
      columns: [
        say(locale, (t) => t.digests.columns.kpi),
        say(locale, (t) => t.explain.why.columns.now),
        say(locale, (t) => t.explain.why.columns.before),
        say(locale, (t) => t.digests.columns.change),
        say(locale, (t) => t.digests.columns.target),
        say(locale, (t) => t.answers.interval),
        say(locale, (t) => t.digests.columns.sample),
      ],
      rows: told.map((each) => figureRow(each, locale)),
    },
  };
}

function figureRow({ figure, answer }: Told, locale: Locale): readonly string[] {
  const { comparison, unit, currency, sample } = answer;
  const title = measuredTitle({ ...figure, where: {} }, locale);
  const row = scorecardRow(answer, title, locale);
  const before = comparison?.value ?? null;
  return [
    title,
    row.valueText,
    before === null ? "–" : formatQuantity(before, unit, locale, { sample, currency }),
    row.changeText,
    row.targetText,
    intervalText(answer, locale) ?? "–",
    row.sampleText,
  ];
}

/** Nothing where the records name no part of the desk. */
function splitSection({ answer }: Told, locale: Locale): Details["sections"] {
  const texts = segmentTexts(answer, locale);
  if (texts === null) return [];
  const cells = texts.rows.map((row) =>
    row.map((cell) => (typeof cell === "string" ? cell : cell.text)),
  );
  return [
    {
      heading: texts.caption,
      lines: [],
      table: { columns: texts.columns, rows: cells },
    },
  ];
}
