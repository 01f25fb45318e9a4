import type { DueBefore } from "../records/where-sql.ts";
import type { WorkingTime } from "../records/store.ts";

const dayMs = 86_400_000;
/** Longer than any promise: beyond it working time is not looked for. */
const mostDays = 1_000;

/**
 * What began earlier has had more than `seconds` by now: by the wall clock, or of working time, for
 * each team by its own calendar. Without working time every second counts.
 */
export function dueBefore(
  workingTime: WorkingTime | null,
  now: Date,
  seconds: number,
  clock: "calendar" | "business",
): DueBefore {
  const wantedMs = seconds * 1_000;
  if (clock === "calendar" || workingTime === null) {
    return { teams: new Map(), others: new Date(now.getTime() - wantedMs) };
  }
  const before = (team: string | null): Date => workedBefore(workingTime, team, now, wantedMs);
  return {
    teams: new Map(workingTime.teams.map((team) => [team, before(team)])),
    others: before(null),
  };
}

function workedBefore(
  { intervals }: WorkingTime,
  team: string | null,
  now: Date,
  wantedMs: number,
): Date {
  for (let days = wantedMs / dayMs + 7; days <= mostDays; days *= 2) {
    const since = new Date(now.getTime() - days * dayMs);
    let left = wantedMs;
    for (const { from, to } of intervals(team, since, now).toReversed()) {
      const worked = to.getTime() - from.getTime();
      // Having had just as much, it is still in time: so is all that began since the hours before.
      if (worked > left) return new Date(to.getTime() - left);
      left -= worked;
    }
  }
  return new Date(now.getTime() - mostDays * dayMs);
}
