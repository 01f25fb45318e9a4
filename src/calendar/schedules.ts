import type { LocalDay } from "../periods/period.ts";
import type { CalendarSettings } from "./calendar-schema.ts";
import type { WeekHours } from "./parse-hours.ts";

/** The hours of a week and the holidays, as they are from one day until the next schedule. */
export interface Schedule {
  /** Its first day; null: it has always been so. */
  readonly from: LocalDay | null;
  /** Left out: around the clock. */
  readonly hours: WeekHours | undefined;
  /** A region of date-holidays; null for none. */
  readonly holidays: string | null;
}

/** The schedules of a calendar, the oldest first: what a change leaves out stays as it was. */
export function schedulesOf(settings: CalendarSettings | null): readonly Schedule[] {
  const first: Schedule = {
    from: null,
    hours: settings?.hours,
    holidays: settings?.holidays ?? null,
  };
  const changes = (settings?.changes ?? []).toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return changes.reduce<readonly Schedule[]>(
    (schedules, { from, hours, holidays }) => {
      const before = schedules.at(-1) ?? first;
      return [
        ...schedules,
        {
          from,
          hours: hours ?? before.hours,
          holidays:
            holidays === undefined ? before.holidays : holidays === "none" ? null : holidays,
        },
      ];
    },
    [first],
  );
}

/** The one in force on a day; of all time, the first. */
export function scheduleOn<T extends Schedule>(schedules: readonly T[], day: LocalDay | null): T {
  const found = schedules.findLast(({ from }) => from === null || (day !== null && from <= day));
  if (found === undefined) throw new RangeError("a calendar without schedules");
  return found;
}
