import { evaluate, valueOf, type Sums } from "../kpis/evaluate.ts";
import type { Interval } from "./answer.ts";
import { intervalOf, type Measurement } from "./interval.ts";
import type { Plan } from "./plan.ts";

/** A KPI over one window and group. */
export interface Reading {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly sample: number;
  readonly interval: Interval | null;
  /** There is a value, but of so few people that it would give them away. */
  readonly isWithheld: boolean;
}

export function readingOf({ kpi, formula }: Plan, measured: Measurement): Reading {
  const sample = valueOf(formula.sample, measured);
  if (isWithheld(kpi.fewest, sample)) {
    return {
      value: null,
      numerator: null,
      denominator: null,
      sample,
      interval: null,
      isWithheld: true,
    };
  }
  const evaluated = evaluate(formula.value, measured);
  const interval = evaluated.value === null ? null : intervalOf(formula, measured);
  return { ...evaluated, sample, interval, isWithheld: false };
}

export const variantsOf = (
  { kpi, formula }: Plan,
  measured: Sums,
): Readonly<Record<string, number | null>> => {
  const hidden = isWithheld(kpi.fewest, valueOf(formula.sample, measured));
  return Object.fromEntries(
    Object.entries(formula.variants).map(([name, figure]) => [
      name,
      hidden ? null : evaluate(figure, measured).value,
    ]),
  );
};

const isWithheld = (fewest: number | undefined, sample: number): boolean =>
  fewest !== undefined && sample > 0 && sample < fewest;
