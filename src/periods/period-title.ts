import { dateFormat } from "../i18n/formats.ts";
import type { Locale } from "../i18n/locale.ts";
import { say, type Message } from "../i18n/say.ts";
import type { Texts } from "../i18n/texts.ts";
import { daysBetween, localDay, startOfDay } from "./local-day.ts";
import type { Period, Window } from "./period.ts";
import type { PieceUnit } from "./pieces-of.ts";

type Titled = Pick<Period, "label" | "from" | "to" | "zone" | "complete">;

/**
 * How people read a period: "9–15 Nov 2026, last week", with the hour where it is not over, and with
 * weekdays where it is a day or some days of a week: "Fri, 20 Nov 2026, last workday".
 */
export function periodTitle(period: Titled, locale: Locale): string {
  const dates = dayRange(period, locale, namesWeekdays(period));
  const name = spokenName(period.label, locale);
  const title = name === null ? dates : say(locale, (t) => t.periods.titled, { dates, name });
  return upToNow(title, period, locale);
}

/** What the figure of a period was compared with: "compared with 2–8 Nov 2026". */
export function comparisonTitle(comparison: Titled, period: Titled, locale: Locale): string {
  const days = dayRange(comparison, locale, namesWeekdays(comparison));
  const isYearBefore =
    daysBetween(localDay(comparison.from, comparison.zone), localDay(period.from, period.zone)) ===
    yearOfWeeks;
  const named = isYearBefore ? say(locale, (t) => t.periods.weeksBefore, { dates: days }) : days;
  const dates = upToNow(named, comparison, locale);
  return say(locale, (t) => t.periods.comparedWith, { dates });
}

const yearOfWeeks = 52 * 7;

/** A day alone, and a week that is not over: which weekdays it has matters. */
function namesWeekdays({ from, to, zone, complete }: Titled): boolean {
  const days = daysBetween(localDay(from, zone), localDay(to, zone));
  return complete ? days === 1 : days < 7;
}

/**
 * How people read the days, weeks or months of a period: "Mon, 4 Jan 2021", "4–10 Jan 2021",
 * "Jan 2021". One that is not whole says which days it has: "1–3 Jan 2021, part of the week".
 */
export function pieceTitles(
  pieces: readonly Window[],
  unit: PieceUnit,
  period: Titled,
  locale: Locale,
): readonly string[] {
  const { zone } = period;
  // To make a format costs more than to use it a hundred times.
  const short = dateFormat(dateTag(locale), {
    timeZone: zone,
    ...(unit === "day" ? { weekday: "short", day: "numeric" } : {}),
    month: "short",
    year: "numeric",
  });
  return pieces.map(({ from, to }) => {
    const complete = period.complete || to < period.to;
    const titled = { from, to, zone, complete, label: "" };
    if (unit === "day") return upToNow(short.format(from), titled, locale);
    // What is not over yet may be whole one day.
    if (!complete) return upToNow(dayRange(titled, locale), titled, locale);
    if (!isWhole(titled, unit)) {
      return say(locale, (t) => t.periods.partOf[unit], { dates: dayRange(titled, locale) });
    }
    return unit === "month" ? short.format(from) : dayRange(titled, locale);
  });
}

/** Seven days, or from the first of a month to the first of the next: no cut piece is as long. */
function isWhole({ from, to, zone }: Titled, unit: "week" | "month"): boolean {
  const [first, end] = [localDay(from, zone), localDay(to, zone)];
  return unit === "month"
    ? first.endsWith("-01") && end.endsWith("-01")
    : daysBetween(first, end) === 7;
}

function upToNow(title: string, { complete, from, to, zone }: Titled, locale: Locale): string {
  if (complete) return title;
  // At midnight the day that was shown last is over: "up to 00:00" would be its beginning.
  const isDayOver = to > from && startOfDay(localDay(to, zone), zone).getTime() === to.getTime();
  const time = isDayOver
    ? "24:00"
    : dateFormat(locale, {
        timeZone: zone,
        hour: "2-digit",
        minute: "2-digit",
        hourCycle: "h23",
      }).format(to);
  return say(locale, (t) => t.periods.soFar, { title, time });
}

/** The days, first and last included, in the zone the period was laid in. */
function dayRange({ from, to, zone }: Titled, locale: Locale, withWeekdays = false): string {
  const format = dateFormat(dateTag(locale), {
    timeZone: zone,
    ...(withWeekdays && { weekday: "short" }),
    day: "numeric",
    month: "short",
    year: "numeric",
  });
  const last = to > from ? new Date(to.getTime() - 1) : from;
  // Runtimes differ in the spaces around the dash.
  return format
    .formatRange(from, last)
    .replaceAll(/\s/gu, " ")
    .replace(/^(\d+) – (?=\d+ )/u, "$1–");
}

/** The day before the month in English too. */
const dateTag = (locale: Locale): string => (locale === "en" ? "en-GB" : locale);

const names: Readonly<Record<string, (texts: Texts) => Message>> = {
  today: (t) => t.periods.today,
  yesterday: (t) => t.periods.yesterday,
  "last-workday": (t) => t.periods.lastWorkday,
  "this-week": (t) => t.periods.thisWeek,
  "last-week": (t) => t.periods.lastWeek,
  "this-month": (t) => t.periods.thisMonth,
  "last-month": (t) => t.periods.lastMonth,
  "this-quarter": (t) => t.periods.thisQuarter,
  "last-quarter": (t) => t.periods.lastQuarter,
  "this-year": (t) => t.periods.thisYear,
  "last-year": (t) => t.periods.lastYear,
  wtd: (t) => t.periods.weekToDate,
  mtd: (t) => t.periods.monthToDate,
  qtd: (t) => t.periods.quarterToDate,
  ytd: (t) => t.periods.yearToDate,
};

const counted: Readonly<Record<string, (texts: Texts) => Message>> = {
  days: (t) => t.periods.lastDays,
  weeks: (t) => t.periods.lastWeeks,
  months: (t) => t.periods.lastMonths,
};

/** The name of a label; null where the days say it all. */
function spokenName(label: string, locale: Locale): string | null {
  const name = names[label];
  if (name !== undefined) return say(locale, name);
  const [, count, units = ""] = /^last-(\d+)-(\w+)$/u.exec(label) ?? [];
  const some = counted[units];
  if (some !== undefined) return say(locale, some, { count: Number(count) });
  const [, week] = /^\d{4}-W(\d+)$/u.exec(label) ?? [];
  if (week !== undefined) return say(locale, (t) => t.periods.week, { week: Number(week) });
  const [, year, quarter] = /^(\d{4})-q(\d)$/u.exec(label) ?? [];
  if (year === undefined || quarter === undefined) return null;
  return say(locale, (t) => t.periods.quarter, { year, quarter });
}
