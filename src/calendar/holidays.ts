import Holidays from "date-holidays";
import { addDays, isLocalDay } from "../periods/local-day.ts";
import type { LocalDay } from "../periods/period.ts";

/** When on that day nobody works: from that time on the clock to that one, ms since 00:00. */
export interface Closing {
  readonly from: number;
  readonly to: number;
}

const dayMs = 86_400_000;
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

/** The public holidays of a region: which part of a day is off, most often all of it. */
export function holidaysOf(region: string): (day: LocalDay) => Closing | null {
  const holidays = new Holidays(region);
  const years = new Map<string, ReadonlyMap<LocalDay, Closing>>();
  return (day) => {
    const year = day.slice(0, 4);
    const known = years.get(year) ?? closingsOf(holidays, year);
    years.set(year, known);
    return known.get(day) ?? null;
  };
}

function closingsOf(holidays: Holidays, year: string): ReadonlyMap<LocalDay, Closing> {
  const closings = new Map<LocalDay, Closing>();
  for (const holiday of holidays.getHolidays(year)) {
    const first = holiday.date.slice(0, 10);
    if (holiday.type !== "public" || !isLocalDay(first)) continue;
    const from = clockOf(holiday.date);
    // Rounded to the hour: a day of a clock change is still one day.
    const hours = Math.round((holiday.end.getTime() - holiday.start.getTime()) / 3_600_000);
    const days = Math.max(1, Math.round(hours / 24));
    for (let at = 0; at < days; at += 1) {
      const whole = closings.get(addDays(first, at))?.from === 0;
      if (!whole) closings.set(addDays(first, at), { from: at === 0 ? from : 0, to: dayMs });
    }
  }
  return closings;
}

const clockOf = (date: string): number =>
  Number(date.slice(11, 13)) * 3_600_000 + Number(date.slice(14, 16)) * 60_000;

const has = (names: Readonly<Record<string, string>> | undefined, name: string): boolean =>
  names !== undefined && Object.hasOwn(names, name);
