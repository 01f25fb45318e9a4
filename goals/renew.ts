import { addDays } from "../src/periods/local-day.ts";
import { shiftUnits } from "../src/periods/calendar-unit.ts";
import type { LocalDay } from "../src/periods/period.ts";
import type { Baseline, Goal } from "./goal.ts";
import { isMet } from "./progress.ts";
import { rangeOf } from "./smart.ts";
import { knownEnds, unitOf } from "./scale.ts";

type Renewing = Pick<
  Goal,
  "kpi" | "options" | "direction" | "towards" | "target" | "upTo" | "deadline" | "renews"
>;

/** What a renewed goal begins with; the rest of it stays as it was. */
export type NextTerm = Pick<
  Goal,
  "direction" | "target" | "steps" | "startsOn" | "deadline" | "baseline"
>;

/**
 * The next month or quarter of a goal that goes on: from the day after its deadline to the end of the
 * first stretch that is not over today. Where the target was reached it is moved on by the percent
 * that was agreed, else it is kept; one that is reached and kept is from then on one to keep. `last`
 * is where the goal stood in the seven days before its deadline; null where nobody knows.
 */
export function nextTerm(goal: Renewing, last: Baseline | null, today: LocalDay): NextTerm | null {
  if (goal.renews === undefined) return null;
  let startsOn = addDays(goal.deadline, 1);
  let deadline = stretchAfter(goal.deadline, goal.renews.every);
  while (deadline < today) {
    startsOn = addDays(deadline, 1);
    deadline = stretchAfter(deadline, goal.renews.every);
  }
  const isReached = last !== null && isMet(goal, last.value);
  const target = isReached && goal.upTo === undefined ? movedOn(goal) : goal.target;
  const isThere = last !== null && isMet({ ...goal, target }, last.value);
  return {
    startsOn,
    deadline,
    target,
    // They were days of the stretch that is over.
    steps: [],
    direction: isThere ? "keep" : goal.direction,
    baseline: last,
  };
}

/** The same day a month or a quarter later; the last of a month stays the last. */
function stretchAfter(day: LocalDay, every: "month" | "quarter"): LocalDay {
  const morrow = addDays(day, 1);
  return morrow.endsWith("-01")
    ? addDays(shiftUnits(morrow, every, 1), -1)
    : shiftUnits(day, every, 1);
}

function movedOn(goal: Renewing): number {
  const { target, towards, renews } = goal;
  const share = (renews?.stepPercent ?? 0) / 100;
  const { low, high } = rangeOf(unitOf(goal), knownEnds(goal));
  const moved = target + (towards === "up" ? 1 : -1) * share * Math.abs(target);
  return Number(Math.min(high, Math.max(low, moved)).toPrecision(12));
}

/** The goal that began where this one ended; null where none did. */
export const wentOnAs = ({ edits }: Pick<Goal, "edits">): string | null => {
  const after = edits
    .flatMap(({ changes }) => changes)
    .find(({ field }) => field === "renewedAs")?.after;
  return typeof after === "string" ? after : null;
};
