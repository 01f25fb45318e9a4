import { say } from "../i18n/say.ts";
import { sentences } from "../i18n/sentences.ts";
import { workdayBefore } from "../periods/days-named.ts";
import { addDays, localDay, startOfDay } from "../periods/local-day.ts";
import { monthsIn } from "../periods/months-in.ts";
import { workdaysIn } from "../periods/workdays.ts";
import { formatNumber } from "../quantities/format-number.ts";
import type { Remark } from "./answer.ts";
import { sayDay, sayWeekday } from "./say-time.ts";
import { isCount } from "./verdict.ts";
import type { WarningCase } from "./warnings.ts";

/** What a reader must know of the period, and of the one it is compared with. */
export const timeWarnings = (asked: WarningCase): readonly Remark[] => [
  ...unfinished(asked),
  ...dayOff(asked),
  ...shortPeriod(asked),
  ...wholePeriodRate(asked),
  ...unevenWorkdays(asked),
  ...noTrend(asked),
  ...provisional(asked),
];

function unfinished({ period, comparison, locale }: WarningCase): readonly Remark[] {
  if (period.complete) return [];
  const text = say(locale, (t) => {
    if (comparison === null) return t.reports.warning.unfinished_uncompared;
    return comparison.period.complete
      ? t.reports.warning.unfinished_against_whole
      : t.reports.warning.unfinished_period;
  });
  return [{ code: "unfinished_period", text }];
}

/** On a Monday, most who say "yesterday" mean Friday. */
function dayOff({ period, periods, locale }: WarningCase): readonly Remark[] {
  const { zone } = period;
  const day = localDay(period.from, zone);
  if (period.label !== "yesterday" || periods.isWorkday(day)) return [];
  const workday = workdayBefore(day, periods);
  if (workday === null) return [];
  const place = { zone, locale };
  const text = say(locale, (t) => t.reports.warning.day_off, {
    day: sayWeekday(period.from, place),
    workday: sayWeekday(startOfDay(workday, zone), place),
  });
  return [{ code: "day_off", text }];
}

const noTrend = ({ lacksTrend, locale }: WarningCase): readonly Remark[] =>
  lacksTrend ? [{ code: "no_trend", text: say(locale, (t) => t.reports.warning.no_trend) }] : [];

/** A year's habit is not to be read from a week. */
function shortPeriod({ plan, period, locale }: WarningCase): readonly Remark[] {
  if (monthsIn(period, period.zone) >= (plan.formula.fewestMonths ?? 0)) return [];
  return [{ code: "short_period", text: say(locale, (t) => t.reports.warning.short_period) }];
}

/** Three times a month's churn in a quarter is no rise. A month not over yet says so already. */
function wholePeriodRate({ plan, reading, period, locale }: WarningCase): readonly Remark[] {
  const months = monthsIn(period, period.zone);
  const isMonth = months === 1 || (period.unit === "month" && months < 1);
  if (plan.formula.isMonthly !== true || isMonth || reading.value === null) return [];
  const text = say(locale, (t) => t.reports.warning.whole_period_rate);
  return [{ code: "whole_period_rate", text }];
}

/** A count grows with the working days: with fewer of them, less is no fall. */
function unevenWorkdays(asked: WarningCase): readonly Remark[] {
  const { plan, reading, comparison, period, periods, locale } = asked;
  if (!isCount(plan) || reading.value === null || comparison?.change == null) return [];
  const now = workdaysIn(period, periods);
  const before = workdaysIn(comparison.period, periods);
  if (now === before) return [];
  const texts = [say(locale, (t) => t.reports.warning.uneven_workdays, { now, before })];
  const isWhole = period.complete && comparison.period.complete;
  if (isWhole && now > 0 && before > 0 && comparison.value !== null) {
    const rate = (value: number): string => formatNumber(value, locale, { least: 0, most: 1 });
    texts.push(
      say(locale, (t) => t.reports.warning.per_workday, {
        rate: rate(reading.value / now),
        before: rate(comparison.value / before),
      }),
    );
  }
  return [{ code: "uneven_workdays", text: sentences(texts, locale) }];
}

function provisional({ plan, reading, period, now, locale }: WarningCase): readonly Remark[] {
  const { zone } = period;
  const settlesAfter = plan.formula.settlesAfterDays ?? 0;
  const settled = startOfDay(addDays(localDay(period.to, zone), settlesAfter), zone);
  if (reading.value === null || settlesAfter === 0 || now >= settled) return [];
  const day = sayDay(settled, { zone, locale });
  return [
    { code: "provisional", text: say(locale, (t) => t.reports.warning.provisional, { day }) },
  ];
}
