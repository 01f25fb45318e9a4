import type { Segment } from "../kinds/kind.ts";
import { valueOf } from "../kpis/evaluate.ts";
import type { Input, Terms } from "../kpis/inputs.ts";
import type { Figure } from "../kpis/kpi.ts";
import type { FigureRow } from "../records/query.ts";
import type { Plan } from "./plan.ts";
import { readingOf, type Reading } from "./reading.ts";
import { fewestToJudge, isWithinChance } from "./verdict.ts";
import type { Why, WhyPart } from "./why.ts";

/** One segment before and now; a row without sums where it had no records. */
export interface Pair {
  readonly key: WhyPart["key"];
  readonly before: FigureRow;
  readonly now: FigureRow;
}

/** Whether the parts of a figure add up to the whole over these segments. */
export function addsUp({ formula: { value } }: Plan, by: readonly Segment[]): Why["adds"] {
  if (value.take !== "sum" && value.take !== "ratio") return "none";
  if (value.take === "ratio" && isOfOneWhole(value, by)) return "ratio";
  const terms = value.take === "sum" ? value.terms : [...value.numerator, ...value.denominator];
  if (!terms.every(({ input }) => isSplittable(input, by))) return "none";
  return value.take;
}

/** A record lies in one segment, so a stock splits too; one customer may lie in several. */
const isSplittable = ({ take, ignores = [] }: Input, by: readonly Segment[]): boolean =>
  !by.some((segment) => ignores.includes(segment)) && (typeof take === "string" || "sum" in take);

/** Whether all groups are divided by the same: then each is a part of the figure as it stands. */
const isOfOneWhole = ({ numerator, denominator }: Ratio, by: readonly Segment[]): boolean =>
  by.length > 0 &&
  numerator.every(({ input }) => input.take === "count" && isSplittable(input, by)) &&
  denominator.every(({ input: { ignores = [] } }) =>
    by.every((segment) => ignores.includes(segment)),
  );

/** Two standard deviations of chance. */
const z = 1.96;

/**
 * How much farther than usual a segment must move to be told from chance: of twenty looked at, one
 * moves by two standard deviations without a cause.
 */
export const stretchFor = (looks: number): number =>
  Math.sqrt(z * z + 2 * Math.log(Math.max(1, looks))) / z;

/**
 * The change of the whole as a sum of parts. With weights w (a segment's share of the denominator),
 * rates r and R the mean of the two whole rates, a segment brings Δw·(r̄ − R) by its weight and
 * w̄·Δr by its rate; over all segments these come to the change exactly, since the Δw come to 0.
 */
export function decompose(
  plan: Plan,
  by: readonly Segment[],
  pairs: readonly Pair[],
  looks: number,
): readonly WhyPart[] {
  const { value } = plan.formula;
  const stretch = stretchFor(looks);
  switch (value.take) {
    case "ratio":
      if (isOfOneWhole(value, by)) return wholeParts(value, pairs, stretch);
      return addsUp(plan, by) === "none"
        ? pairs.map((pair) => sidesOnly(plan, pair))
        : ratioParts(plan, value, pairs, stretch);
    case "sum":
      return pairs.map((pair) => countPart(plan, value.terms, pair, stretch));
    case "none":
    case "percentile":
    case "product":
      return pairs.map((pair) => sidesOnly(plan, pair));
  }
}

const sideOf = ({ value, sample }: Reading, share: number | null) => ({ value, sample, share });

function sidesOnly(plan: Plan, { key, before, now }: Pair): WhyPart {
  return {
    key,
    before: sideOf(readingOf(plan, before), null),
    now: sideOf(readingOf(plan, now), null),
    mix: null,
    rate: null,
    total: null,
    because: null,
    verdict: "unknown",
  };
}

function countPart(plan: Plan, terms: Terms, { key, before, now }: Pair, stretch: number): WhyPart {
  const [was, is] = [valueOf(terms, before), valueOf(terms, now)];
  const isCount = terms.every(({ input }) => input.take === "count");
  // Counts of events that know nothing of each other spread by their square root.
  const reach = z * stretch * Math.sqrt(Math.abs(was) + Math.abs(is));
  return {
    key,
    before: { ...sideOf(readingOf(plan, before), null), value: was },
    now: { ...sideOf(readingOf(plan, now), null), value: is },
    mix: null,
    rate: null,
    total: is - was,
    because: "count",
    verdict: isCount ? (Math.abs(is - was) > reach ? "clear" : "chance") : "unknown",
  };
}

type Ratio = Extract<Figure, { readonly take: "ratio" }>;

function ratioParts(
  plan: Plan,
  { numerator, denominator, times }: Ratio,
  pairs: readonly Pair[],
  stretch: number,
): readonly WhyPart[] {
  const all = pairs.map((pair) => ({
    pair,
    n0: times * valueOf(numerator, pair.before),
    d0: valueOf(denominator, pair.before),
    n1: times * valueOf(numerator, pair.now),
    d1: valueOf(denominator, pair.now),
  }));
  const sum = (of: "n0" | "d0" | "n1" | "d1"): number =>
    all.reduce((total, each) => total + each[of], 0);
  const [whole0, whole1] = [sum("d0"), sum("d1")];
  const middle = (sum("n0") / whole0 + sum("n1") / whole1) / 2;
  const counts = denominator.every(({ input }) => input.take === "count");
  return all.map(({ pair, n0, d0, n1, d1 }) => {
    const [w0, w1] = [d0 / whole0, d1 / whole1];
    const total = n1 / whole1 - n0 / whole0 - middle * (w1 - w0);
    // What is new or gone has no rate to compare: all it moved, it moved by its weight.
    const rate = d0 > 0 && d1 > 0 ? ((w0 + w1) / 2) * (n1 / d1 - n0 / d0) : 0;
    const mix = total - rate;
    const [before, now] = [readingOf(plan, pair.before), readingOf(plan, pair.now)];
    const because = Math.abs(mix) > Math.abs(rate) ? "mix" : "rate";
    const weights = { d0, d1, whole0, whole1 };
    return {
      key: pair.key,
      before: sideOf(before, w0),
      now: sideOf(now, w1),
      mix,
      rate,
      total,
      because,
      verdict:
        because === "rate"
          ? rateVerdict(now, before, stretch)
          : counts
            ? mixVerdict(weights, stretch)
            : "unknown",
    };
  });
}

/** Parts of one whole, which stands in the row of each that there is. */
function wholeParts(
  { numerator, denominator, times }: Ratio,
  pairs: readonly Pair[],
  stretch: number,
): readonly WhyPart[] {
  const wholeOf = (side: "before" | "now"): number =>
    Math.max(0, ...pairs.map((pair) => valueOf(denominator, pair[side])));
  const [whole0, whole1] = [wholeOf("before"), wholeOf("now")];
  // Where nothing is part of the whole, no row holds it.
  const shareOf = (part: number, whole: number): number => (whole > 0 ? (times * part) / whole : 0);
  return pairs.map(({ key, before, now }) => {
    const [d0, d1] = [valueOf(numerator, before), valueOf(numerator, now)];
    const total = shareOf(d1, whole1) - shareOf(d0, whole0);
    return {
      key,
      before: { value: shareOf(d0, whole0), sample: whole0, share: null },
      now: { value: shareOf(d1, whole1), sample: whole1, share: null },
      mix: 0,
      rate: total,
      total,
      because: "rate",
      verdict:
        Math.min(whole0, whole1) === 0
          ? "unknown"
          : mixVerdict({ d0, d1, whole0, whole1 }, stretch),
    };
  });
}

function rateVerdict(now: Reading, before: Reading, stretch: number): WhyPart["verdict"] {
  if (Math.min(now.sample, before.sample) < fewestToJudge) return "few";
  if (now.interval === null || before.interval === null) return "unknown";
  return isWithinChance(now, before, stretch) ? "chance" : "clear";
}

/** Whether a share of the records moved farther than two draws from one urn would. */
function mixVerdict(
  { d0, d1, whole0, whole1 }: Readonly<Record<"d0" | "d1" | "whole0" | "whole1", number>>,
  stretch: number,
): WhyPart["verdict"] {
  if (d0 + d1 < fewestToJudge) return "few";
  const pooled = (d0 + d1) / (whole0 + whole1);
  const reach = z * stretch * Math.sqrt(pooled * (1 - pooled) * (1 / whole0 + 1 / whole1));
  return Math.abs(d1 / whole1 - d0 / whole0) > reach ? "clear" : "chance";
}
