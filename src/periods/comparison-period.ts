import { shiftUnits } from "./calendar-unit.ts";
import { likeForLike } from "./like-for-like.ts";
import { addDays, atClock, clockMs, daysBetween, localDay, startOfDay } from "./local-day.ts";
import type { LocalDay, Period, PeriodSettings, PeriodUnit } from "./period.ts";
import { rangeLabel, unitLabel } from "./period-label.ts";
import { workdayBefore } from "./days-named.ts";

/**
 * The period before, like for like: the whole unit before a complete one; before an unfinished one
 * as many days and the same time of day. Before some days in a row come as many days. A single day
 * goes with the same weekday of the week before, since Mondays are like Mondays.
 */
export function comparisonPeriod(period: Period, settings: PeriodSettings): Period {
  const before =
    period.unit === "day" ? weekBefore(period, settings) : periodBefore(period, settings);
  return likeForLike(before, period);
}

/** Of a workday the workday before where the week before was off on that weekday. */
function weekBefore(day: Period, settings: PeriodSettings): Period {
  const same = addDays(localDay(day.from, day.zone), -7);
  const isOff = day.label === "last-workday" && !settings.isWorkday(same);
  return isOff ? periodBefore(day, settings) : unit(same, "day", settings);
}

/**
 * The same period last year, like for like. Months, quarters and years go with the same months of
 * the year before. All that is counted in days or weeks goes with what was 52 weeks before: the
 * same weekdays, in the same season.
 */
export function yearBefore(period: Period, settings: PeriodSettings): Period {
  const first = localDay(period.from, period.zone);
  const end = endDay(period);
  const isMonths =
    period.unit === "range"
      ? first.endsWith("-01") && (end.endsWith("-01") || !period.complete)
      : period.unit !== "week" && period.unit !== "day";
  const back = (day: LocalDay): LocalDay =>
    isMonths ? shiftUnits(day, "year", -1) : addDays(day, -weeksOfYear * 7);
  const whole =
    period.unit === "range"
      ? days(back(first), back(end), settings)
      : unit(back(first), period.unit, settings);
  if (!isMonths || period.complete) return likeForLike(whole, period);
  // Up to the same date, whatever February had; with the leap day goes all of a February without one.
  const day = localDay(period.to, period.zone);
  const same = back(day);
  const to = same.endsWith(day.slice("2024".length))
    ? atClock(same, clockMs(period.to, period.zone), period.zone)
    : startOfDay(addDays(same, 1), period.zone);
  return to < whole.to ? { ...whole, to, complete: false } : whole;
}

const weeksOfYear = 52;

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
  const found = unit(before, period.unit, settings);
  // A workday keeps its word, so that the one before it is a workday too.
  return period.label === "last-workday" ? { ...found, label: period.label } : found;
}

/** The day after the period's last one. */
function endDay(period: Period): LocalDay {
  const day = localDay(period.to, period.zone);
  const startsThere = startOfDay(day, period.zone).getTime() === period.to.getTime();
  return startsThere && period.to > period.from ? day : addDays(day, 1);
}

function unit(first: LocalDay, unitName: PeriodUnit, settings: PeriodSettings): Period {
  const { zone } = settings;
  return {
    label: unitLabel(first, unitName, settings),
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
