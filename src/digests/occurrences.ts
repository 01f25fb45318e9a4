import type { Calendar } from "../calendar/calendar.ts";
import { startOfUnit, weekdayOf } from "../periods/calendar-unit.ts";
import { addDays, atClock, localDay } from "../periods/local-day.ts";
import { unitLabel } from "../periods/period-label.ts";
import type { LocalDay } from "../periods/period.ts";

/** When a digest wants to be posted: wall-clock time in a zone, never an offset. */
export interface Schedule {
  readonly zone: string;
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
  /** `09:00`. */
  readonly time: string;
}

/** One due date of a digest. The name is the key: a repeated hour or a changed time cannot double it. */
export interface Occurrence {
  /** The ISO week of its local day: `2026-W47`. */
  readonly occurrence: string;
  readonly dueAt: Date;
  /** The day it was meant for, where that is a day off. */
  readonly movedFrom: LocalDay | null;
}

/** Which days people work on, in the channel of a digest or a goal. */
export type Workdays = Pick<Calendar, "isWorkday" | "isDayOff">;

/**
 * Every occurrence due after the one instant and not after the other, oldest first, counted from
 * local calendar days. One that falls on a day off moves to the next working day before its
 * successor; where there is none, it stays. Where the clock jumps over the time it is due at the end of the gap; where
 * the time comes twice, at the first.
 */
export function occurrencesBetween(
  schedule: Schedule,
  after: Date,
  upTo: Date,
  workdays: Workdays = everyDay,
): Occurrence[] {
  const { zone, weekday, time } = schedule;
  const found: Occurrence[] = [];
  const end = addDays(localDay(upTo, zone), 1);
  for (
    let day = addDays(localDay(after, zone), -mostMoved - 1);
    day <= end;
    day = addDays(day, 1)
  ) {
    if (weekdayOf(day) !== weekday) continue;
    const on = movedDay(day, workdays);
    const dueAt = atClock(on, toMs(time), zone);
    if (dueAt <= after || dueAt > upTo) continue;
    found.push({ occurrence: isoWeek(day, zone), dueAt, movedFrom: on === day ? null : day });
  }
  return found;
}

/** A week later comes the next. */
const mostMoved = 6;

function movedDay(day: LocalDay, { isDayOff, isWorkday }: Workdays): LocalDay {
  if (!isDayOff(day)) return day;
  for (let later = 1; later <= mostMoved; later += 1) {
    if (isWorkday(addDays(day, later))) return addDays(day, later);
  }
  return day;
}

const everyDay: Workdays = { isWorkday: () => true, isDayOff: () => false };

function isoWeek(day: LocalDay, zone: string): string {
  const { isWorkday } = everyDay;
  const settings = { zone, weekStarts: "monday", fiscalYearStarts: 1, isWorkday } as const;
  return unitLabel(startOfUnit(day, "week", settings), "week", settings);
}

function toMs(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return (hours * 60 + minutes) * 60_000;
}
