import { atClock, daysBetween, fromUtcDate } from "../../periods/local-day.ts";
import type { LocalDay } from "../../periods/period.ts";

/** Days since 1970-01-01. */
export type DayNumber = number;

/** Seconds since 1970-01-01T00:00 as the clock on the desk's wall counts them: every day has 86,400. */
export type WallSeconds = number;

export const secondsADay = 86_400;

export const toDayNumber = (day: LocalDay): DayNumber => daysBetween("1970-01-01", day);

export const toLocalDay = (day: DayNumber): LocalDay =>
  fromUtcDate(new Date(day * secondsADay * 1000));

export const dayOf = (at: WallSeconds): DayNumber => Math.floor(at / secondsADay);

/** 0 is Sunday. */
export const weekdayOf = (day: DayNumber): number => (day + 4) % 7;

export interface DayParts {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly date: number;
}

export function partsOf(day: DayNumber): DayParts {
  const at = new Date(day * secondsADay * 1000);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() };
}

const two = (number: number): string => (number < 10 ? `0${number}` : `${number}`);

/** `9:05:07`: how phone systems write a time of day, or how long something took. */
export const clockText = (seconds: number): string =>
  `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;

/** Writes wall time as the instant it is in that zone: `2026-11-20T08:05:07Z`. */
export function createInstantWriter(zone: string): (at: WallSeconds) => string {
  const aheadOn = remember((day) => aheadOf(day, zone));
  const name = remember(toLocalDay);
  return (at) => {
    const day = dayOf(at);
    const isNight = at - day * secondsADay < 4 * 3600;
    const utc = at - (isNight ? aheadOn(day).atNight : aheadOn(day).byDay);
    const second = utc - dayOf(utc) * secondsADay;
    return `${name(dayOf(utc))}T${second < 36_000 ? "0" : ""}${clockText(second)}Z`;
  };
}

/** Finds a thing once for each day: a desk asks thousands of times about the same one. */
export function remember<T>(find: (day: DayNumber) => T): (day: DayNumber) => T {
  const known = new Map<DayNumber, T>();
  return (day) => {
    const found = known.get(day) ?? find(day);
    known.set(day, found);
    return found;
  };
}

/** Seconds the zone's clock is ahead of UTC. It is put on or back at night, so two figures tell a day. */
interface Ahead {
  readonly atNight: number;
  readonly byDay: number;
}

function aheadOf(day: DayNumber, zone: string): Ahead {
  const at = (hour: number): number =>
    day * secondsADay +
    hour * 3600 -
    atClock(toLocalDay(day), hour * 3_600_000, zone).getTime() / 1000;
  return { atNight: at(0), byDay: at(12) };
}
