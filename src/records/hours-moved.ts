import type { DayHours } from "./hours-held.ts";

const hoursOfDay = 24;
/** Of fewer records no hours can be read. */
const fewestRecords = 100;
const fewestInWeek = 50;
const fewestWeeks = 4;
/** The share of records that come at any hour whatever the profile says: a stray one proves nothing. */
const strayShare = 0.02;
/** How much likelier the day must be where it is moved: e to the power of this. */
const leastGain = 20;
/** How much better it must fit than unmoved, … */
const fitsBetter = 3;
/** … and how much worse than any of the weeks before it must fit unmoved. */
const unlikeWeeks = 2;

/**
 * By how many hours a day lies later (or earlier, below zero) than the same weekday of the weeks
 * before, as it does where the zone of its source was changed; null where it lies as usual, or like
 * none of them however it is moved. A day that begins late or ends early is not moved: it does not
 * fit anywhere.
 */
export function hoursMoved(day: DayHours, weeks: readonly DayHours[]): number | null {
  if (day.length !== hoursOfDay || sum(day) < fewestRecords) return null;
  const full = weeks.filter((each) => sum(each) >= fewestInWeek);
  if (full.length < fewestWeeks) return null;
  const profile = profileOf(full);
  const still = misfit(day, profile, 0);
  const moves = Array.from({ length: hoursOfDay }, (_, at) => at - 11).filter((each) => each !== 0);
  const fits = moves.map((by) => ({ by, misfit: misfit(day, profile, by) }));
  const best = fits.reduce((a, b) => (b.misfit < a.misfit ? b : a));
  if (still - best.misfit < leastGain || still < fitsBetter * best.misfit) return null;
  const usual = full.map((each, at) => {
    const others = full.filter((_, other) => other !== at);
    return misfit(each, profileOf(others), 0) / sum(each);
  });
  return still / sum(day) > unlikeWeeks * Math.max(...usual) ? best.by : null;
}

/** The share of each hour. */
function profileOf(days: readonly DayHours[]): readonly number[] {
  const counts = Array.from({ length: hoursOfDay }, (_, hour) =>
    sum(days.map((day) => day[hour] ?? 0)),
  );
  const all = sum(counts);
  return counts.map((count) => (1 - strayShare) * (count / all) + strayShare / hoursOfDay);
}

/** How much less likely the day is under the profile moved so far than under one of its own: the log of it. */
function misfit(day: DayHours, profile: readonly number[], by: number): number {
  const all = sum(day);
  return sum(
    day.map((count, hour) => {
      const share = profile[(hour - by + hoursOfDay) % hoursOfDay] ?? 1;
      return count === 0 ? 0 : count * Math.log(count / all / share);
    }),
  );
}

const sum = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);
