import { periodBefore } from "./comparison-period.ts";
import type { Period, PeriodSettings } from "./period.ts";

/**
 * So many periods of the same kind in a row, oldest first, ending with this one: what a chart
 * shows. Those before are whole even where this one is not finished.
 */
export function periodsBefore(
  period: Period,
  count: number,
  settings: PeriodSettings,
): readonly Period[] {
  const periods = [period];
  let oldest = period;
  while (periods.length < count) {
    oldest = periodBefore(oldest, settings);
    periods.unshift(oldest);
  }
  return periods;
}
