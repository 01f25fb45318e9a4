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
}

/**
 * Every occurrence due after the one instant and not after the other, oldest first, counted from
 * local calendar days. Where the clock jumps over the time it is due at the end of the gap; where
 * the time comes twice, at the first.
 */
export function occurrencesBetween(schedule: Schedule, after: Date, upTo: Date): Occurrence[] {
  const found: Occurrence[] = [];
  const end = addDays(localDay(upTo, schedule.zone), 1);
  for (let day = addDays(localDay(after, schedule.zone), -1); day <= end; day = addDays(day, 1)) {
    if (weekdayOf(day) !== schedule.weekday) continue;
    const dueAt = atClock(day, toMs(schedule.time), schedule.zone);
    if (dueAt > after && dueAt <= upTo)
      found.push({ occurrence: isoWeek(day, schedule.zone), dueAt });
  }
  return found;
}

function isoWeek(day: LocalDay, zone: string): string {
  const settings = { zone, weekStarts: "monday", fiscalYearStarts: 1, isWorkday } as const;
  return unitLabel(startOfUnit(day, "week", settings), "week", settings);
}

const isWorkday = (): boolean => true;

function toMs(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return (hours * 60 + minutes) * 60_000;
}
