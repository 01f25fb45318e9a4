import { addDays, daysBetween } from "../src/periods/local-day.ts";
import type { LocalDay } from "../src/periods/period.ts";
import type { Goal } from "./goal.ts";

type Course = Pick<Goal, "baseline" | "target" | "startsOn" | "deadline" | "steps">;

/**
 * How far along the way from the baseline to the target a goal should be when a window that ended
 * before the day is measured, 0–100: on straight lines from each step to the next, and so on one
 * line where there are none. A step is due at the end of its day, as the target is of the deadline's.
 */
export function expectedAt(course: Course, measuredTo: LocalDay): number {
  const { baseline, target, startsOn, deadline, steps } = course;
  const shareOf = (value: number): number =>
    baseline === null ? 0 : (100 * (value - baseline.value)) / (target - baseline.value);
  const isStepped = baseline !== null && target !== baseline.value;
  const due = isStepped
    ? steps.map((step) => ({ day: addDays(step.until, 1), share: shareOf(step.target) }))
    : [];
  let from = { day: startsOn, share: 0 };
  for (const to of [...due, { day: addDays(deadline, 1), share: 100 }]) {
    if (measuredTo < to.day) return between(from, to, measuredTo);
    from = to;
  }
  return 100;
}

interface Point {
  readonly day: LocalDay;
  readonly share: number;
}

function between(from: Point, to: Point, day: LocalDay): number {
  const passed = Math.max(0, daysBetween(from.day, day));
  return from.share + ((to.share - from.share) * passed) / daysBetween(from.day, to.day);
}

/** What is left of the steps where target or deadline move: those before the end that are not beyond it. */
export const stepsTowards = (
  { steps, towards }: Pick<Goal, "steps" | "towards">,
  { target, deadline }: Pick<Goal, "target" | "deadline">,
): Goal["steps"] =>
  steps.filter(
    (step) =>
      step.until < deadline && (towards === "up" ? step.target <= target : step.target >= target),
  );

/** What the lines ask for at the end of the day; null where there is no way to go. */
export function askedAt(course: Course, day: LocalDay): number | null {
  const { baseline, target } = course;
  if (baseline === null) return null;
  return baseline.value + ((target - baseline.value) * expectedAt(course, addDays(day, 1))) / 100;
}
