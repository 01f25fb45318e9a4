import type { Period, PeriodFault } from "../periods/period.ts";
import { resolvePeriod } from "../periods/resolve-period.ts";
import { isAboutAgents } from "./about-agents.ts";
import type { Plan } from "./plan.ts";
import type { Question } from "./question.ts";
import type { ReportParts } from "./session.ts";

/** What in a question contradicts itself, though each word of it is right. */
export function contradictionIn(
  { period, versus, options, by, where }: Question,
  { kpi, options: inForce }: Plan,
  now: Date,
  { periods }: ReportParts,
): PeriodFault | null {
  // Told by name, what people said in confidence would be theirs no more.
  if (kpi.fewest !== undefined && isAboutAgents({ by, where })) return { fault: "anonymous" };
  if (isOfItself(period, versus, (spec) => resolvePeriod(spec, now, periods))) {
    return { fault: "same_period" };
  }
  const { option, is, other } = kpi.needs ?? {};
  if (option !== undefined && other !== undefined && inForce[option] === is) {
    if (Object.keys(inForce[other] ?? {}).length === 0) return { fault: "no_allocation_key" };
  }
  const [low, high] = kpi.notAbove ?? [];
  if (low === undefined || high === undefined || options[low] === undefined) return null;
  return Number(inForce[low]) > Number(inForce[high]) ? { fault: "short_above_within" } : null;
}

function isOfItself(
  period: Question["period"],
  versus: Question["versus"],
  laid: (spec: Question["period"]) => Period | PeriodFault,
): boolean {
  if (versus === null || typeof versus === "string") return false;
  const [own, other] = [laid(period), laid(versus)];
  return (
    "from" in own &&
    "from" in other &&
    own.from.getTime() === other.from.getTime() &&
    own.to.getTime() === other.to.getTime()
  );
}
