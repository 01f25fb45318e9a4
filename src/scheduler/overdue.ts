import { createTask, parse } from "node-cron";
import { addDays, atClock, localDay } from "../periods/local-day.ts";
import type { LocalDay } from "../periods/period.ts";

export interface CronSchedule {
  readonly schedule: string;
  readonly zone: string;
}

/** A leap day on a given weekday comes once in 28 years; nobody schedules a pull so. */
const farthestDays = 400;

/**
 * When the schedule last came due at or before that instant; null when not for more than a year, or
 * not since the day of `since`.
 */
export function lastDueAt(
  { schedule, zone }: CronSchedule,
  now: Date,
  since: Date | null = null,
): Date | null {
  const { hour, minute, second } = parse(schedule);
  // Days are matched by the library itself, so that `L` and `1#2` mean what they mean there.
  const task = createTask(schedule, () => {}, { timezone: zone });
  try {
    const clocks = hour.flatMap((h) =>
      minute.map((m) => ((h * 60 + m) * 60 + (second[0] ?? 0)) * 1000),
    );
    const latestFirst = clocks.toSorted((a, b) => b - a);
    const today = localDay(now, zone);
    const farthest = addDays(today, -farthestDays);
    const first = since === null ? farthest : later(localDay(since, zone), farthest);
    for (let day = today; day >= first; day = addDays(day, -1)) {
      const isDay = latestFirst.some((ms) => task.match(atClock(day, ms, zone)));
      const due = isDay
        ? latestFirst.map((ms) => atClock(day, ms, zone)).find((at) => at <= now)
        : undefined;
      if (due !== undefined) return due;
    }
    return null;
  } finally {
    void task.destroy();
  }
}

/** By so much clocks of processes may disagree. */
const skewMs = 15 * 60_000;

/**
 * Whether a reading that was due has not happened. `graceMs` is how long one may take: before that
 * it is not late, it is running.
 */
export function isOverdue(
  schedule: CronSchedule,
  lastSuccess: Date | null,
  now: Date,
  graceMs: number,
): boolean {
  if (lastSuccess === null) return true;
  // A clock that was ahead wrote it: until then nothing would be read.
  if (lastSuccess.getTime() - now.getTime() > skewMs) return true;
  const due = lastDueAt(schedule, new Date(now.getTime() - graceMs), lastSuccess);
  return due !== null && lastSuccess < due;
}

const later = (a: LocalDay, b: LocalDay): LocalDay => (a > b ? a : b);
