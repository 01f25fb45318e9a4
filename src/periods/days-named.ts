import { utc } from "@date-fns/utc";
import { getISOWeeksInYear } from "date-fns";
import { monthOf, shiftUnits, startOfUnit, weekdayOf, yearOf } from "./calendar-unit.ts";
import { addDays, isLocalDay, toUtcDate } from "./local-day.ts";
import { rangeLabel, unitLabel } from "./period-label.ts";
import type {
  LocalDay,
  NamedDay,
  Period,
  PeriodFault,
  PeriodSettings,
  PeriodSpec,
  PeriodUnit,
} from "./period.ts";

/** Days from `first` up to, not including, `end`. */
export interface Days {
  readonly label: string;
  readonly unit: Period["unit"];
  readonly first: LocalDay;
  readonly end: LocalDay;
}

/** The days a spec names, seen from `today`; they may lie in the future. */
export function daysNamed(
  spec: PeriodSpec,
  today: LocalDay,
  settings: PeriodSettings,
): Days | PeriodFault {
  switch (spec.kind) {
    case "day": {
      const day = dayNamed(spec.which, today, settings);
      return day === null ? { fault: "no_such_day" } : unitFrom(day, "day", spec.which);
    }
    case "this":
      return unitFrom(startOfUnit(today, spec.unit, settings), spec.unit, `this-${spec.unit}`);
    case "to-date": {
      const label = `${spec.unit.charAt(0)}td`;
      return unitFrom(startOfUnit(today, spec.unit, settings), spec.unit, label);
    }
    case "last": {
      const first = shiftUnits(startOfUnit(today, spec.unit, settings), spec.unit, -1);
      return unitFrom(first, spec.unit, `last-${spec.unit}`);
    }
    case "last-n":
      return lastUnits(spec.count, spec.unit, today, settings);
    case "week":
      return unitNamed(firstOfWeek(spec.year, spec.week, settings), "week", settings);
    case "month": {
      const year = spec.year ?? yearOf(today) - (monthOf(today) < spec.month ? 1 : 0);
      return unitNamed(firstOfMonth(year, spec.month), "month", settings);
    }
    case "quarter":
      return unitNamed(firstOfQuarter(spec, today, settings), "quarter", settings);
    case "year":
      return unitNamed(firstOfMonth(spec.year, settings.fiscalYearStarts), "year", settings);
    case "range":
      return rangeOf(spec.from, spec.to);
    case "since":
      return sinceDay(spec.day, today, settings);
  }
}

const unitFrom = (first: LocalDay, unit: PeriodUnit, label: string): Days => ({
  label,
  unit,
  first,
  end: shiftUnits(first, unit, 1),
});

function unitNamed(
  first: LocalDay | null,
  unit: "week" | "month" | "quarter" | "year",
  settings: PeriodSettings,
): Days | PeriodFault {
  if (first === null) return { fault: unit === "year" ? "no_such_day" : `no_such_${unit}` };
  return unitFrom(first, unit, unitLabel(first, unit, settings));
}

function rangeOf(from: LocalDay, to: LocalDay): Days | PeriodFault {
  if (!isLocalDay(from) || !isLocalDay(to)) return { fault: "no_such_day" };
  const unit = from === to ? "day" : "range";
  return { label: rangeLabel(from, to), unit, first: from, end: addDays(to, 1) };
}

function sinceDay(
  named: LocalDay | NamedDay,
  today: LocalDay,
  settings: PeriodSettings,
): Days | PeriodFault {
  const day = isNamedDay(named) ? dayNamed(named, today, settings) : named;
  if (day === null || !isLocalDay(day)) return { fault: "no_such_day" };
  if (day > today) return { fault: "future" };
  return { label: `since ${day}`, unit: "range", first: day, end: addDays(today, 1) };
}

const isNamedDay = (day: LocalDay | NamedDay): day is NamedDay => /^[a-z]/u.test(day);

function dayNamed(which: NamedDay, today: LocalDay, settings: PeriodSettings): LocalDay | null {
  switch (which) {
    case "today":
      return today;
    case "yesterday":
      return addDays(today, -1);
    case "last-workday":
      return workdayBefore(today, settings);
  }
}

/** More would leave the calendar; the length in days is checked once the days are known. */
const mostUnits = 3_660;

/** The nearest workday before the day; null where a year has none. */
export function workdayBefore(day: LocalDay, settings: PeriodSettings): LocalDay | null {
  for (let back = 1; back <= 366; back += 1) {
    const candidate = addDays(day, -back);
    if (settings.isWorkday(candidate)) return candidate;
  }
  return null;
}

function lastUnits(
  count: number,
  unit: "day" | "week" | "month",
  today: LocalDay,
  settings: PeriodSettings,
): Days | PeriodFault {
  if (!Number.isInteger(count) || count < 1) return { fault: "empty" };
  if (count > mostUnits) return { fault: "too_long" };
  const end = startOfUnit(today, unit, settings);
  const first = shiftUnits(end, unit, -count);
  return { label: `last-${count}-${unit}s`, unit: "range", first, end };
}

function firstOfWeek(year: number, week: number, settings: PeriodSettings): LocalDay | null {
  const january = firstOfMonth(year, 1);
  if (january === null) return null;
  const weeks = getISOWeeksInYear(toUtcDate(addDays(january, 180)), { in: utc });
  if (week < 1 || week > weeks) return null;
  // The fourth of January is always in week 1.
  const fourth = addDays(january, 3);
  const monday = addDays(fourth, 7 * (week - 1) + 1 - weekdayOf(fourth));
  return settings.weekStarts === "sunday" ? addDays(monday, -1) : monday;
}

function firstOfMonth(year: number, month: number): LocalDay | null {
  const text = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-01`;
  return isLocalDay(text) ? text : null;
}

function firstOfQuarter(
  spec: { readonly year: number | null; readonly quarter: number },
  today: LocalDay,
  settings: PeriodSettings,
): LocalDay | null {
  if (spec.quarter < 1 || spec.quarter > 4) return null;
  const thisYear = startOfUnit(today, "year", settings);
  const year = spec.year ?? yearOf(thisYear);
  const yearStart = firstOfMonth(year, settings.fiscalYearStarts);
  if (yearStart === null) return null;
  const first = shiftUnits(yearStart, "quarter", spec.quarter - 1);
  return spec.year === null && first > today ? shiftUnits(first, "year", -1) : first;
}
