import type { LocalDay } from "../src/periods/period.ts";
import { proposeCheckpoints } from "./checkpoints.ts";
import type { Goal } from "./goal.ts";

/** What a draft begins with; the rest of it is as it was written. */
export type Beginning = Pick<Goal, "startsOn" | "baseline" | "checkpoints" | "steps">;

/**
 * A draft as it begins today, from where its KPI stands now. Checkpoints are proposed anew where one
 * of them has passed; targets of months that are over, or that are reached already, fall away.
 */
export function startDraft(
  { checkpoints, deadline, steps, towards }: Goal,
  today: LocalDay,
  baseline: Goal["baseline"],
  isWorkday: (day: LocalDay) => boolean,
): Beginning {
  const isAhead = (target: number): boolean =>
    baseline === null || (towards === "up" ? target > baseline.value : target < baseline.value);
  return {
    startsOn: today,
    baseline,
    checkpoints: checkpoints.some((day) => day <= today)
      ? proposeCheckpoints(today, deadline, isWorkday)
      : checkpoints,
    steps: steps.filter((step) => step.until > today && isAhead(step.target)),
  };
}
