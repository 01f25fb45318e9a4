import type { Input } from "../kpis/inputs.ts";
import { sameValue } from "../kpis/same-value.ts";
import type { Filters } from "../kpis/where.ts";
import { comparisonPeriod, yearBefore } from "../periods/comparison-period.ts";
import { likeForLike } from "../periods/like-for-like.ts";
import type { Period, PeriodFault, PeriodSettings, Window } from "../periods/period.ts";
import { periodsBefore } from "../periods/periods-before.ts";
import { piecesOf } from "../periods/pieces-of.ts";
import { resolvePeriod } from "../periods/resolve-period.ts";
import { tooShortForAgents } from "./about-agents.ts";
import { canAdjust } from "./case-mix.ts";
import { heatInputs } from "./heat.ts";
import type { Plan } from "./plan.ts";
import { isAdjusted } from "./question-options.ts";
import type { Question } from "./question.ts";
import { seriesLength } from "./series-length.ts";
import type { ReportParts } from "./session.ts";

/** A question laid on the calendar. */
export interface LaidQuestion {
  readonly periods: PeriodSettings;
  readonly period: Period;
  /** What it is compared with: the period chosen, or the one before. */
  readonly before: Period;
  /** The series: the pieces asked for, or the periods that end with this one; none of a figure alone. */
  readonly points: readonly Window[];
  /** What the hours of the week are counted by; empty where nobody asked for them. */
  readonly heated: readonly Input[];
}

export interface LayingWays {
  readonly now: Date;
  /** Up to when the data reach. */
  readonly reach: Date | null;
  /** Without a series: many figures are asked for at once, and the calendar takes its time. */
  readonly isAlone?: boolean;
}

/** The windows that a question needs measured, or why it cannot be measured so. */
export function layQuestion(
  question: Question,
  plan: Plan,
  { now, reach, isAlone = false }: LayingWays,
  parts: ReportParts,
): LaidQuestion | PeriodFault {
  const periods = periodsFor(question.where, parts);
  const resolved = resolvePeriod(question.period, now, periods);
  if ("fault" in resolved) return resolved;
  const period = upTo(reach, resolved);
  const before = beforeOf(question, period, now, periods);
  if ("fault" in before) return before;
  const points = isAlone ? [] : pointsOf(question, period, periods);
  if ("fault" in points) return points;
  const short = tooShortForAgents(question, { windows: [period, before], points }, period.zone);
  if (short !== null) return short;
  if (isAdjusted(question) && !canAdjust(question.by, plan)) return { fault: "cannot_adjust" };
  const heated = question.heat === true ? heatInputs(plan) : [];
  return heated === null ? { fault: "no_heat" } : { periods, period, before, points, heated };
}

/** What is not over ends where the data do: what has not arrived yet is no fall. */
const upTo = (reach: Date | null, period: Period): Period =>
  period.complete || reach === null || reach <= period.from || reach >= period.to
    ? period
    : { ...period, to: reach };

/** A question about one team counts that team's workdays. */
export function periodsFor(where: Filters, { periods, periodsOf }: ReportParts): PeriodSettings {
  const team = onlyTeam(where);
  return team === null ? periods : periodsOf(team);
}

export function onlyTeam({ team }: Filters): string | null {
  const [only, ...others] = team !== undefined && "in" in team ? team.in : [];
  return only === undefined || others.some((other) => !sameValue(other, only)) ? null : only;
}

function beforeOf(
  { versus }: Question,
  period: Period,
  now: Date,
  settings: PeriodSettings,
): Period | PeriodFault {
  if (versus === null || versus === "target") return comparisonPeriod(period, settings);
  if (versus === "year-before") return yearBefore(period, settings);
  const chosen = resolvePeriod(versus, now, settings);
  return "fault" in chosen ? chosen : likeForLike(chosen, period);
}

const pointsOf = (
  { every, trend }: Question,
  period: Period,
  settings: PeriodSettings,
): readonly Window[] | PeriodFault =>
  every === null
    ? periodsBefore(period, seriesLength(period.unit, trend), settings)
    : piecesOf(period, every, settings);
