import { addDays, atClock, clockMs, daysBetween, localDay } from "./local-day.ts";
import type { Period } from "./period.ts";

/**
 * A period to compare with, cut to the part that an unfinished one of its kind has run: as many
 * days and the same time of day, never beyond its own end.
 */
export function likeForLike(versus: Period, period: Period): Period {
  if (period.complete || !versus.complete || versus.unit !== period.unit) return versus;
  const { zone } = period;
  const days = daysBetween(localDay(period.from, zone), localDay(period.to, zone));
  const to = atClock(addDays(localDay(versus.from, zone), days), clockMs(period.to, zone), zone);
  return to < versus.to ? { ...versus, to, complete: false } : versus;
}
