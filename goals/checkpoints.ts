import { shiftUnits } from "../src/periods/calendar-unit.ts";
import { addDays, daysBetween, isLocalDay } from "../src/periods/local-day.ts";
import type { LocalDay } from "../src/periods/period.ts";
import { plainText } from "../src/quantities/parse-number.ts";

/**
 * Days to look at the goal between its start and its deadline: weekly under a month, fortnightly
 * under three, then on the same day of each month (its last where it is shorter); none in a week or
 * less. Always before the deadline itself. One that nobody would work on moves to the next working
 * day, or before a deadline to the last.
 */
export function proposeCheckpoints(
  startsOn: LocalDay,
  deadline: LocalDay,
  isWorkday: (day: LocalDay) => boolean,
): readonly LocalDay[] {
  if (daysBetween(startsOn, deadline) <= 7) return [];
  const nth = rhythmOf(startsOn, deadline);
  const moved: LocalDay[] = [];
  for (let day = nth(1), count = 2; day < deadline; day = nth(count), count += 1) {
    const near = nearby.map((step) => addDays(day, step));
    const isBetween = (each: LocalDay): boolean => startsOn < each && each < deadline;
    moved.push(near.find((each) => isBetween(each) && isWorkday(each)) ?? day);
  }
  return [...new Set(moved)];
}

const nearby = [0, 1, 2, 3, 4, 5, 6, -1, -2, -3, -4, -5, -6];

/** The first, the second and every further day, counted from the start so that no month's length adds up. */
function rhythmOf(startsOn: LocalDay, deadline: LocalDay): (count: number) => LocalDay {
  if (deadline < shiftUnits(startsOn, "month", 1)) return (count) => addDays(startsOn, 7 * count);
  return deadline < shiftUnits(startsOn, "month", 3)
    ? (count) => addDays(startsOn, 14 * count)
    : (count) => shiftUnits(startsOn, "month", count);
}

/** More than one a week for a year is no checkpoint any more. */
export const mostCheckpoints = 60;

export type CheckpointFault =
  | { readonly fault: "not_a_day" | "not_between"; readonly text: string }
  | { readonly fault: "too_many" };

/** Reads days as people list them, `2026-12-02, 2026-12-16`: in order, each once, after the start and before the deadline. */
export function readCheckpoints(
  text: string,
  startsOn: LocalDay,
  deadline: LocalDay,
): readonly LocalDay[] | CheckpointFault {
  const days: LocalDay[] = [];
  for (const each of plainText(text).split(/[\s,;、]+/u)) {
    if (each === "") continue;
    if (!isLocalDay(each)) return { fault: "not_a_day", text: each };
    if (each <= startsOn || each >= deadline) return { fault: "not_between", text: each };
    days.push(each);
  }
  const found = [...new Set(days)].toSorted();
  return found.length > mostCheckpoints ? { fault: "too_many" } : found;
}
