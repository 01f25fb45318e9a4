import type { Calendar } from "../calendar/calendar.ts";
import type { DigestPeriod } from "../documents/shape.ts";
import { shiftUnits, startOfUnit, weekdayOf } from "../periods/calendar-unit.ts";
import { addDays, atClock, localDay } from "../periods/local-day.ts";
import { unitLabel } from "../periods/period-label.ts";
import type { LocalDay } from "../periods/period.ts";
import { presets } from "./presets.ts";

/** When a digest wants to be posted: wall-clock time in a zone, never an offset. */
export interface Schedule {
  readonly zone: string;
  /** A monthly one comes on the first working day of a month; none named: weekly. */
  readonly period?: DigestPeriod;
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
  /** `09:00`. */
  readonly time: string;
}

/** One due date of a digest. The name is the key: a repeated hour or a changed time cannot double it. */
export interface Occurrence {
  /** The ISO week of the local day it is meant for, `2026-W47`, or its month, `2026-11`. */
  readonly occurrence: string;
  readonly dueAt: Date;
  /** The day it was meant for, where that is a day off. */
  readonly movedFrom: LocalDay | null;
}

/** Which days people work on, in the channel of a digest or a goal. */
export type Workdays = Pick<Calendar, "isWorkday" | "isDayOff">;

interface Meant {
  /** Only what is due is named: the planner looks at every digest all the time. */
  readonly name: () => string;
  readonly on: LocalDay;
  readonly movedFrom: LocalDay | null;
}

/**
 * Every occurrence due after the one instant and not after the other, oldest first, counted from
 * local calendar days. A weekly one that falls on a day off moves to the next working day before its
 * successor; where there is none, it stays. Where the clock jumps over the time it is due at the end
 * of the gap; where the time comes twice, at the first.
 */
export function occurrencesBetween(
  schedule: Schedule,
  after: Date,
  upTo: Date,
  workdays: Workdays = everyDay,
): Occurrence[] {
  const { zone, time, period = "last_week" } = schedule;
  const first = addDays(localDay(after, zone), -1);
  const end = addDays(localDay(upTo, zone), 1);
  const meant =
    presets[period].every === "month"
      ? monthsBetween(first, end, zone, workdays)
      : weeksBetween(first, end, schedule, workdays);
  return meant
    .map(({ on, ...each }) => ({ ...each, dueAt: atClock(on, toMs(time), zone) }))
    .filter(({ dueAt }) => dueAt > after && dueAt <= upTo)
    .map(({ name, ...each }) => ({ occurrence: name(), ...each }));
}

/** A week later comes the next. */
const mostMoved = 6;

function weeksBetween(
  first: LocalDay,
  end: LocalDay,
  { zone, weekday }: Schedule,
  workdays: Workdays,
): readonly Meant[] {
  const found: Meant[] = [];
  const start = addDays(first, -mostMoved);
  const ahead = (weekday - weekdayOf(start) + 7) % 7;
  for (let day = addDays(start, ahead); day <= end; day = addDays(day, 7)) {
    const on = movedDay(day, workdays);
    found.push({ name: () => isoWeek(day, zone), on, movedFrom: on === day ? null : day });
  }
  return found;
}

function monthsBetween(
  first: LocalDay,
  end: LocalDay,
  zone: string,
  workdays: Workdays,
): readonly Meant[] {
  const settings = settingsIn(zone);
  const found: Meant[] = [];
  let month = startOfUnit(first, "month", settings);
  while (month <= end) {
    const next = shiftUnits(month, "month", 1);
    const on = firstWorkday(month, next, workdays);
    const movedFrom = firstDayOff(month, on, workdays);
    const name = unitLabel(month, "month", settings);
    found.push({ name: () => name, on, movedFrom });
    month = next;
  }
  return found;
}

function movedDay(day: LocalDay, { isDayOff, isWorkday }: Workdays): LocalDay {
  if (!isDayOff(day)) return day;
  for (let later = 1; later <= mostMoved; later += 1) {
    if (isWorkday(addDays(day, later))) return addDays(day, later);
  }
  return day;
}

/** In a month in which nobody works, its first day. */
function firstWorkday(month: LocalDay, next: LocalDay, { isWorkday }: Workdays): LocalDay {
  for (let day = month; day < next; day = addDays(day, 1)) if (isWorkday(day)) return day;
  return month;
}

/** A holiday that would have been the first working day; a weekend moves nothing. */
function firstDayOff(month: LocalDay, on: LocalDay, { isDayOff }: Workdays): LocalDay | null {
  for (let day = month; day < on; day = addDays(day, 1)) if (isDayOff(day)) return day;
  return null;
}

const everyDay: Workdays = { isWorkday: () => true, isDayOff: () => false };

const settingsIn = (zone: string) =>
  ({ zone, weekStarts: "monday", fiscalYearStarts: 1, isWorkday: everyDay.isWorkday }) as const;

function isoWeek(day: LocalDay, zone: string): string {
  const settings = settingsIn(zone);
  return unitLabel(startOfUnit(day, "week", settings), "week", settings);
}

/** When it would have been due, had the day it was meant for not been off. */
export const meantAt = (
  { dueAt, movedFrom }: Pick<Occurrence, "dueAt" | "movedFrom">,
  { time, zone }: Pick<Schedule, "time" | "zone">,
): Date => (movedFrom === null ? dueAt : atClock(movedFrom, toMs(time), zone));

function toMs(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return (hours * 60 + minutes) * 60_000;
}

/** Long enough a time for so many occurrences to fall into it, one moved or done already beside. */
export const spanOf = (count: number, period: DigestPeriod): number =>
  (count + 2) * (presets[period].every === "month" ? 31 : 7) * 86_400_000;
