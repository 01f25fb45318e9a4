import type { Plain } from "./plain.ts";

/** Apart by no more than rounding. */
export const isClose = (a: number | null, b: number | null): boolean =>
  a === null || b === null ? a === b : Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));

/** Value, sums and sample. */
export const isSame = (a: Plain, b: Plain): boolean =>
  isClose(a.value, b.value) &&
  isClose(a.numerator, b.numerator) &&
  isClose(a.denominator, b.denominator) &&
  a.sample === b.sample;
