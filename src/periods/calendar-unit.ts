import { utc } from "@date-fns/utc";
import { addMonths, startOfMonth, startOfWeek } from "date-fns";
import { addDays, fromUtcDate, toUtcDate } from "./local-day.ts";
import type { LocalDay, PeriodSettings, PeriodUnit } from "./period.ts";

const inUtc = { in: utc };

/** How many months a unit is made of. */
const monthsIn = { month: 1, quarter: 3, year: 12 } as const;

/** The first day of the week, month, fiscal quarter or fiscal year that holds the day. */
export function startOfUnit(day: LocalDay, unit: PeriodUnit, settings: PeriodSettings): LocalDay {
  switch (unit) {
    case "day":
      return day;
    case "week":
      return fromUtcDate(
        startOfWeek(toUtcDate(day), {
          ...inUtc,
          weekStartsOn: settings.weekStarts === "sunday" ? 0 : 1,
        }),
      );
    case "month":
      return fromUtcDate(startOfMonth(toUtcDate(day), inUtc));
    case "quarter":
    case "year": {
      const first = startOfMonth(toUtcDate(day), inUtc);
      const sinceYear = (first.getUTCMonth() + 13 - settings.fiscalYearStarts) % 12;
      return fromUtcDate(addMonths(first, -(sinceYear % monthsIn[unit]), inUtc));
    }
  }
}

/** The same day so many units later, or the last of a shorter month. */
export function shiftUnits(day: LocalDay, unit: PeriodUnit, by: number): LocalDay {
  switch (unit) {
    case "day":
      return addDays(day, by);
    case "week":
      return addDays(day, 7 * by);
    case "month":
    case "quarter":
    case "year":
      return fromUtcDate(addMonths(toUtcDate(day), by * monthsIn[unit], inUtc));
  }
}

export const monthOf = (day: LocalDay): number => toUtcDate(day).getUTCMonth() + 1;

export const yearOf = (day: LocalDay): number => toUtcDate(day).getUTCFullYear();

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (day: LocalDay): number => toUtcDate(day).getUTCDay() || 7;
