import { daysNamed } from "./days-named.ts";
import { daysBetween, localDay, startOfDay } from "./local-day.ts";
import type { Period, PeriodFault, PeriodSettings, PeriodSpec } from "./period.ts";

/** Ten years: longer than any desk's records, short enough for a chart and a query. */
const mostDays = 3_660;

/** Lays a named period on the calendar; one that is not over yet ends now. */
export function resolvePeriod(
  spec: PeriodSpec,
  now: Date,
  settings: PeriodSettings,
): Period | PeriodFault {
  const days = daysNamed(spec, localDay(now, settings.zone), settings);
  if ("fault" in days) return days;
  const length = daysBetween(days.first, days.end);
  if (length <= 0) return { fault: "reversed" };
  if (length > mostDays) return { fault: "too_long" };
  const from = startOfDay(days.first, settings.zone);
  if (from > now) return { fault: "future" };
  const end = startOfDay(days.end, settings.zone);
  const complete = end <= now;
  const { label, unit } = days;
  return { label, unit, zone: settings.zone, from, to: complete ? end : now, complete };
}
