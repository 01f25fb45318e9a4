import { byPressure } from "../../goals/pressure.ts";
import { isSnoozed, type Goal } from "../../goals/goal.ts";
import { isRunning } from "../../goals/is-running.ts";
import { answerChart, type AnswerChart } from "../blocks/answer-chart.ts";
import type { Clock } from "../clock.ts";
import type { GoalBook } from "../documents/goal-book.ts";
import type { PostedFigure } from "../documents/posted-figure.ts";
import type { DigestPeriod } from "../documents/shape.ts";
import { AppError } from "../errors.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import type { Filters } from "../kpis/where.ts";
import { addDays, localDay } from "../periods/local-day.ts";
import { periodTitle } from "../periods/period-title.ts";
import type { LocalDay, PeriodSettings } from "../periods/period.ts";
import { resolvePeriod } from "../periods/resolve-period.ts";
import type { Answer, Freshness } from "../reports/answer.ts";
import type { Reports } from "../reports/reports.ts";
import { byImportance, storyOf } from "./choose.ts";
import { correctionsOf } from "./corrections.ts";
import { digestChoices } from "./digest-choices.ts";
import { digestRemarks } from "./digest-remarks.ts";
import type { ComposedDigest } from "./digest.ts";
import { asOfText, goalCards } from "./goal-cards.ts";
import { easedRemarks } from "./goal-remarks.ts";
import { standingsOf } from "./goal-standing.ts";
import { headlineOf } from "./headline.ts";
import { measureRows } from "./measure-rows.ts";
import { measuredTitle } from "./measure.ts";
import { moverLines, moversAmong } from "./movers.ts";
import type { NextDate } from "./next-dates.ts";
import type { Workdays } from "./occurrences.ts";
import { periodMeant } from "./period-meant.ts";
import { postedFigures } from "./posted-figures.ts";
import { presets } from "./presets.ts";
import { sayDate } from "./say-when.ts";
import { scorecardColumns, scorecardRow } from "./scorecard.ts";
import { spared } from "./spared.ts";

export interface ComposePorts {
  readonly reports: Reports;
  readonly goals: GoalBook;
  readonly clock: Clock;
  readonly periods: PeriodSettings;
  /** Which days people work on in a channel: those of the team whose channel it is. */
  readonly workdaysIn: (channel: string | null) => Workdays;
  /** Which kinds hold records: they choose the KPIs where nobody has. */
  readonly kindsHeld: () => Promise<ReadonlySet<string>>;
  /** How far each source reaches now. */
  readonly freshness: () => Promise<readonly Freshness[]>;
  /** One figure, or one goal, failed; the digest says so and goes out without it. */
  readonly onFault: (what: string, error: unknown) => void;
  /** How long one figure may take; twenty seconds where nothing is said. */
  readonly kpiLimitMs?: number;
}

export interface ComposeAsked {
  readonly key: string;
  readonly channel: string;
  readonly locale: Locale;
  readonly zone: string;
  readonly period: DigestPeriod;
  readonly kpis: readonly string[];
  readonly where: Filters;
  /** Whether it will stand in a channel, with a thread; a preview and a test do not. */
  readonly isPosted: boolean;
  /** It is late because its data were. */
  readonly hasWaited: boolean;
  /** It is late because it could not be put together before. */
  readonly hasFailed: boolean;
  /** When it should have been posted; null for one asked for by hand. */
  readonly dueAt: Date | null;
  /** The same on the day it was meant for, which a day off may have moved. */
  readonly meantAt: Date | null;
  /** The day off that it was meant for. */
  readonly movedFrom: LocalDay | null;
  readonly next: NextDate | null;
  /** Occurrences before it that were not posted. */
  readonly skipped: readonly string[];
  /** What the channel was last told of each figure. */
  readonly told: readonly PostedFigure[];
}

const mostGoals = 5;
const mostCharts = 2;

/** Measures and freezes a digest. Throws where no figure of it could be measured: another time may do better. */
export async function composeDigest(
  asked: ComposeAsked,
  ports: ComposePorts,
): Promise<ComposedDigest> {
  const { key, locale, zone } = asked;
  const isOfAgents = asked.where.agent !== undefined;
  // One set up before this was refused: the week of a single agent goes nowhere.
  const rows = isOfAgents ? [] : await measureRows(asked, ports);
  if (rows.length > 0 && rows.every(({ hasFailed }) => hasFailed === true)) {
    throw new AppError("query_stopped", "None of the digest's figures could be measured.");
  }
  const answers = rows.flatMap(({ answer }) => answer ?? []);
  const ranked = byImportance(answers);
  const movers = moversAmong(rows);
  const lines = await moverLines(movers, asked, ports);
  const period = periodName(asked, ports);
  const { shown, left, eased, snoozed, goalsFailed } = await goalsOf(asked, ports);
  const fresh = answers.flatMap(({ freshness }) => freshness);
  const corrections = await correctionsOf(asked.told, ports);
  const about = { corrections, rows, fresh, eased, goalsFailed, goalsLeft: left, isOfAgents };
  return {
    key,
    locale,
    title: titleOf(asked, period),
    headline: headlineOf({ answers: ranked, goals: shown, period }, locale),
    caption: say(locale, (t) => t.digests.caption, { period }),
    columns: scorecardColumns(locale),
    rows: rows.flatMap(({ answer, ...row }) =>
      answer === null
        ? []
        : [scorecardRow(answer, measuredTitle({ ...row, where: {} }, locale), locale)],
    ),
    movers: lines.length === 0 ? null : { title: say(locale, (t) => t.digestMore.movers), lines },
    goalsTitle: say(locale, (t) => t.digests.goals),
    goals: shown,
    snoozed,
    charts: chartsOf(ranked, locale),
    figures: [
      ...(await postedFigures(rows, ports.reports)),
      ...corrections.map(({ after }) => after),
    ],
    remarks: digestRemarks(asked, about, ports),
    asOf: asOfText(fresh, locale, zone),
    next:
      asked.next === null
        ? null
        : say(locale, (t) => t.digests.next, { time: sayDate(asked.next, locale, zone) }),
    choices: digestChoices(asked, {
      ranked: ranked.flatMap((answer) => rows.find((row) => row.answer === answer) ?? []),
      mover: movers[0],
      period: periodMeant(asked, ports).words,
    }),
  };
}

const titleOf = ({ locale, period }: ComposeAsked, name: string): string =>
  presets[period].every === "month"
    ? say(locale, (t) => t.digestMore.monthlyTitle, { period: name })
    : say(locale, (t) => t.digests.title, { period: name });

function periodName(asked: ComposeAsked, ports: ComposePorts): string {
  const { spec } = periodMeant(asked, ports);
  const found = resolvePeriod(spec, ports.clock.now(), ports.periods);
  return "fault" in found ? "" : periodTitle(found, asked.locale);
}

/** Running goals of the channel, those that need somebody first; and those that just ended. */
async function goalsOf({ channel, where, locale, zone }: ComposeAsked, ports: ComposePorts) {
  const since = addDays(localDay(ports.clock.now(), ports.periods.zone), -7);
  const today = addDays(since, 7);
  const goals = (await ports.goals.list()).filter(
    (goal) =>
      goal.channel === channel &&
      goal.deadline >= since &&
      isRunning(goal) &&
      isOfTeams(goal.where, where),
  );
  const onFault = ({ id }: Goal, error: unknown) => ports.onFault(id, error);
  const stood = await spared(goals, (some) => standingsOf(some, ports), onFault);
  const ordered = stood.done.toSorted(byPressure).map(({ goal }) => goal);
  const drawn = await spared(
    ordered.slice(0, mostGoals),
    (some) => goalCards(some, ports, { locale, zone }),
    onFault,
  );
  const others = ordered.slice(mostGoals);
  return {
    shown: drawn.done,
    goalsFailed: [...stood.failed, ...drawn.failed],
    left: others.length,
    eased: easedRemarks(others, ports, locale),
    snoozed: goals.filter((goal) => isSnoozed(goal, today)).map(({ id }) => id),
  };
}

/** A digest of one team leaves out the goals of others; one that names no team is its channel's. */
function isOfTeams({ team: own }: Filters, { team: wanted }: Filters): boolean {
  if (own === undefined || wanted === undefined || !("in" in own) || !("in" in wanted)) return true;
  return own.in.some((team) => wanted.in.includes(team));
}

/** Of what moved or fell short; where all is well, of the first. */
function chartsOf(ranked: readonly Answer[], locale: Locale): readonly AnswerChart[] {
  const telling = ranked.filter((answer) => storyOf(answer) !== "steady");
  return (telling.length > 0 ? telling : ranked.slice(0, 1))
    .flatMap((answer) => answerChart(answer, locale) ?? [])
    .slice(0, mostCharts);
}
