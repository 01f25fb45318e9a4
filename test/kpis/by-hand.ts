import type { Window } from "../../src/periods/period.ts";

/** What a plain loop makes of a KPI: the second calculation that the engine's is held against. */
export interface ByHand {
  readonly value: number | null;
  readonly sample: number;
}

export const isIn = (at: Date | null, { from, to }: Window): boolean =>
  at !== null && at >= from && at < to;

export const secondsBetween = (from: Date, to: Date): number =>
  (to.getTime() - from.getTime()) / 1_000;

export function shareByHand<T>(rows: readonly T[], isHit: (row: T) => boolean): ByHand {
  let hits = 0;
  for (const row of rows) if (isHit(row)) hits += 1;
  return { value: rows.length === 0 ? null : (hits / rows.length) * 100, sample: rows.length };
}

export function meanByHand(values: readonly number[], over = values.length): ByHand {
  let total = 0;
  for (const value of values) total += value;
  return { value: over === 0 ? null : total / over, sample: values.length };
}

/** Between the two nearest values where the place falls between them. */
export function percentileByHand(values: readonly number[], p: number): ByHand {
  const sorted = values.toSorted((a, b) => a - b);
  if (sorted.length === 0) return { value: null, sample: 0 };
  const place = (sorted.length - 1) * p;
  const low = sorted[Math.floor(place)]!;
  const high = sorted[Math.ceil(place)]!;
  return { value: low + (high - low) * (place - Math.floor(place)), sample: sorted.length };
}

/** Where the engine and the loop differ: by more than rounding, or in what they counted. */
export function disagreements(
  rows: readonly (ByHand & { readonly window: number })[],
  windows: readonly Window[],
  byHand: (window: Window) => ByHand,
): readonly string[] {
  return windows.flatMap((window, index) => {
    const row = rows.find((each) => each.window === index);
    const expected = byHand(window);
    const isSame =
      row !== undefined &&
      row.sample === expected.sample &&
      (row.value === null || expected.value === null
        ? row.value === expected.value
        : Math.abs(row.value - expected.value) <= 1e-9 * Math.max(1, Math.abs(expected.value)));
    return isSame
      ? []
      : `window ${index}: ${row?.value} of ${row?.sample}, by hand ${expected.value} of ${expected.sample}`;
  });
}
