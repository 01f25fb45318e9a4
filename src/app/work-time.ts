import { createCalendar } from "../calendar/calendar.ts";
import type { Config } from "../config/config.ts";
import type { PeriodSettings } from "../periods/period.ts";
import type { WorkingTime } from "../records/store.ts";

/** How the workspace counts time: its periods, and the working time of each team. */
export interface WorkTime {
  readonly periods: PeriodSettings;
  /** Null where nobody configured hours: every second is then working time. */
  readonly workingTime: WorkingTime | null;
}

export function workTimeOf({ workspace, calendar: settings, teams }: Config): WorkTime {
  const { zone, weekStarts, fiscalYearStarts } = workspace;
  const calendar = createCalendar(settings, zone);
  const own = new Map(
    Object.entries(teams).flatMap(([team, { calendar: hours }]) =>
      hours === null ? [] : [[team, createCalendar(hours, zone)] as const],
    ),
  );
  return {
    periods: { zone, weekStarts, fiscalYearStarts, isWorkday: calendar.isWorkday },
    workingTime:
      settings === null && own.size === 0
        ? null
        : {
            key: JSON.stringify([zone, settings, teams], mapsAsEntries),
            teams: [...own.keys()],
            intervals: (team, from, to) => (own.get(team ?? "") ?? calendar).intervals(from, to),
          },
  };
}

const mapsAsEntries = (_: string, value: unknown): unknown =>
  value instanceof Map ? [...value] : value;
