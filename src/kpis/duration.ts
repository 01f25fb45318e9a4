import type { Input } from "./inputs.ts";
import { sumOf } from "./inputs.ts";
import type { Figure, Measure } from "./kpi.ts";
import type { Options } from "./options.ts";
import { spreadOf } from "./spread.ts";

export const statOption = { type: "choice", values: ["mean", "median", "p90"] } as const;

/** … or the share that took no longer than `within:`. */
export const statOrShareOption = {
  type: "choice",
  values: ["mean", "median", "p90", "share"],
} as const;

/** Divided by other records than those that were timed, a mean has no spread of its own. */
const isUsualMean = (mean: Figure, { count }: { readonly count: Input }): boolean =>
  mean.take === "ratio" && mean.denominator.every(({ input }) => input.id === count.id);

/** The seconds of all, by their number. */
export const meanOf = ({ seconds, count }: Record<"count" | "seconds", Input>) =>
  ({
    take: "ratio",
    numerator: sumOf(seconds),
    denominator: sumOf(count),
    times: 1,
  }) as const satisfies Figure;

/** Records that took at most so long, by what is counted; at the limit is within it. */
export const countedWithin = (count: Input, column: string, seconds: number): Input => ({
  ...count,
  id: `${count.id}_within_${seconds}s`,
  where: {
    all: [...(count.where === undefined ? [] : [count.where]), { column, atMost: seconds }],
  },
});

interface DurationParts {
  readonly count: Input;
  readonly seconds: Input;
  readonly column: string;
}

/** What may be measured otherwise than of the records that were timed. */
interface DurationFigures {
  readonly mean: Figure;
  /** The share in percent that `stat:share` asks for. */
  readonly share: Extract<Figure, { readonly take: "ratio" }>;
  /** A share shown beside it, named by its limit: `within_60s`, `over_60s`. */
  readonly beside: Readonly<Record<string, Figure>>;
}

type DurationMeasure = Pick<
  Measure,
  "value" | "sample" | "variants" | "interval" | "unit" | "better"
>;

/** A duration as a mean, with the median and the ninetieth percentile beside it; `stat:` says which leads. */
export function duration(
  options: Options,
  parts: DurationParts,
  { mean = meanOf(parts), share, beside = {} }: Partial<DurationFigures> = {},
): DurationMeasure {
  const percentile = (p: number): Figure => ({
    take: "percentile",
    p,
    column: parts.column,
    over: parts.count,
  });
  const variants = { mean, median: percentile(0.5), p90: percentile(0.9), ...beside };
  const shared = { sample: sumOf(parts.count), variants };
  if (options["stat"] === "share" && share !== undefined) {
    return {
      variants,
      value: share,
      unit: "percent",
      better: "higher",
      sample: share.denominator,
      interval: "wilson",
    };
  }
  if (options["stat"] === "median") return { ...shared, value: variants.median, interval: null };
  if (options["stat"] === "p90") return { ...shared, value: variants.p90, interval: null };
  const spread = spreadOf(parts.count, parts.column);
  return { ...shared, value: mean, interval: isUsualMean(mean, parts) ? { spread } : null };
}
