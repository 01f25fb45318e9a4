import { valueOf, type Sums } from "../kpis/evaluate.ts";
import type { Plan } from "./plan.ts";

/** How many promises fell due by the rules of the configuration, and how many by a ticket's own due time. */
export interface PromisesHeld {
  readonly rules: number;
  readonly own: number;
}

const ownIds = ["sla_met", "sla_breached", "sla_own_met", "sla_own_breached"];

export function promisesHeld({ id, formula }: Plan, measured: Sums): PromisesHeld | null {
  if (id !== "sla_attainment") return null;
  const own = ownIds.reduce((sum, each) => sum + (measured.sums.get(each) ?? 0), 0);
  return { rules: valueOf(formula.sample, measured) - own, own };
}
