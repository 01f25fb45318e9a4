import type { Unit } from "../src/quantities/unit.ts";

/** What a figure can be at all; an end that there is not is infinite. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** How much is asked, seen from where the team stands. */
export interface Ambition {
  /** Of the baseline, in percent; null where that is 0, or the scale has no zero to count from. */
  readonly relative: number | null;
  /** Of what is left to the end of the scale, in percent; null where it has none. */
  readonly headroom: number | null;
}

/** An improvement of three quarters or more discourages instead of spurring on. */
const discouragingPercent = 75;

/** A score has no zero: from an NPS of 4 to 8 is four points, not twice as good. */
const scaled: readonly Unit[] = ["points", "score"];

export function ambitionOf(
  { baseline, target }: { readonly baseline: number; readonly target: number },
  unit: Unit,
  { low, high }: Range,
): Ambition {
  const gain = Math.abs(target - baseline);
  const left = target > baseline ? high - baseline : baseline - low;
  const headroom = Number.isFinite(left) && left > 0 ? (100 * gain) / left : null;
  const isRelative = baseline !== 0 && !(scaled.includes(unit) && headroom !== null);
  return { relative: isRelative ? (100 * gain) / Math.abs(baseline) : null, headroom };
}

/** S2, A1: by the baseline, and where that says nothing by what is left of the scale. */
export const isDiscouraging = ({ relative, headroom }: Ambition, unit: Unit): boolean =>
  (relative ?? (scaled.includes(unit) ? headroom : null) ?? 0) >= discouragingPercent;
