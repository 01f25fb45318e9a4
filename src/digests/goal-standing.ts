import type { Goal, GoalState } from "../../goals/goal.ts";
import { expectedOf, progressOf, stateOf } from "../../goals/progress.ts";
import { unitOf } from "../../goals/scale.ts";
import type { Clock } from "../clock.ts";
import { isKpiId } from "../kpis/index.ts";
import { addDays, localDay } from "../periods/local-day.ts";
import type { LocalDay, PeriodSettings, PeriodSpec } from "../periods/period.ts";
import type { BriefAnswer, BriefQuestion } from "../reports/answer-briefly.ts";
import { isCurrent } from "../reports/freshness.ts";
import type { Reports } from "../reports/reports.ts";
import { brokenGuardrails } from "./broken-guardrails.ts";
import { lastWeek, type Measured } from "./measure.ts";

export interface StandingPorts {
  readonly reports: Reports;
  readonly clock: Clock;
  readonly periods: PeriodSettings;
}

/** What a goal is worth now, and what that makes of it; no words yet. */
export interface GoalStanding {
  readonly goal: Goal;
  readonly measured: Measured;
  /** Null where its KPI cannot be measured any more as it was when the goal was set. */
  readonly answer: BriefAnswer | null;
  /** Null where there is no answer, or no data. */
  readonly value: number | null;
  readonly measuredTo: LocalDay;
  readonly state: GoalState;
  /** Whether the records reach the end of the measured period. */
  readonly isWhole: boolean;
  readonly brokenGuardrails: readonly string[];
  /** 100 is the target reached; null where there is no way to go. */
  readonly progress: number | null;
  /** Where a straight line to the deadline would be today. */
  readonly expected: number | null;
}

/** How goals stand, in their order, measured in few statements; `trend`: with the weeks before. */
export async function standingsOf(
  goals: readonly Goal[],
  { reports, clock, periods }: StandingPorts,
  { trend = false } = {},
): Promise<readonly GoalStanding[]> {
  const today = localDay(clock.now(), periods.zone);
  const answers = await answersTo(
    goals.map((goal) => questionOf(goal, today, trend)),
    reports,
  );
  const measured = goals.map((goal, index) => {
    const found = answers[index] ?? null;
    // Counted in something else since it was set, by another configuration: nothing to compare.
    return { goal, answer: found !== null && found.unit === unitOf(goal) ? found : null, found };
  });
  const broken = await brokenGuardrails(
    measured.map(({ goal, answer }) => ({
      goal,
      value: answer?.value ?? null,
      period: periodOf(goal, today),
    })),
    reports,
  );
  return measured.map(({ goal, answer, found }, index) => {
    const value = answer?.value ?? null;
    const measuredTo = answer === null ? today : localDay(answer.period.to, periods.zone);
    // A period that the records do not reach the end of is not judged.
    const isWhole = answer === null || isCurrent(answer.freshness, answer.period);
    const own = broken[index] ?? [];
    const progress = goal.draft || goal.direction === "keep" ? null : progressOf(goal, value);
    return {
      goal,
      measured: { kpi: goal.kpi, where: goal.where, options: found?.options ?? goal.options },
      answer,
      value,
      measuredTo,
      isWhole,
      brokenGuardrails: own,
      state: stateOf(goal, {
        value,
        measuredTo,
        today,
        brokenGuardrails: own.length,
        isCurrent: isWhole,
      }),
      progress,
      expected: progress === null || !isAwaited(goal, today) ? null : expectedOf(goal, measuredTo),
    };
  });
}

/** Whether anything is expected of it by now: not of one that is over, or set aside. */
const isAwaited = ({ deadline, paused, archived }: Goal, today: LocalDay): boolean =>
  deadline >= today && !paused && !archived;

/** The last whole week; once the deadline is past, the seven days that ended with it. */
const periodOf = ({ deadline }: Goal, today: LocalDay): PeriodSpec =>
  deadline >= today ? lastWeek : { kind: "range", from: addDays(deadline, -6), to: deadline };

function questionOf(goal: Goal, today: LocalDay, trend: boolean): BriefQuestion | null {
  const { kpi, where, options } = goal;
  if (!isKpiId(kpi)) return null;
  return { kpi, where, options, period: periodOf(goal, today), versus: null, trend };
}

/** In the order of the questions; null where there is none, or none that can be answered. */
export async function answersTo(
  questions: readonly (BriefQuestion | null)[],
  reports: Reports,
): Promise<readonly (BriefAnswer | null)[]> {
  const asked = questions.filter((each) => each !== null);
  const answers = await reports.briefly(asked);
  const byQuestion = new Map(asked.map((each, index) => [each, answers[index] ?? null]));
  return questions.map((each) => (each === null ? null : (byQuestion.get(each) ?? null)));
}
