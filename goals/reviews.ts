import { addDays } from "../src/periods/local-day.ts";
import type { LocalDay } from "../src/periods/period.ts";
import type { Goal } from "./goal.ts";
import { isRunning } from "./is-running.ts";
import { wentOnAs } from "./renew.ts";

/** Why a goal is worth a look at the turn of the quarter. */
export type ReviewReason = "over" | "went_on" | "silent" | "long";

/** Goals are reviewed at least so often (X5). */
const quarterDays = 91;

/**
 * What to ask of a goal when a quarter begins: `over`, its deadline is past and nobody has put it away;
 * `went_on`, the same of one that has gone on as another; `silent`, it runs and nobody has checked in for a quarter; `long`, it has run for a quarter and goes
 * on for another. Null where there is nothing to ask.
 */
export function reviewReasonOf(goal: Goal, today: LocalDay): ReviewReason | null {
  if (goal.archived || goal.draft || goal.startsOn > today) return null;
  if (goal.deadline < today) {
    if (wentOnAs(goal) !== null) return "went_on";
    // It goes on by itself as soon as its end is known.
    return goal.renews !== undefined && isRunning(goal) ? null : "over";
  }
  const before = addDays(today, -quarterDays);
  if (goal.startsOn > before) return null;
  const lastSaid = goal.checkIns.at(-1)?.at.slice(0, 10) ?? "";
  if (lastSaid < before) return "silent";
  return goal.deadline > addDays(today, quarterDays) ? "long" : null;
}
