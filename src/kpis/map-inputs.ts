import type { Input, Terms } from "./inputs.ts";
import type { Blind, Figure, Measure, Ratio } from "./kpi.ts";

type Change = (input: Input) => Input;

/** A measure of other inputs, wherever they stand in it; the parts of a card are measures of their own. */
export function mapInputs(measure: Measure, change: Change): Measure {
  const { value, sample, variants, interval, notes, ends, promises } = measure;
  const figure = (each: Figure): Figure => figureOf(each, change);
  const terms = (each: Terms): Terms => termsOf(each, change);
  const end = (each: NonNullable<Measure["ends"]>["low"]) =>
    typeof each === "object" && each !== null ? figure(each) : each;
  return {
    ...measure,
    value: figure(value),
    sample: terms(sample),
    variants: mapValues(variants, figure),
    notes: mapValues(notes, terms),
    interval:
      typeof interval === "object" && interval !== null
        ? { spread: change(interval.spread) }
        : interval,
    ...(ends !== undefined && { ends: { low: end(ends.low), high: end(ends.high) } }),
    ...(promises !== undefined && {
      promises: promises.map((each) => ({
        ...each,
        kept: change(each.kept),
        broken: change(each.broken),
      })),
    }),
  };
}

const termsOf = (terms: Terms, change: Change): Terms =>
  terms.map(({ times, input }) => ({ times, input: change(input) }));

function figureOf(figure: Figure, change: Change): Figure {
  switch (figure.take) {
    case "none":
      return figure;
    case "sum":
      return { ...figure, terms: termsOf(figure.terms, change), ...blindOf(figure, change) };
    case "percentile":
      return { ...figure, over: change(figure.over) };
    case "ratio":
      return ratioOf(figure, change);
    case "product":
      return { ...figure, factors: figure.factors.map((each) => ratioOf(each, change)) };
  }
}

function ratioOf(ratio: Ratio, change: Change): Ratio {
  const { numerator, denominator, onlyOne } = ratio;
  return {
    ...ratio,
    numerator: termsOf(numerator, change),
    denominator: termsOf(denominator, change),
    ...(onlyOne !== undefined && { onlyOne: change(onlyOne) }),
    ...blindOf(ratio, change),
  };
}

const blindOf = ({ blind }: { readonly blind?: Blind }, change: Change) =>
  blind === undefined
    ? {}
    : { blind: { known: change(blind.known), unknown: change(blind.unknown) } };

const mapValues = <V>(
  values: Readonly<Record<string, V | undefined>>,
  change: (value: V) => V,
): Readonly<Record<string, V>> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, change(value)]],
    ),
  );
