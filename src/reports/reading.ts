import { evaluate, valueOf, type Evaluated, type Sums } from "../kpis/evaluate.ts";
import type { Measure } from "../kpis/kpi.ts";
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
  /**
   * Why a value is not given though there would be one: it is of so few people that it would give
   * them away, or more records count than there are, as ready-made figures may say.
   */
  readonly obstacle: "withheld" | "contradictory" | null;
}

export function readingOf({ kpi, formula }: Plan, measured: Measurement): Reading {
  const sample = valueOf(formula.sample, measured);
  const nothing = { value: null, interval: null, sample };
  if (isWithheld(kpi.fewest, sample)) {
    return { ...nothing, numerator: null, denominator: null, obstacle: "withheld" };
  }
  const evaluated = evaluate(formula.value, measured);
  if (isMoreThanAll(formula, evaluated)) {
    return { ...evaluated, ...nothing, obstacle: "contradictory" };
  }
  const interval = evaluated.value === null ? null : intervalOf(formula, measured);
  return { ...evaluated, sample, interval, obstacle: null };
}

/** Of a share, and of shares less shares: other ratios may be more than one. */
function isMoreThanAll({ interval }: Measure, { numerator, denominator }: Evaluated): boolean {
  if (numerator === null || denominator === null) return false;
  if (interval === "nps") return Math.abs(numerator) > denominator;
  return interval === "wilson" && (numerator < 0 || numerator > denominator);
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
