import { evaluate, isFigure, valueOf, type Evaluated } from "../kpis/evaluate.ts";
import type { End, Measure } from "../kpis/kpi.ts";
import type { Ends, Interval } from "./answer.ts";
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

/** The ends of what it can be, where they are not those of its unit. */
export function endsOf({ formula }: Plan, measured: Measurement): Ends | null {
  const { ends } = formula;
  if (ends === undefined) return null;
  const known = (end: End): number | null => (isFigure(end) ? evaluate(end, measured).value : end);
  return { low: known(ends.low), high: known(ends.high) };
}

export const variantsOf = (
  { kpi, formula }: Plan,
  measured: Measurement,
): Readonly<Record<string, number | null>> => {
  const hidden = isWithheld(kpi.fewest, valueOf(formula.sample, measured));
  return Object.fromEntries([
    ...Object.entries(formula.variants).map(([name, figure]) => [
      name,
      hidden ? null : evaluate(figure, measured).value,
    ]),
    ...Object.entries(formula.parts ?? {}).flatMap(([name, part]) => partOf(name, part, measured)),
  ]);
};

/** A figure of a card, and the ends of the range it likely lies in. */
function partOf(
  name: string,
  part: Measure,
  measured: Measurement,
): readonly (readonly [string, number | null])[] {
  const { value } = evaluate(part.value, measured);
  if (part.interval === null) return [[name, value]];
  const interval = value === null ? null : intervalOf(part, measured);
  return [
    [name, value],
    [`${name}_low`, interval?.low ?? null],
    [`${name}_high`, interval?.high ?? null],
  ];
}

const isWithheld = (fewest: number | undefined, sample: number): boolean =>
  fewest !== undefined && sample > 0 && sample < fewest;
