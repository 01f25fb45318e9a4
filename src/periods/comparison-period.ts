import { shiftUnits } from "./calendar-unit.ts";
import { addDays, atClock, clockMs, daysBetween, localDay, startOfDay } from "./local-day.ts";
import type { LocalDay, Period, PeriodSettings, PeriodUnit } from "./period.ts";
import { rangeLabel, unitLabel } from "./period-label.ts";
import { workdayBefore } from "./days-named.ts";

/**
 * The period before, like for like: the whole unit before a complete one; before an unfinished one
 * as many days and the same time of day, never beyond that unit's own end. Before some days in a
 * row come as many days.
 */
export function comparisonPeriod(period: Period, settings: PeriodSettings): Period {
  const whole = periodBefore(period, settings);
  if (period.complete) return whole;
  const { zone } = period;
  const first = localDay(whole.from, zone);
  const days = daysBetween(localDay(period.from, zone), localDay(period.to, zone));
  const to = atClock(addDays(first, days), clockMs(period.to, zone), zone);
  return to < whole.to ? { ...whole, to, complete: false } : whole;
}

/** The whole unit, or as many days, right before. */
export function periodBefore(period: Period, settings: PeriodSettings): Period {
  const { zone } = period;
  const first = localDay(period.from, zone);
  if (period.unit === "range") {
    const end = endDay(period);
    return days(addDays(first, daysBetween(end, first)), first, settings);
  }
  const before =
    period.label === "last-workday"
      ? (workdayBefore(first, settings) ?? addDays(first, -1))
      : shiftUnits(first, period.unit, -1);
  return unit(before, period.unit, settings, period.label);
}

/** The day after the period's last one. */
function endDay(period: Period): LocalDay {
  const day = localDay(period.to, period.zone);
  const startsThere = startOfDay(day, period.zone).getTime() === period.to.getTime();
  return startsThere && period.to > period.from ? day : addDays(day, 1);
}

function unit(
  first: LocalDay,
  unitName: PeriodUnit,
  settings: PeriodSettings,
  label: string,
): Period {
  const { zone } = settings;
  return {
    // A workday keeps its word, so that the one before it is a workday too.
    label: label === "last-workday" ? label : unitLabel(first, unitName, settings),
    zone,
    unit: unitName,
    complete: true,
    from: startOfDay(first, zone),
    to: startOfDay(shiftUnits(first, unitName, 1), zone),
  };
}

function days(first: LocalDay, end: LocalDay, settings: PeriodSettings): Period {
  const { zone } = settings;
  return {
    label: rangeLabel(first, addDays(end, -1)),
    zone,
    unit: "range",
    complete: true,
    from: startOfDay(first, zone),
    to: startOfDay(end, zone),
  };
}
