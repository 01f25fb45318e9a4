import { byPressure } from "../../goals/pressure.ts";
import { answerChart, type AnswerChart } from "../blocks/answer-chart.ts";
import { freshnessText, kpiTitle } from "../blocks/answer-texts.ts";
import type { Clock } from "../clock.ts";
import type { GoalBook } from "../documents/goal-book.ts";
import type { PostedFigure } from "../documents/posted-figure.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import type { Filters } from "../kpis/where.ts";
import { addDays, localDay } from "../periods/local-day.ts";
import { periodTitle } from "../periods/period-title.ts";
import type { LocalDay, PeriodSettings } from "../periods/period.ts";
import { resolvePeriod } from "../periods/resolve-period.ts";
import type { Answer } from "../reports/answer.ts";
import type { Reports } from "../reports/reports.ts";
import { correctionsOf } from "./corrections.ts";
import { correctionText } from "./correction-text.ts";
import { byImportance, storyOf } from "./choose.ts";
import { likelyKpis, mostKpis } from "./default-kpis.ts";
import type { ComposedDigest } from "./digest.ts";
import { asOfText, goalCards } from "./goal-cards.ts";
import { easedRemarks } from "./goal-remarks.ts";
import { standingsOf } from "./goal-standing.ts";
import { lastWeek, measure, measuredTitle, settleKind, type Measured } from "./measure.ts";
import type { Workdays } from "./occurrences.ts";
import { postedFigures, type Row } from "./posted-figures.ts";
import { sayDay, sayInstant, sayShortInstant } from "./say-when.ts";
import { headlineOf, scorecardColumns, scorecardRow } from "./scorecard.ts";
import { whereTitle, whereWords } from "./where-words.ts";

export interface ComposePorts {
  readonly reports: Reports;
  readonly goals: GoalBook;
  readonly clock: Clock;
  readonly periods: PeriodSettings;
  /** Which days people work on in a channel: those of the team whose channel it is. */
  readonly workdaysIn: (channel: string | null) => Workdays;
  /** Which kinds hold records: they choose the KPIs where nobody has. */
  readonly kindsHeld: () => Promise<ReadonlySet<string>>;
  /** One figure failed; the digest says so and goes out without it. */
  readonly onFault: (kpi: string, error: unknown) => void;
}

export interface ComposeAsked {
  readonly key: string;
  readonly channel: string;
  readonly locale: Locale;
  readonly zone: string;
  readonly kpis: readonly string[];
  readonly where: Filters;
  /** When it should have been posted; null for one asked for by hand. */
  readonly dueAt: Date | null;
  /** The day off that it was meant for. */
  readonly movedFrom: LocalDay | null;
  readonly next: Date | null;
  /** Occurrences before it that were not posted. */
  readonly skipped: readonly string[];
  /** What the channel was last told of each figure. */
  readonly told: readonly PostedFigure[];
}

const mostGoals = 5;
const mostCharts = 2;
/** Later than this and the reader is told why. */
const lateMs = 5 * 60_000;

/** Measures and freezes a digest. */
export async function composeDigest(
  asked: ComposeAsked,
  ports: ComposePorts,
): Promise<ComposedDigest> {
  const { key, locale, zone, where } = asked;
  const isOfAgents = where.agent !== undefined;
  // One set up before this was refused: the week of a single agent goes nowhere.
  const rows = isOfAgents ? [] : await measureAll(asked, ports);
  const answers = rows.flatMap(({ answer }) => answer ?? []);
  const ranked = byImportance(answers);
  const period = lastWeekTitle(ports, locale);
  const { shown, left, eased } = await goalsOf(asked, ports);
  const fresh = answers.flatMap(({ freshness }) => freshness);
  const corrections = await correctionsOf(asked.told, ports.reports);
  return {
    key,
    locale,
    title: say(locale, (t) => t.digests.title, { period }),
    headline: headlineOf(ranked, period, locale),
    caption: say(locale, (t) => t.digests.caption, { period }),
    columns: scorecardColumns(locale),
    rows: rows.flatMap(({ answer, ...row }) =>
      answer === null
        ? []
        : [scorecardRow(answer, measuredTitle({ ...row, where: {} }, locale), locale)],
    ),
    goalsTitle: say(locale, (t) => t.digests.goals),
    goals: shown,
    charts: chartsOf(ranked, locale),
    figures: [
      ...(await postedFigures(rows, ports.reports)),
      ...corrections.map(({ after }) => after),
    ],
    remarks: [
      ...corrections.map((each) => correctionText(each, ports.periods.zone, locale)),
      ...(asked.movedFrom === null
        ? []
        : [say(locale, (t) => t.digests.moved, { day: sayDay(asked.movedFrom, locale) })]),
      ...lateRemark(asked, ports),
      ...skippedRemark(asked),
      ...(whereTitle(where) === ""
        ? []
        : [say(locale, (t) => t.digests.onlyFor, { where: whereTitle(where) })]),
      ...(isOfAgents ? [say(locale, (t) => t.digests.errors.agents)] : []),
      ...rows.flatMap(({ answer, ...row }) =>
        answer === null
          ? [
              say(locale, (t) => t.digests.failed, {
                kpi: measuredTitle({ ...row, where: {} }, locale),
              }),
            ]
          : [],
      ),
      ...new Set(
        fresh
          .filter(({ state }) => state !== "fresh")
          .map((each) => freshnessText(each, locale, zone)),
      ),
      ...eased,
      ...(left === 0 ? [] : [say(locale, (t) => t.digests.goalsLeftOut, { count: left })]),
    ],
    asOf: asOfText(fresh, locale, zone),
    next:
      asked.next === null
        ? null
        : say(locale, (t) => t.digests.next, { time: sayInstant(asked.next, locale, zone) }),
    choices: choicesOf(ranked, where, locale),
  };
}

/** The KPIs asked for; or, where nobody has chosen, the first five that have something to say. */
async function measureAll(asked: ComposeAsked, ports: ComposePorts): Promise<readonly Row[]> {
  if (asked.kpis.length > 0) {
    return Promise.all(asked.kpis.map((kpi) => measureOne(kpi, asked, ports)));
  }
  const rows: Row[] = [];
  for (const kpi of likelyKpis(await ports.kindsHeld())) {
    rows.push(await measureOne(kpi, asked, ports));
    if (rows.filter(hasValue).length === mostKpis) break;
  }
  // One that failed stays, to be named.
  const telling = rows.filter((row) => row.answer === null || hasValue(row));
  return telling.length > 0 ? telling : rows.slice(0, mostKpis);
}

const hasValue = ({ answer }: Row): boolean => answer !== null && answer.value !== null;

async function measureOne(
  kpi: string,
  { locale, where }: ComposeAsked,
  { reports, onFault }: ComposePorts,
): Promise<Row> {
  const wanted: Measured = { kpi, where, options: {} };
  try {
    const measured = await settleKind(reports, wanted);
    return { ...measured, answer: await measure(reports, measured, lastWeek, locale) };
  } catch (error) {
    onFault(kpi, error);
    return { ...wanted, answer: null };
  }
}

function lastWeekTitle({ clock, periods }: ComposePorts, locale: Locale): string {
  const period = resolvePeriod(lastWeek, clock.now(), periods);
  return "fault" in period ? "" : periodTitle(period, locale);
}

/** Running goals of the channel, those that need somebody first; and those that just ended. */
async function goalsOf({ channel, locale, zone }: ComposeAsked, ports: ComposePorts) {
  const since = addDays(localDay(ports.clock.now(), ports.periods.zone), -7);
  const goals = (await ports.goals.list()).filter(
    (goal) => goal.channel === channel && goal.deadline >= since && !goal.paused,
  );
  const standings = await standingsOf(goals, ports);
  const ordered = standings.toSorted(byPressure).map(({ goal }) => goal);
  const shown = await goalCards(ordered.slice(0, mostGoals), ports, { locale, zone });
  const others = ordered.slice(mostGoals);
  return { shown, left: others.length, eased: easedRemarks(others, ports, locale) };
}

/** Of what moved or fell short; where all is well, of the first. */
function chartsOf(ranked: readonly Answer[], locale: Locale): readonly AnswerChart[] {
  const telling = ranked.filter((answer) => storyOf(answer) !== "steady");
  return (telling.length > 0 ? telling : ranked.slice(0, 1))
    .flatMap((answer) => answerChart(answer, locale) ?? [])
    .slice(0, mostCharts);
}

function lateRemark({ dueAt, locale, zone }: ComposeAsked, { clock }: ComposePorts): string[] {
  const now = clock.now();
  if (dueAt === null || now.getTime() - dueAt.getTime() <= lateMs) return [];
  return [
    say(locale, (t) => t.digests.late, {
      due: sayShortInstant(dueAt, locale, zone),
      now: sayShortInstant(now, locale, zone),
    }),
  ];
}

const skippedRemark = ({ skipped, locale }: ComposeAsked): string[] =>
  skipped.length === 0
    ? []
    : [
        say(locale, (t) => t.digests.skipped, {
          count: skipped.length,
          weeks: skipped.join(", "),
        }),
      ];

/** To ask the two that matter most, and to set a goal. */
function choicesOf(ranked: readonly Answer[], where: Filters, locale: Locale) {
  const asks = ranked.slice(0, 2).map(({ kpi }) => ({
    label: say(locale, (t) => t.digests.ask, { kpi: kpiTitle(kpi, locale) }),
    words: ["kpi", kpi, "last-week", whereWords(where)].filter((word) => word !== "").join(" "),
  }));
  return [...asks, { label: say(locale, (t) => t.digests.setGoal), words: "goal" }];
}
