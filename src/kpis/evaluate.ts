import { sumOf, type Input, type Terms } from "./inputs.ts";
import type { Figure, Measure } from "./kpi.ts";

/** What was measured for one window and group: the sum of each input by its id, and percentiles. */
export interface Sums {
  readonly sums: ReadonlyMap<string, number>;
  readonly percentiles: ReadonlyMap<string, number | null>;
}

export interface Evaluated {
  /** `null`: nothing to divide by, so no data and never 0. */
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** A percentile to be taken of the records that an input counts. */
export type Percentile = Extract<Figure, { readonly take: "percentile" }>;

export const percentileId = ({ over, column, p }: Percentile): string =>
  `${over.id}:${column}:${p}`;

export const valueOf = (terms: Terms, { sums }: Sums): number =>
  terms.reduce((total, { times, input }) => total + times * (sums.get(input.id) ?? 0), 0);

/** The formula over the sums. */
export function evaluate(figure: Figure, measured: Sums): Evaluated {
  switch (figure.take) {
    case "sum":
      return { value: valueOf(figure.terms, measured), numerator: null, denominator: null };
    case "percentile":
      return {
        value: measured.percentiles.get(percentileId(figure)) ?? null,
        numerator: null,
        denominator: null,
      };
    case "ratio": {
      const numerator = valueOf(figure.numerator, measured);
      const denominator = valueOf(figure.denominator, measured);
      const isOfOne =
        figure.onlyOne === undefined || (measured.sums.get(figure.onlyOne.id) ?? 0) <= 1;
      const value = denominator > 0 && isOfOne ? (figure.times * numerator) / denominator : null;
      return { value, numerator, denominator };
    }
  }
}

export interface Needs {
  readonly inputs: readonly Input[];
  readonly percentiles: readonly Percentile[];
}

/** What must be measured to evaluate some figures and sums of terms. */
function needsOf(figures: readonly Figure[], terms: readonly Terms[] = []): Needs {
  const inputs = [
    ...figures.flatMap((figure): readonly Input[] => {
      switch (figure.take) {
        case "sum":
          return inputsIn(figure.terms);
        case "percentile":
          return [figure.over];
        case "ratio":
          return [
            ...inputsIn(figure.numerator),
            ...inputsIn(figure.denominator),
            ...(figure.onlyOne === undefined ? [] : [figure.onlyOne]),
          ];
      }
    }),
    ...terms.flatMap(inputsIn),
  ];
  const percentiles = figures.filter((figure) => figure.take === "percentile");
  return {
    inputs: [...new Map(inputs.map((input) => [input.id, input])).values()],
    percentiles: [...new Map(percentiles.map((each) => [percentileId(each), each])).values()],
  };
}

/** What the value, its sample and its interval are made of; on request the figures and notes beside it. */
export function needsOfMeasure(
  { value, sample, interval, variants, notes }: Measure,
  { withVariants = false, withNotes = false } = {},
): Needs {
  const spread = interval !== null && typeof interval === "object" ? [sumOf(interval.spread)] : [];
  return needsOf(
    [value, ...(withVariants ? Object.values(variants) : [])],
    [sample, ...spread, ...(withNotes ? Object.values(notes) : [])],
  );
}

/** The inputs a measure's value and sample are made of. */
export const inputsOf = ({ value, sample }: Measure): readonly Input[] =>
  needsOf([value], [sample]).inputs;

const inputsIn = (terms: Terms): readonly Input[] => terms.map(({ input }) => input);
