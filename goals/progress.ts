import { daysBetween } from "../src/periods/local-day.ts";
import type { LocalDay } from "../src/periods/period.ts";
import type { Goal, GoalState } from "./goal.ts";
import { expectedAt } from "./steps.ts";

/** What a goal is worth now: a figure over a window that ended before `measuredTo`. */
export interface Standing {
  readonly value: number | null;
  /** The first day after the measured window. */
  readonly measuredTo: LocalDay;
  readonly today: LocalDay;
  /** Whether the records reach the end of the window: nobody should see green over half of them. */
  readonly isCurrent?: boolean;
  /** How many guardrails are worse than where the goal began. */
  readonly brokenGuardrails?: number;
}

type Aim = Pick<Goal, "target" | "towards" | "upTo">;
type Course = Pick<Goal, "baseline" | "target" | "startsOn" | "deadline" | "steps">;

export const isMet = ({ target, towards, upTo = Infinity }: Aim, value: number): boolean =>
  towards === "up" ? value >= target && value <= upTo : value <= target;

/**
 * How far along the way from the baseline to the target, in percent. The signs make it right for
 * both directions: below 0 is worse than at the start, above 100 better than asked.
 */
export function progressOf({ baseline, target }: Course, value: number | null): number | null {
  if (baseline === null || value === null || target === baseline.value) return null;
  return (100 * (value - baseline.value)) / (target - baseline.value);
}

/** Where the line from the start (0) to the end of the deadline's day (100) is, by way of the steps. */
export const expectedOf = (course: Course, measuredTo: LocalDay): number =>
  expectedAt(course, measuredTo);

/** So many points of the way short of the straight line, and a good week brings it back. */
const withinReach = 10;

/**
 * `archived`, `draft` and `paused` as people said: a draft has not begun, so nothing of it is judged. `active`: it runs, and nothing can be judged: no data, data
 * that end before the window does, none of its own days yet, or no baseline to count from. Before the end of the deadline's
 * day: `achieved` where the target is met, `on_track` on the straight line or above, `at_risk` at
 * most ten points of the way below it, else `behind`; one to keep is `on_track` as long as it holds,
 * else `behind`. After it: `achieved` or `missed`. Achieved while a guardrail got worse is
 * `guardrail_broken`.
 */
export function stateOf(goal: Goal, standing: Standing): GoalState {
  if (goal.archived) return "archived";
  if (goal.draft) return "draft";
  if (goal.paused) return "paused";
  const { value, today, isCurrent = true } = standing;
  if (value === null || !isCurrent) return "active";
  const met = isMet(goal, value);
  if (daysBetween(goal.deadline, today) > 0) return met ? achievedBy(standing) : "missed";
  if (goal.direction === "keep") return met ? "on_track" : "behind";
  return met ? achievedBy(standing) : courseOf(goal, value, standing.measuredTo);
}

function courseOf(goal: Goal, value: number, measuredTo: LocalDay): GoalState {
  const progress = progressOf(goal, value);
  if (progress === null || daysBetween(goal.startsOn, measuredTo) <= 0) return "active";
  const short = expectedOf(goal, measuredTo) - progress;
  if (short <= 0) return "on_track";
  return short <= withinReach ? "at_risk" : "behind";
}

/** S0, S3: one KPI alone misleads; what was bought with another is not achieved. */
const achievedBy = ({ brokenGuardrails = 0 }: Standing): GoalState =>
  brokenGuardrails > 0 ? "guardrail_broken" : "achieved";
