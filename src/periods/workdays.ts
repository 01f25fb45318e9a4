import { addDays, localDay } from "./local-day.ts";
import type { PeriodSettings, Window } from "./period.ts";

/** How many working days a period has, or has begun. */
export function workdaysIn(
  { from, to }: Window,
  { zone, isWorkday }: Pick<PeriodSettings, "zone" | "isWorkday">,
): number {
  const last = localDay(new Date(to.getTime() - 1), zone);
  let count = 0;
  for (let day = localDay(from, zone); day <= last; day = addDays(day, 1)) {
    if (isWorkday(day)) count += 1;
  }
  return count;
}
