import type { Interval, SegmentFigure } from "./answer.ts";
import type { Plan } from "./plan.ts";
import { fewestToTrust } from "./verdict.ts";

interface Placed {
  readonly figure: SegmentFigure;
  readonly interval: Interval;
}

/**
 * Agents with their ranks, the best first. Two whose intervals overlap share a rank, and so do all
 * whom such pairs join; those after them are counted on (1, 1, 3). There is no rank where neither
 * more nor less is better, where chance has no formula, and below thirty contacts.
 */
export function ranked(figures: readonly SegmentFigure[], { kpi }: Plan): readonly SegmentFigure[] {
  if (kpi.better === "neutral") return figures;
  const sign = kpi.better === "higher" ? 1 : -1;
  const best = ({ low, high }: Interval): number => (sign > 0 ? high : -low);
  const worst = ({ low, high }: Interval): number => (sign > 0 ? low : -high);

  const placed = figures
    .flatMap((figure): readonly Placed[] => {
      const { interval, sample, key } = figure;
      const isSure = interval !== null && sample >= fewestToTrust && key.agent !== null;
      return isSure ? [{ figure, interval }] : [];
    })
    .toSorted((a, b) => best(b.interval) - best(a.interval));
  const ranks = new Map<SegmentFigure, number>();
  let rank = 1;
  let lowest = Infinity;
  for (const [index, { figure, interval }] of placed.entries()) {
    if (best(interval) < lowest) rank = index + 1;
    lowest = best(interval) < lowest ? worst(interval) : Math.min(lowest, worst(interval));
    ranks.set(figure, rank);
  }
  return figures
    .map((figure) => {
      const own = ranks.get(figure);
      return own === undefined ? figure : { ...figure, rank: own };
    })
    .toSorted(inOrder);
}

const inOrder = (a: SegmentFigure, b: SegmentFigure): number => {
  const [first, second] = [a.rank ?? Infinity, b.rank ?? Infinity];
  return first === second ? 0 : first - second;
};
