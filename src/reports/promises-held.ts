import { valueOf, type Sums } from "../kpis/evaluate.ts";
import { sumOf } from "../kpis/inputs.ts";
import type { Promised } from "../kpis/kpi.ts";
import type { Window } from "../periods/period.ts";
import type { Plan } from "./plan.ts";

/** How many promises fell due by the rules of the configuration, and how many by a ticket's own due time. */
export interface PromisesHeld {
  readonly rules: number;
  readonly own: number;
  /** Of the rules by which any fell due, the versions in force within the period, the oldest first. */
  readonly versions: readonly PromiseVersion[];
}

export interface PromiseVersion {
  readonly name: string;
  /** Null: it was the first. */
  readonly from: Date | null;
  /** Null: none has followed. */
  readonly until: Date | null;
  readonly share: number;
}

/** Null of a figure that is of no promises. */
export function promisesHeld(
  { formula }: Plan,
  measured: Sums,
  period: Window,
): PromisesHeld | null {
  if (formula.promises === undefined) return null;
  const due = ({ kept, broken }: Promised) => valueOf(sumOf(kept, broken), measured);
  const rules = formula.promises.reduce((sum, each) => sum + due(each), 0);
  const versions = formula.promises
    .filter((each) => due(each) > 0)
    .flatMap(({ name, shares }) => inForce(shares, period).map((each) => ({ name, ...each })));
  return { rules, own: valueOf(formula.sample, measured) - rules, versions };
}

/** The versions of a rule that were in force at any time of a period. */
export const inForce = (shares: Promised["shares"], { from, to }: Window): Promised["shares"] =>
  shares.filter((each) => (each.from ?? from) < to && (each.until ?? to) > from);
