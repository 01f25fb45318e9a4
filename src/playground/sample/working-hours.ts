import { dayOf, partsOf, secondsADay, toDayNumber, weekdayOf } from "./wall-clock.ts";
import type { DayNumber, WallSeconds } from "./wall-clock.ts";

/** When somebody is there: per weekday, Sunday first, from and to in seconds of the day. */
export type WorkingWeek = readonly (readonly (readonly [from: number, to: number])[])[];

const hours = (from: number, to: number): readonly [number, number] => [from * 3600, to * 3600];
const withLunch = [hours(9, 12.5), hours(13.5, 18)];

/** The desk's own hours, lunch included; the `calendar` of goalpost.yml says the same. */
export const deskWeek: WorkingWeek = [
  [],
  withLunch,
  withLunch,
  withLunch,
  withLunch,
  withLunch,
  [],
];

export const technicalWeek: WorkingWeek = [
  [],
  ...[1, 2, 3, 4, 5].map(() => [hours(8, 20)]),
  [hours(9, 17)],
];

export const ordersWeek: WorkingWeek = [
  [],
  ...[1, 2, 3, 4, 5].map(() => [hours(8, 19)]),
  [hours(9, 14)],
];

/** Chat, messenger, social media and phone have somebody from eight to eight. */
export const liveWeek: WorkingWeek = Array.from({ length: 7 }, () => [hours(8, 20)]);

/** The end of `seconds` of work begun at `at`, with nights, weekends and days off in between. */
export function afterWork(
  at: WallSeconds,
  seconds: number,
  week: WorkingWeek,
  isOff: (day: DayNumber) => boolean,
): WallSeconds {
  let left = seconds;
  for (let day = dayOf(at); ; day += 1) {
    if (isOff(day)) continue;
    for (const [from, to] of week[weekdayOf(day)] ?? []) {
      const start = Math.max(at, day * secondsADay + from);
      const open = day * secondsADay + to - start;
      if (open <= 0) continue;
      if (left <= open) return Math.round(start + left);
      left -= open;
    }
  }
}

/** Berlin's public holidays: date-holidays calls them DE-BE, and goalpost.yml names that. */
export function createHolidays(): (day: DayNumber) => boolean {
  const years = new Map<number, ReadonlySet<DayNumber>>();
  return (day) => {
    const { year } = partsOf(day);
    let holidays = years.get(year);
    if (holidays === undefined) years.set(year, (holidays = holidaysOf(year)));
    return holidays.has(day);
  };
}

function holidaysOf(year: number): ReadonlySet<DayNumber> {
  const fixed = ["01-01", "03-08", "05-01", "10-03", "12-25", "12-26"] as const;
  const easter = easterSunday(year);
  const moving = [-2, 1, 39, 50].map((days) => easter + days);
  return new Set([...fixed.map((day) => toDayNumber(`${year}-${day}`)), ...moving]);
}

/** Gauss's rule as corrected for the Gregorian calendar (Meeus, Jones, Butcher). */
function easterSunday(year: number): DayNumber {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const skipped = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25);
  const epact = (skipped + 19 * golden + 15) % 30;
  const moon = epact - Math.floor((epact + Math.floor(golden / 11)) / 29);
  const sunday = (year + Math.floor(year / 4) + moon + 2 - century + Math.floor(century / 4)) % 7;
  const march = moon - sunday + 28;
  return toDayNumber(`${year}-03-01`) + march - 1;
}
