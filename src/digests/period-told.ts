import type { PostedFigure } from "../documents/posted-figure.ts";
import { shiftUnits, startOfUnit } from "../periods/calendar-unit.ts";
import { addDays, daysBetween, localDay } from "../periods/local-day.ts";
import { unitLabel } from "../periods/period-label.ts";
import type { LocalDay, PeriodSettings, PeriodSpec } from "../periods/period.ts";

/** The week or month that a posted figure was of, by its own name, so that it is compared as it was then. */
export function periodTold(
  { from, to }: Pick<PostedFigure, "from" | "to">,
  settings: PeriodSettings,
): PeriodSpec {
  const first = localDay(new Date(from), settings.zone);
  const last = localDay(new Date(new Date(to).getTime() - 1), settings.zone);
  const isFirstOf = (unit: "week" | "month") => startOfUnit(first, unit, settings) === first;
  if (isFirstOf("month") && addDays(last, 1) === shiftUnits(first, "month", 1)) {
    return unitSpec(first, "month", settings);
  }
  if (isFirstOf("week") && daysBetween(first, last) < 7) {
    return unitSpec(first, "week", settings);
  }
  return { kind: "range", from: first, to: last };
}

/** The week or month that begins on that day, by its own name. */
export function unitSpec(
  first: LocalDay,
  unit: "week" | "month",
  settings: PeriodSettings,
): PeriodSpec {
  const [year = 0, number = 0] = unitLabel(first, unit, settings).split(/-W?/u).map(Number);
  return unit === "week"
    ? { kind: "week", year, week: number }
    : { kind: "month", year, month: number };
}
