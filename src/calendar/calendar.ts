import { weekdayOf } from "../periods/calendar-unit.ts";
import { addDays, atClock, localDay } from "../periods/local-day.ts";
import type { LocalDay, Window } from "../periods/period.ts";
import type { CalendarSettings } from "./calendar-schema.ts";
import { holidaysOf } from "./holidays.ts";
import type { ClockInterval, WeekHours } from "./parse-hours.ts";
import { scheduleOn, schedulesOf } from "./schedules.ts";

/** When people work. */
export interface Calendar {
  readonly isWorkday: (day: LocalDay) => boolean;
  /** Nobody works on that day, though they do on that weekday: a holiday, or a closed day. */
  readonly isDayOff: (day: LocalDay) => boolean;
  /** Working time in `[from, to)`, in order, never overlapping. */
  readonly intervals: (from: Date, to: Date) => readonly Window[];
  readonly workingSeconds: (from: Date, to: Date) => number;
  /** The first days of the schedules that took another's place, the oldest first. */
  readonly changedOn: readonly LocalDay[];
}

const dayMs = 86_400_000;

/**
 * Working time in a zone, each day by the schedule in force on it. Without hours every second of a day that is not closed counts, and
 * Monday to Friday are the workdays. Hours past midnight belong to the day they begin on.
 */
export function createCalendar(settings: CalendarSettings | null, zone: string): Calendar {
  const schedules = schedulesOf(settings).map((each) => ({
    ...each,
    holiday: each.holidays === null ? () => null : holidaysOf(each.holidays),
  }));
  const closed = new Set(settings?.closed);
  const open = new Set(settings?.open);
  const windows = new Map<LocalDay, readonly Window[]>();

  const hoursOn = (day: LocalDay): readonly ClockInterval[] => {
    const single = settings?.hours_on?.get(day);
    if (single !== undefined) return single;
    const { hours: week, holiday } = scheduleOn(schedules, day);
    if (open.has(day)) return nearestHours(week, weekdayOf(day));
    if (closed.has(day)) return [];
    const hours = week === undefined ? allDay : (week.get(weekdayOf(day)) ?? []);
    const off = holiday(day);
    return off === null ? hours : hours.flatMap((each) => before(off, each));
  };

  const windowsOn = (day: LocalDay): readonly Window[] => {
    const known = windows.get(day);
    if (known !== undefined) return known;
    const laid = hoursOn(day)
      .map(({ from, to }) => ({ from: clockAt(day, from, zone), to: clockAt(day, to, zone) }))
      .filter(({ from, to }) => from < to);
    windows.set(day, laid);
    return laid;
  };

  const intervals = (from: Date, to: Date): readonly Window[] => {
    if (settings === null) return from < to ? [{ from, to }] : [];
    const found: Window[] = [];
    const last = localDay(to, zone);
    for (let day = addDays(localDay(from, zone), -1); day <= last; day = addDays(day, 1)) {
      for (const window of windowsOn(day)) {
        const clipped = { from: later(window.from, from), to: earlier(window.to, to) };
        if (clipped.from < clipped.to) found.push(clipped);
      }
    }
    return merged(found);
  };

  const isWorkingWeekday = (day: LocalDay): boolean => {
    const { hours } = scheduleOn(schedules, day);
    return hours === undefined ? weekdayOf(day) <= 5 : (hours.get(weekdayOf(day)) ?? []).length > 0;
  };

  const isWorkday = (day: LocalDay): boolean =>
    hoursOn(day).length > 0 &&
    (scheduleOn(schedules, day).hours !== undefined ||
      open.has(day) ||
      settings?.hours_on?.has(day) === true ||
      isWorkingWeekday(day));

  return {
    changedOn: schedules.flatMap(({ from }) => from ?? []),
    isWorkday,
    isDayOff: (day) => isWorkingWeekday(day) && !isWorkday(day),
    intervals,
    workingSeconds: (from, to) => {
      const ms = intervals(from, to).reduce((sum, each) => sum + (+each.to - +each.from), 0);
      return ms / 1_000;
    },
  };
}

const allDay: readonly ClockInterval[] = [{ from: 0, to: dayMs }];

/** A make-up Saturday has Friday's hours: those of the nearest weekday that has any. */
function nearestHours(hours: WeekHours | undefined, weekday: number): readonly ClockInterval[] {
  if (hours === undefined) return allDay;
  for (const step of [0, -1, 1, -2, 2, -3, 3]) {
    const found = hours.get(((weekday - 1 + step + 7) % 7) + 1) ?? [];
    if (found.length > 0) return found;
  }
  return [];
}

/** A shift that would begin on a holiday does not begin at all; one that runs into it ends there. */
const before = (off: number, { from, to }: ClockInterval): readonly ClockInterval[] =>
  from < off ? [{ from, to: Math.min(to, off) }] : [];

const clockAt = (day: LocalDay, ms: number, zone: string): Date =>
  ms < dayMs ? atClock(day, ms, zone) : atClock(addDays(day, 1), ms - dayMs, zone);

function merged(windows: readonly Window[]): readonly Window[] {
  const result: Window[] = [];
  for (const window of windows.toSorted((a, b) => +a.from - +b.from)) {
    const before = result.at(-1);
    if (before === undefined || before.to < window.from) result.push(window);
    else result[result.length - 1] = { from: before.from, to: later(before.to, window.to) };
  }
  return result;
}

const later = (a: Date, b: Date): Date => (a > b ? a : b);
const earlier = (a: Date, b: Date): Date => (a < b ? a : b);
