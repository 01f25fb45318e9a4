import type { Goal } from "../../goals/goal.ts";
import { isMet } from "../../goals/progress.ts";
import { isKpiId } from "../kpis/index.ts";
import { addDays } from "../periods/local-day.ts";
import type { PeriodSpec } from "../periods/period.ts";
import type { Reports } from "../reports/reports.ts";

/** A goal, and what it was worth over the period in which it is judged. */
export interface Guarded {
  readonly goal: Goal;
  readonly value: number | null;
  readonly period: PeriodSpec;
}

/**
 * Of each goal that is met the guardrails which are worse, beyond chance, than they were at its
 * baseline; without one, than in the week before it began. A goal that is not met has none to check.
 */
export async function brokenGuardrails(
  guarded: readonly Guarded[],
  reports: Reports,
): Promise<readonly (readonly string[])[]> {
  const checks = guarded.flatMap((each, place) =>
    each.value === null || !isMet(each.goal, each.value)
      ? []
      : each.goal.guardrails.filter(isKpiId).map((kpi) => ({ place, kpi, ...each })),
  );
  const answers = await reports.briefly(
    checks.map(({ kpi, goal, period }) => ({
      kpi,
      where: goal.where,
      options: {},
      period,
      versus: baselineOf(goal),
      trend: false,
    })),
  );
  const broken = checks.filter((_, index) => answers[index]?.verdict === "worse");
  return guarded.map((_, place) =>
    broken.filter((each) => each.place === place).map(({ kpi }) => kpi),
  );
}

const baselineOf = ({ baseline, startsOn }: Goal): PeriodSpec => ({
  kind: "range",
  from: baseline?.from ?? addDays(startsOn, -7),
  to: baseline?.to ?? addDays(startsOn, -1),
});
