import Holidays from "date-holidays";
import { addDays, isLocalDay } from "../periods/local-day.ts";
import type { LocalDay } from "../periods/period.ts";
import { holidayCorrections } from "./holiday-corrections.ts";

const regionPattern = /^[A-Z]{2}(?:-[A-Z0-9]{1,6}){0,2}$/u;

/** Whether `DE`, `DE-BE` or `DE-BY-A` names a place whose public holidays are known. */
export function isRegion(region: string): boolean {
  if (!regionPattern.test(region)) return false;
  const [country = "", state, district] = region.split("-");
  const known = new Holidays();
  if (known.getCountries()[country] === undefined) return false;
  if (state !== undefined && !has(known.getStates(country), state)) return false;
  return district === undefined || has(known.getRegions(country, state ?? ""), district);
}

/**
 * The public holidays of a region: from when on the clock nobody works on that day, in ms since
 * 00:00, most often 0; null for a day like any other.
 */
export function holidaysOf(region: string): (day: LocalDay) => number | null {
  const holidays = new Holidays(region);
  const correction = holidayCorrections[region.slice(0, 2)];
  for (const rule of correction?.without ?? []) holidays.unsetRule(rule);
  for (const rule of correction?.with ?? []) holidays.setHoliday(rule, region);
  const years = new Map<number, ReadonlyMap<LocalDay, number>>();
  const beginningIn = (year: number): ReadonlyMap<LocalDay, number> => {
    const known = years.get(year) ?? closingsOf(holidays.getHolidays(year));
    years.set(year, known);
    return known;
  };
  return (day) => {
    const year = Number(day.slice(0, 4));
    const begun = beginningIn(year).get(day);
    // A holiday of several days may have begun in the year before.
    const mayGoOn = begun === undefined && day < `${year}-01-08`;
    return (mayGoOn ? beginningIn(year - 1).get(day) : begun) ?? null;
  };
}

function closingsOf(all: ReturnType<Holidays["getHolidays"]>): ReadonlyMap<LocalDay, number> {
  const closings = new Map<LocalDay, number>();
  for (const { type, date, start, end } of all) {
    const first = date.slice(0, 10);
    if (type !== "public" || !isLocalDay(first)) continue;
    // A day of a clock change is still one day.
    const hours = Math.round((end.getTime() - start.getTime()) / 3_600_000);
    const days = Math.max(1, Math.floor((hours + 1) / 24));
    for (let at = 0; at < days; at += 1) {
      const day = addDays(first, at);
      closings.set(day, Math.min(at === 0 ? clockOf(date) : 0, closings.get(day) ?? Infinity));
    }
  }
  return closings;
}

const clockOf = (date: string): number =>
  Number(date.slice(11, 13)) * 3_600_000 + Number(date.slice(14, 16)) * 60_000;

const has = (names: Readonly<Record<string, string>> | undefined, name: string): boolean =>
  names !== undefined && Object.hasOwn(names, name);
