import type { WeekHours } from "./parse-hours.ts";

/** The length of a working day, in seconds: what most days of the week have, the longer where two lengths tie. */
export function workingDaySeconds(hours: WeekHours): number {
  const lengths = [...hours.values()]
    .map((day) => day.reduce((sum, { from, to }) => sum + to - from, 0) / 1_000)
    .filter((length) => length > 0);
  const often = (length: number): number => lengths.filter((each) => each === length).length;
  const [usual = 0] = lengths.toSorted((a, b) => often(b) - often(a) || b - a);
  return usual;
}
