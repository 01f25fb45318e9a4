import { scheduleOn, type Schedule } from "../calendar/schedules.ts";
import { workingDaySeconds } from "../calendar/working-day.ts";
import type { SlaPolicy } from "../kpis/kpi.ts";
import { startOfDay } from "../periods/local-day.ts";
import type { LocalDay } from "../periods/period.ts";
import type { RawConfig } from "./config-schema.ts";

/**
 * The promises of the file as the KPI takes them. One in working days is as long as a working day was
 * when the record's clock began: it has a version for each schedule of the calendar.
 */
export const toPolicies = (
  sla: RawConfig["sla"],
  schedules: readonly Schedule[],
  zone: string,
): readonly SlaPolicy[] =>
  sla.flatMap(({ within, from, priority = null, channel = null, ...policy }) => {
    const begun = from ?? null;
    const versionFrom = (day: LocalDay | null, withinSeconds: number): SlaPolicy => ({
      ...policy,
      from: day === null ? null : startOfDay(day, zone),
      withinSeconds,
      priority,
      channel,
    });
    if ("seconds" in within) return [versionFrom(begun, within.seconds)];
    const next = sla
      .filter((each) => each.name === policy.name)
      .flatMap((each) => (each.from === undefined || isBy(each.from, begun) ? [] : [each.from]))
      .toSorted()[0];
    const changes = schedules.flatMap(({ from: day }) =>
      day === null || isBy(day, begun) || (next !== undefined && day >= next) ? [] : [day],
    );
    return [begun, ...changes].map((day) => {
      const { hours = new Map() } = scheduleOn(schedules, day);
      return versionFrom(day, within.workdays * workingDaySeconds(hours));
    });
  });

/** Whether a day is no later than another; nothing is as early as always. */
const isBy = (day: LocalDay, other: LocalDay | null): boolean => other !== null && day <= other;
