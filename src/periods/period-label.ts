import { utc } from "@date-fns/utc";
import { getISOWeek, getISOWeekYear } from "date-fns";
import { monthOf, yearOf } from "./calendar-unit.ts";
import { addDays, daysBetween, toUtcDate } from "./local-day.ts";
import type { LocalDay, PeriodSettings, PeriodUnit } from "./period.ts";

const inUtc = { in: utc };

/** The word that names the unit beginning on that day: `2026-W46`, `2026-10`, `2026-q3`, `2026`. */
export function unitLabel(first: LocalDay, unit: PeriodUnit, settings: PeriodSettings): string {
  switch (unit) {
    case "day":
      return first;
    case "week": {
      // A Sunday week bears the number of the ISO week it shares six days with.
      const date = toUtcDate(settings.weekStarts === "sunday" ? addDays(first, 1) : first);
      return `${getISOWeekYear(date, inUtc)}-W${String(getISOWeek(date, inUtc)).padStart(2, "0")}`;
    }
    case "month":
      return first.slice(0, 7);
    case "quarter": {
      const months = (monthOf(first) + 12 - settings.fiscalYearStarts) % 12;
      const year = monthOf(first) < settings.fiscalYearStarts ? yearOf(first) - 1 : yearOf(first);
      return `${year}-q${months / 3 + 1}`;
    }
    case "year":
      return String(yearOf(first));
  }
}

/** The word for some days in a row, both included: `2026-10-01..2026-10-15`, or the day alone. */
export function rangeLabel(first: LocalDay, last: LocalDay): string {
  return daysBetween(first, last) === 0 ? first : `${first}..${last}`;
}
