import { sumOf, type Input, type Terms } from "./inputs.ts";
import type { Blind, End, Figure, Measure, Ratio } from "./kpi.ts";

/**
 * What was measured for one window and group: the sum of each input by its id, and percentiles. An
 * input that nobody delivers has no sum; one that was delivered and did not happen has 0.
 */
export interface Sums {
  readonly sums: ReadonlyMap<string, number>;
  readonly percentiles: ReadonlyMap<string, number | null>;
  /** How long the window is; a year has twelve. */
  readonly months: number;
}

export interface Evaluated {
  /** `null`: nothing to divide by, or nobody delivers a part of it, so no data and never 0. */
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** A percentile to be taken of the records that an input counts. */
export type Percentile = Extract<Figure, { readonly take: "percentile" }>;

export const percentileId = ({ over, column, p }: Percentile): string =>
  `${over.id}:${column}:${p}`;

/** As near as tells how thick the records lie there, and inside 0 and 1. */
const nearest = 0.1;

/** The percentiles below and above one: how far they lie apart says how sure it is. */
export function percentilesAround(percentile: Percentile): readonly [Percentile, Percentile] {
  const { p } = percentile;
  const step = Math.min(nearest, p / 2, (1 - p) / 2);
  const at = (other: number): Percentile => ({ ...percentile, p: Number(other.toFixed(6)) });
  return [at(p - step), at(p + step)];
}

export const valueOf = (terms: Terms, { sums }: Sums): number =>
  terms.reduce((total, { times, input }) => total + times * (sums.get(input.id) ?? 0), 0);

/** The inputs of a figure that nobody delivers: ready-made figures may bring some and not others. */
export function lackingIn(figure: Figure, measured: Sums): readonly Input[] {
  switch (figure.take) {
    case "sum":
      return lackingOf(figure.terms, measured);
    case "percentile":
    case "none":
      return [];
    case "ratio":
      return lackingOf([...figure.numerator, ...figure.denominator], measured);
    case "product":
      return figure.factors.flatMap((factor) => lackingIn(factor, measured));
  }
}

const lackingOf = (terms: Terms, { sums }: Sums): readonly Input[] =>
  inputsIn(terms).filter(({ id, mayLack }) => mayLack !== true && !sums.has(id));

const knownOf = (terms: Terms, measured: Sums): number | null =>
  lackingOf(terms, measured).length === 0 ? valueOf(terms, measured) : null;

/** The formula over the sums. */
export function evaluate(figure: Figure, measured: Sums): Evaluated {
  switch (figure.take) {
    case "none":
      return { value: null, numerator: null, denominator: null };
    case "sum":
      return {
        value: isBlind(figure, measured) ? null : knownOf(figure.terms, measured),
        numerator: null,
        denominator: null,
      };
    case "percentile":
      return {
        value: measured.percentiles.get(percentileId(figure)) ?? null,
        numerator: null,
        denominator: null,
      };
    case "ratio": {
      const numerator = knownOf(figure.numerator, measured);
      const denominator = knownOf(figure.denominator, measured);
      if (numerator === null || denominator === null) {
        return { value: null, numerator, denominator };
      }
      const isAnswer =
        denominator > 0 && isOfOneScale(figure, measured) && !isBlind(figure, measured);
      const value = isAnswer ? (figure.times * numerator) / denominator : null;
      return { value, numerator, denominator };
    }
    case "product":
      return { value: productOf(figure, measured), numerator: null, denominator: null };
  }
}

function productOf({ factors, times, per }: Product, measured: Sums): number | null {
  const length = per === undefined ? 1 : measured.months / monthsPer[per];
  if (length === 0) return null;
  return factors.reduce<number | null>((product, factor) => {
    const { value } = evaluate(factor, measured);
    return product === null || value === null ? null : product * value;
  }, times / length);
}

const monthsPer = { month: 1, year: 12 } as const;

type Product = Extract<Figure, { readonly take: "product" }>;

export const isOfOneScale = ({ onlyOne }: Ratio, { sums }: Sums): boolean =>
  onlyOne === undefined || (sums.get(onlyOne.id) ?? 0) <= 1;

export const isBlind = ({ blind }: { readonly blind?: Blind }, { sums }: Sums): boolean =>
  blind !== undefined &&
  (sums.get(blind.known.id) ?? 0) === 0 &&
  (sums.get(blind.unknown.id) ?? 0) > 0;

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
          return [...inputsIn(figure.terms), ...Object.values(figure.blind ?? {})];
        case "percentile":
          return [figure.over];
        case "product":
          return needsOf(figure.factors).inputs;
        case "none":
          return [];
        case "ratio":
          return [
            ...inputsIn(figure.numerator),
            ...inputsIn(figure.denominator),
            ...(figure.onlyOne === undefined ? [] : [figure.onlyOne]),
            ...(figure.blind === undefined ? [] : Object.values(figure.blind)),
          ];
      }
    }),
    ...terms.flatMap(inputsIn),
  ];
  const percentiles = figures.filter((figure) => figure.take === "percentile");
  return {
    inputs: uniqueBy(inputs, ({ id }) => id),
    percentiles: uniqueBy(percentiles, percentileId),
  };
}

/** What the value, its sample and its interval are made of; on request the figures and notes beside it. */
export function needsOfMeasure(
  { value, sample, interval, variants, notes, parts = {}, ends }: Measure,
  { withVariants = false, withNotes = false } = {},
): Needs {
  const spread = interval !== null && typeof interval === "object" ? [sumOf(interval.spread)] : [];
  const own = needsOf(
    [
      value,
      ...(withVariants ? [...Object.values(variants), ...Object.values(ends ?? {})] : []),
    ].filter(isFigure),
    [sample, ...spread, ...(withNotes ? Object.values(notes) : [])],
  );
  const around = value.take === "percentile" ? percentilesAround(value) : [];
  const sure = { ...own, percentiles: uniqueBy([...own.percentiles, ...around], percentileId) };
  if (!withVariants) return sure;
  const all = [sure, ...Object.values(parts).map((part) => needsOfMeasure(part))];
  return {
    inputs: uniqueBy(
      all.flatMap(({ inputs }) => inputs),
      ({ id }) => id,
    ),
    percentiles: uniqueBy(
      all.flatMap(({ percentiles }) => percentiles),
      percentileId,
    ),
  };
}

export const isFigure = (end: End): end is Figure => end !== null && typeof end === "object";

/** Whether it stands on what the period found: then it has a value even where no data reach. */
export const standsOnStart = (measure: Measure): boolean =>
  inputsOf(measure).some(({ asOf }) => asOf === "start");

const uniqueBy = <T>(values: readonly T[], idOf: (value: T) => string): readonly T[] => [
  ...new Map(values.map((value) => [idOf(value), value])).values(),
];

/** The inputs a measure's value and sample are made of. */
export const inputsOf = ({ value, sample }: Measure): readonly Input[] =>
  needsOf([value], [sample]).inputs;

const inputsIn = (terms: Terms): readonly Input[] => terms.map(({ input }) => input);
