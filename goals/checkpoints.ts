import { addDays, daysBetween } from "../src/periods/local-day.ts";
import type { LocalDay } from "../src/periods/period.ts";

/**
 * Days to look at the goal between its start and its deadline: weekly under a month, fortnightly
 * under three, every four weeks beyond; none under a week. Always before the deadline itself. One
 * that nobody would work on moves to the next working day, or before a deadline to the last.
 */
export function proposeCheckpoints(
  startsOn: LocalDay,
  deadline: LocalDay,
  isWorkday: (day: LocalDay) => boolean,
): readonly LocalDay[] {
  const days = daysBetween(startsOn, deadline);
  if (days <= 7) return [];
  const every = days < 31 ? 7 : days < 92 ? 14 : 28;
  const count = Math.ceil(days / every) - 1;
  const proposed = Array.from({ length: count }, (_, index) =>
    addDays(startsOn, every * (index + 1)),
  );
  const moved = proposed.map((day) => {
    const near = [...steps, ...steps.map((step) => -step)].map((step) => addDays(day, step));
    return near.find((each) => startsOn < each && each < deadline && isWorkday(each)) ?? day;
  });
  return [...new Set(moved)];
}

const steps = [0, 1, 2, 3, 4, 5, 6];
