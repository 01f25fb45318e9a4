import { addDays, daysBetween } from "../src/periods/local-day.ts";
import type { LocalDay } from "../src/periods/period.ts";

/**
 * Days to look at the goal between its start and its deadline: weekly under a month, fortnightly
 * under three, every four weeks beyond; none under a week. Always before the deadline itself.
 */
export function proposeCheckpoints(startsOn: LocalDay, deadline: LocalDay): readonly LocalDay[] {
  const days = daysBetween(startsOn, deadline);
  if (days <= 7) return [];
  const every = days < 31 ? 7 : days < 92 ? 14 : 28;
  const count = Math.ceil(days / every) - 1;
  return Array.from({ length: count }, (_, index) => addDays(startsOn, every * (index + 1)));
}
