import type { PostedFigure } from "../documents/posted-figure.ts";
import { shiftUnits, startOfUnit } from "../periods/calendar-unit.ts";
import { addDays, daysBetween, localDay } from "../periods/local-day.ts";
import { unitLabel } from "../periods/period-label.ts";
import type { PeriodSettings, PeriodSpec } from "../periods/period.ts";

/** The week or month that a posted figure was of, by its own name, so that it is compared as it was then. */
export function periodTold(
  { from, to }: Pick<PostedFigure, "from" | "to">,
  settings: PeriodSettings,
): PeriodSpec {
  const first = localDay(new Date(from), settings.zone);
  const last = localDay(new Date(new Date(to).getTime() - 1), settings.zone);
  const isFirstOf = (unit: "week" | "month") => startOfUnit(first, unit, settings) === first;
  if (isFirstOf("month") && addDays(last, 1) === shiftUnits(first, "month", 1)) {
    const [year = 0, month = 0] = first.split("-").map(Number);
    return { kind: "month", year, month };
  }
  if (isFirstOf("week") && daysBetween(first, last) < 7) {
    const [year = 0, week = 0] = unitLabel(first, "week", settings).split("-W").map(Number);
    return { kind: "week", year, week };
  }
  return { kind: "range", from: first, to: last };
}
