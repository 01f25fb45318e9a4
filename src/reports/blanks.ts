import { standsOnStart } from "../kpis/evaluate.ts";
import type { Measure } from "../kpis/kpi.ts";
import type { Window } from "../periods/period.ts";
import type { Extent } from "../records/query-extent.ts";
import type { Reading } from "./reading.ts";

/** What a value may look like where no data reach: a count of 0, or all that is left of a stock. */
export function blankTest(formula: Measure): (reading: Reading) => boolean {
  if (standsOnStart(formula)) return ({ value }) => value !== null;
  return ({ value }) => formula.value.take === "sum" && value === 0;
}

/** Where no data reach, nothing was counted: that is no data, not 0. */
export function withoutBlanks(
  readings: readonly Reading[],
  windows: readonly Window[],
  isBlank: (reading: Reading) => boolean,
  extent: Extent | null,
): readonly Reading[] {
  return readings.map((reading, index) => {
    const window = windows[index];
    const isCovered =
      window !== undefined &&
      extent !== null &&
      window.to > extent.oldest &&
      window.from <= extent.newest;
    return isCovered || !isBlank(reading) ? reading : { ...reading, value: null, interval: null };
  });
}
