import { addDays, daysBetween } from "../src/periods/local-day.ts";
import type { LocalDay } from "../src/periods/period.ts";

/** A full week is the fullest of these: some have holidays in them. */
const weeksLookedAt = 8;

/**
 * How many working weeks lie ahead, from a day on to the end of the deadline's day: working days, by
 * those of a full week. Where nobody ever works, days count.
 */
export function weeksLeft(
  from: LocalDay,
  deadline: LocalDay,
  isWorkday: (day: LocalDay) => boolean,
): number {
  const days = Math.max(0, daysBetween(from, addDays(deadline, 1)));
  const full = Math.max(
    ...Array.from({ length: weeksLookedAt }, (_, week) =>
      workdays(addDays(from, -7 * (week + 1)), 7, isWorkday),
    ),
  );
  return full === 0 ? days / 7 : workdays(from, days, isWorkday) / full;
}

const workdays = (from: LocalDay, days: number, isWorkday: (day: LocalDay) => boolean): number =>
  Array.from({ length: days }, (_, index) => addDays(from, index)).filter(isWorkday).length;
