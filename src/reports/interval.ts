import {
  percentileId,
  percentilesAround,
  valueOf,
  type Percentile,
  type Sums,
} from "../kpis/evaluate.ts";
import type { Terms } from "../kpis/inputs.ts";
import type { Measure } from "../kpis/kpi.ts";
import type { Interval } from "./answer.ts";

/** The sums of one window and group, and whether ready-made figures are part of them. */
export interface Measurement extends Sums {
  readonly hasReadyMade: boolean;
}

/** Two standard deviations of chance, near enough: 95 %. */
const z = 1.96;

/** Where the true value lies with 95 % certainty, in the KPI's unit; null where chance has no formula. */
export function intervalOf(measure: Measure, measured: Measurement): Interval | null {
  if (measure.value.take === "percentile") return percentileInterval(measure.value, measured);
  if (measure.interval === null || measure.value.take !== "ratio") return null;
  const { numerator, denominator } = measure.value;
  const n = valueOf(denominator, measured);
  if (n <= 0) return null;
  if (typeof measure.interval === "object") {
    // The spread is that of records; ready-made sums bring none.
    if (measured.hasReadyMade) return null;
    const spread = measured.sums.get(measure.interval.spread.id) ?? 0;
    return meanInterval(valueOf(numerator, measured) / n, spread, n);
  }
  if (measure.interval === "wilson") return wilson(valueOf(numerator, measured) / n, n);
  if (measure.interval === "again") return againInterval(valueOf(numerator, measured), n);
  const above = valueOf(withSign(numerator, 1), measured) / n;
  const below = -valueOf(withSign(numerator, -1), measured) / n;
  return netScore(above, below, n);
}

const withSign = (terms: Terms, sign: 1 | -1): Terms => terms.filter(({ times }) => times === sign);

/** A mean of many records, by their standard deviation; of one record nothing is known. */
function meanInterval(mean: number, spread: number, n: number): Interval | null {
  if (n < 2) return null;
  const margin = (z * spread) / Math.sqrt(n);
  return { low: Math.max(0, mean - margin), high: mean + margin, level: 0.95 };
}

/**
 * A percentile, by how thick the records lie around it (Siddiqui 1960): as many more or fewer of
 * them as chance puts below it, at the pace at which its neighbours are met.
 */
function percentileInterval(figure: Percentile, measured: Measurement): Interval | null {
  const { percentiles, sums, hasReadyMade } = measured;
  const [below, above] = percentilesAround(figure);
  const [low, value, high] = [below, figure, above].map((each) =>
    percentiles.get(percentileId(each)),
  );
  const n = sums.get(figure.over.id) ?? 0;
  if (low == null || value == null || high == null || n < 2 || hasReadyMade) return null;
  const { p } = figure;
  const margin = (z * Math.sqrt((p * (1 - p)) / n) * (high - low)) / (above.p - below.p);
  return { low: Math.max(0, value - margin), high: value + margin, level: 0.95 };
}

/** Wilson's interval of a share: unlike the simple one it is right for few records and near 0 and 100 %. */
function wilson(share: number, n: number): Interval | null {
  // Ready-made figures can contradict each other: more successes than tries have no interval.
  if (share < 0 || share > 1) return null;
  const middle = share + (z * z) / (2 * n);
  const reach = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  return {
    low: share === 0 ? 0 : (100 * (middle - reach)) / scale,
    high: share === 1 ? 100 : (100 * (middle + reach)) / scale,
    level: 0.95,
  };
}

/**
 * How often each of `different` came, at least once, if each time was followed by another with the
 * same chance: then every time but `different` of them was followed, and Wilson's interval of the
 * share that was not is, turned over, that of the mean.
 */
function againInterval(times: number, different: number): Interval | null {
  if (times <= 0) return null;
  const last = wilson(different / times, times);
  return last === null ? null : { low: 100 / last.high, high: 100 / last.low, level: 0.95 };
}

/** The margin of error of a share above less a share below (kpis.md C6), kept within −100 and 100. */
function netScore(above: number, below: number, n: number): Interval {
  const score = above - below;
  const margin = z * Math.sqrt(Math.max(0, above + below - score * score) / n);
  return {
    low: Math.max(-100, 100 * (score - margin)),
    high: Math.min(100, 100 * (score + margin)),
    level: 0.95,
  };
}
