import type { Input } from "./inputs.ts";
import { sumOf } from "./inputs.ts";
import type { Figure, Measure } from "./kpi.ts";
import type { Options } from "./options.ts";

export const statOption = { type: "choice", values: ["mean", "median", "p90"] } as const;

/** A duration as a mean, with the median and the ninetieth percentile beside it; `stat:` says which leads. */
export function duration(
  options: Options,
  parts: { readonly count: Input; readonly seconds: Input; readonly column: string },
  mean: Figure = {
    take: "ratio",
    numerator: sumOf(parts.seconds),
    denominator: sumOf(parts.count),
    times: 1,
  },
): Pick<Measure, "value" | "sample" | "variants" | "interval"> {
  const percentile = (p: number): Figure => ({
    take: "percentile",
    p,
    column: parts.column,
    over: parts.count,
  });
  const variants = { mean, median: percentile(0.5), p90: percentile(0.9) };
  const value =
    options["stat"] === "median"
      ? variants.median
      : options["stat"] === "p90"
        ? variants.p90
        : variants.mean;
  return { value, sample: sumOf(parts.count), variants, interval: null };
}
