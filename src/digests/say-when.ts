import { aside } from "../i18n/aside.ts";
import { dateFormat } from "../i18n/formats.ts";
import { listed } from "../i18n/listed.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { toUtcDate } from "../periods/local-day.ts";
import type { LocalDay } from "../periods/period.ts";
import type { NextDate } from "./next-dates.ts";

const regional = (locale: Locale): string => (locale === "en" ? "en-GB" : locale);

/** `Monday 23 November 2026 at 09:00 (Europe/Berlin)` */
export function sayInstant(instant: Date, locale: Locale, zone: string): string {
  const text = dateFormat(regional(locale), {
    dateStyle: "full",
    timeStyle: "short",
    hourCycle: "h23",
    timeZone: zone,
  }).format(instant);
  return aside(text, zone, locale);
}

type Say = (instant: Date, locale: Locale, zone: string) => string;

/** `Monday, 28 December 2026 at 16:00 (Europe/Berlin), moved from 25 December 2026` */
export function sayDate(
  { dueAt, movedFrom }: NextDate,
  locale: Locale,
  zone: string,
  sayAt: Say = sayInstant,
): string {
  const date = sayAt(dueAt, locale, zone);
  if (movedFrom === null) return date;
  return say(locale, (t) => t.digestMore.movedDate, { date, day: sayDay(movedFrom, locale) });
}

/** `Next: Monday, …; Tuesday, …` */
export const sayNextDates = (dates: readonly NextDate[], locale: Locale, zone: string): string =>
  say(locale, (t) => t.digests.nextDates, {
    dates: listed(
      dates.map((date) => sayDate(date, locale, zone)),
      locale,
      "long",
    ),
  });

/** `16 Nov 2026, 06:00 (Europe/Berlin)` */
export const sayShortInstant = (instant: Date, locale: Locale, zone: string): string =>
  aside(sayClock(instant, locale, zone), zone, locale);

/** `16 Nov 2026, 06:00`, where the zone stands beside it already. */
export const sayClock = (instant: Date, locale: Locale, zone: string): string =>
  dateFormat(regional(locale), {
    dateStyle: "medium",
    timeStyle: "short",
    hourCycle: "h23",
    timeZone: zone,
  }).format(instant);

/** `31 December 2026` */
export const sayDay = (day: LocalDay, locale: Locale): string =>
  dateFormat(regional(locale), { dateStyle: "long", timeZone: "UTC" }).format(toUtcDate(day));

/** `Monday`, for 1 to 7. */
export const sayWeekday = (weekday: number, locale: Locale): string =>
  // The first of January 2024 was a Monday.
  dateFormat(regional(locale), { weekday: "long", timeZone: "UTC" }).format(
    new Date(Date.UTC(2024, 0, weekday)),
  );
