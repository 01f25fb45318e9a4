import type { Goal, GoalCard } from "../../goals/goal.ts";
import { expectedOf, progressOf, stateOf } from "../../goals/progress.ts";
import { kpiTitle } from "../blocks/answer-texts.ts";
import { unitOf } from "../../goals/scale.ts";
import type { Clock } from "../clock.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { addDays, localDay } from "../periods/local-day.ts";
import type { LocalDay, PeriodSettings, PeriodSpec } from "../periods/period.ts";
import { formatQuantity } from "../quantities/format-quantity.ts";
import type { Answer, Freshness } from "../reports/answer.ts";
import { isCurrent } from "../reports/freshness.ts";
import type { Reports } from "../reports/reports.ts";
import { brokenGuardrails } from "./broken-guardrails.ts";
import { goalOutlook, noOutlook } from "./goal-outlook.ts";
import { dueText, goalRemarks } from "./goal-remarks.ts";
import { goalSentence } from "./goal-sentence.ts";
import { lastWeek, measure, measuredTitle, settleKind } from "./measure.ts";
import { sayDay, sayShortInstant } from "./say-when.ts";

export interface CardPorts {
  readonly reports: Reports;
  readonly clock: Clock;
  readonly periods: PeriodSettings;
}

/** Whoever reads a card: a person, or a channel with its digest. */
export interface CardReader {
  readonly locale: Locale;
  /** Only "data as of" is told in it. */
  readonly zone: string;
}

/** A goal with what it is worth now, every text in the reader's language. */
export async function goalCard(
  goal: Goal,
  ports: CardPorts,
  { locale, zone }: CardReader,
): Promise<GoalCard> {
  const { reports, periods } = ports;
  const { measured, answer, measuredTo, isRunning, state, stateText } = await standingOf(
    goal,
    ports,
    locale,
  );
  const value = answer?.value ?? null;
  const progress = goal.direction === "keep" ? null : progressOf(goal, value);
  const expected = progress === null || !isRunning ? null : expectedOf(goal, measuredTo);
  const unit = unitOf(goal);
  const outlook =
    answer === null
      ? noOutlook
      : await goalOutlook(goal, { state, measured, answer }, { reports, periods }, locale);
  return {
    id: goal.id,
    kpi: goal.kpi,
    title: measuredTitle(measured, locale),
    sentence: goalSentence(goal, locale, answer?.currency),
    state,
    stateText,
    unit,
    value,
    valueText: valueText(answer, locale),
    target: goal.target,
    targetText: formatQuantity(
      goal.target,
      unit,
      locale,
      answer === null ? {} : { currency: answer.currency },
    ),
    progress,
    expected,
    progressText: progressText(progress, expected, locale),
    ...outlook,
    deadline: goal.deadline,
    deadlineText: sayDay(goal.deadline, locale),
    owner: goal.owner,
    checkpointOwners: goal.checkpointOwners,
    severity: goal.severity,
    why: goal.why,
    dueText: dueText(goal, ports, locale),
    remarks: goalRemarks(goal, periods.zone, locale),
    series: fromFirstValue(answer?.series.map((point) => point.value) ?? []),
    asOfText: asOfText(answer?.freshness ?? [], locale, zone),
  };
}

/** What was measured, and what that makes of the goal. */
async function standingOf(goal: Goal, { reports, clock, periods }: CardPorts, locale: Locale) {
  const today = localDay(clock.now(), periods.zone);
  const measured = await settleKind(reports, goal);
  const period = periodOf(goal, today);
  const found = await measure(reports, measured, period, locale);
  // Counted in something else since it was set, by another configuration: nothing to compare.
  const answer = found !== null && found.unit === unitOf(goal) ? found : null;
  const value = answer?.value ?? null;
  const broken = await brokenGuardrails(goal, value, { reports, period }, locale);
  const measuredTo = answer === null ? today : localDay(answer.period.to, periods.zone);
  // A period that the records do not reach the end of is not judged.
  const isJudged = answer === null || isCurrent(answer.freshness, answer.period);
  const state = stateOf(goal, {
    value,
    measuredTo,
    today,
    brokenGuardrails: broken.length,
    isCurrent: isJudged,
  });
  const kpis = broken.map((kpi) => kpiTitle(kpi, locale)).join(", ");
  const stateText =
    state === "active" && !isJudged
      ? say(locale, (t) => t.goals.notCurrent)
      : say(locale, (t) => t.goals.states[state], { kpis });
  return { measured, answer, measuredTo, isRunning: goal.deadline >= today, state, stateText };
}

/** The last whole week; once the deadline is past, the seven days that ended with it. */
const periodOf = ({ deadline }: Goal, today: LocalDay): PeriodSpec =>
  deadline >= today ? lastWeek : { kind: "range", from: addDays(deadline, -6), to: deadline };

/** A picture that begins before the records do would be mostly holes. */
const fromFirstValue = (values: readonly (number | null)[]): readonly (number | null)[] => {
  const first = values.findIndex((value) => value !== null);
  return first === -1 ? [] : values.slice(first);
};

const valueText = (answer: Answer | null, locale: Locale): string =>
  answer === null || answer.value === null
    ? say(locale, (t) => t.answers.noData)
    : formatQuantity(answer.value, answer.unit, locale, answer);

function progressText(progress: number | null, expected: number | null, locale: Locale): string {
  if (progress === null) return "";
  const percent = (value: number) => formatQuantity(Math.round(value), "percent", locale);
  return expected === null
    ? say(locale, (t) => t.goals.progress, { progress: percent(progress) })
    : say(locale, (t) => t.goals.progressExpected, {
        progress: percent(progress),
        expected: percent(expected),
      });
}

/** The oldest of the sources used decides how far a figure reaches. */
export function asOfText(freshness: readonly Freshness[], locale: Locale, zone: string): string {
  const known = freshness.flatMap(({ asOf }) => (asOf === null ? [] : [asOf.getTime()]));
  return known.length === 0
    ? say(locale, (t) => t.digests.neverRead)
    : say(locale, (t) => t.digests.asOf, {
        time: sayShortInstant(new Date(Math.min(...known)), locale, zone),
      });
}
