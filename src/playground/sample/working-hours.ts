import { holidaysOf } from "../../calendar/holidays.ts";
import { dayOf, remember, secondsADay, toLocalDay, weekdayOf } from "./wall-clock.ts";
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

/** Berlin's public holidays, as the `calendar` of goalpost.yml has them. */
export function createDaysOff(): (day: DayNumber) => boolean {
  const holiday = holidaysOf("DE-BE");
  return remember((day) => holiday(toLocalDay(day)) !== null);
}
