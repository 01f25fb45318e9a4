import type { Goal } from "../../goals/goal.ts";
import { isMet } from "../../goals/progress.ts";
import type { Locale } from "../i18n/locale.ts";
import { addDays } from "../periods/local-day.ts";
import type { PeriodSpec } from "../periods/period.ts";
import type { Reports } from "../reports/reports.ts";
import { measure, settleKind } from "./measure.ts";

/**
 * The guardrails of a goal that is met which are worse, beyond chance, than they were at its
 * baseline; without one, than in the week before it began. A goal that is not met has none to check.
 */
export async function brokenGuardrails(
  goal: Goal,
  value: number | null,
  { reports, period }: { readonly reports: Reports; readonly period: PeriodSpec },
  locale: Locale,
): Promise<readonly string[]> {
  if (value === null || !isMet(goal, value)) return [];
  const { baseline, startsOn, where } = goal;
  const then: PeriodSpec = {
    kind: "range",
    from: baseline?.from ?? addDays(startsOn, -7),
    to: baseline?.to ?? addDays(startsOn, -1),
  };
  const checked = goal.guardrails.map(async (kpi) => {
    const guardrail = await settleKind(reports, { kpi, where, options: {} });
    const answer = await measure(reports, guardrail, period, locale, then);
    return answer?.comparison?.verdict === "worse" ? [kpi] : [];
  });
  return (await Promise.all(checked)).flat();
}
