import { createCalendar, type Calendar } from "../calendar/calendar.ts";
import type { Config } from "../config/config.ts";
import { foldValue } from "../kpis/same-value.ts";
import type { PeriodSettings } from "../periods/period.ts";
import type { WorkingTime } from "../records/store.ts";

/** How the workspace counts time: its periods, and the working time of each team. */
export interface WorkTime {
  readonly periods: PeriodSettings;
  readonly periodsOf: (team: string) => PeriodSettings;
  /** The calendar of the team whose channel it is, or everyone's. */
  readonly calendarIn: (channel: string | null) => Calendar;
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
  const byTeam = new Map([...own].map(([team, hours]) => [foldValue(team), hours]));
  const calendarOf = (team: string | null): Calendar =>
    (team === null ? undefined : byTeam.get(foldValue(team))) ?? calendar;
  const byChannel = new Map(
    [...own].map(([team, hours]) => [teams[team]?.channel ?? null, hours] as const),
  );
  byChannel.delete(null);
  const periodsWith = ({ isWorkday, changedOn }: Calendar): PeriodSettings => ({
    zone,
    weekStarts,
    fiscalYearStarts,
    isWorkday,
    changedOn,
  });
  return {
    periods: periodsWith(calendar),
    periodsOf: (team) => periodsWith(calendarOf(team)),
    calendarIn: (channel) => byChannel.get(channel) ?? calendar,
    workingTime:
      settings === null && own.size === 0
        ? null
        : {
            key: JSON.stringify([zone, settings, teams], mapsAsEntries),
            teams: [...own.keys()],
            intervals: (team, from, to) => calendarOf(team).intervals(from, to),
          },
  };
}

const mapsAsEntries = (_: string, value: unknown): unknown =>
  value instanceof Map ? [...value] : value;
