import { valueOf, type Sums } from "../kpis/evaluate.ts";
import { sumOf } from "../kpis/inputs.ts";
import type { Plan } from "./plan.ts";

/** How many promises fell due by the rules of the configuration, and how many by a ticket's own due time. */
export interface PromisesHeld {
  readonly rules: number;
  readonly own: number;
}

/** Null of a figure that is of no promises. */
export function promisesHeld({ formula }: Plan, measured: Sums): PromisesHeld | null {
  if (formula.promises === undefined) return null;
  const byRules = formula.promises.flatMap(({ kept, broken }) => sumOf(kept, broken));
  const rules = valueOf(byRules, measured);
  return { rules, own: valueOf(formula.sample, measured) - rules };
}
