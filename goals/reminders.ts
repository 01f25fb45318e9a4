import { addDays, localDay } from "../src/periods/local-day.ts";
import type { LocalDay } from "../src/periods/period.ts";
import type { Goal } from "./goal.ts";
import { isRunning } from "./is-running.ts";

/** Somebody who is asked to check in, for one checkpoint. */
export interface CheckpointReminder {
  readonly person: string;
  readonly checkpoint: LocalDay;
  /** The day they are reminded: the last working day before it. */
  readonly on: LocalDay;
}

type Course = Pick<Goal, "startsOn" | "deadline" | "archived" | "paused" | "draft">;

/** Between its start and the end of its deadline's day, and nobody has stopped it. */
export const isOpen = (goal: Course, today: LocalDay): boolean =>
  isRunning(goal) && goal.startsOn <= today && today <= goal.deadline;

/** Whom a goal reminds of which checkpoint, and on which day. */
export function remindersOf(
  goal: Goal,
  isWorkday: (day: LocalDay) => boolean,
): readonly CheckpointReminder[] {
  const people = [...new Set([goal.owner, ...goal.checkpointOwners])];
  return goal.checkpoints.flatMap((checkpoint) => {
    const on = workdayBefore(checkpoint, isWorkday);
    return people.map((person) => ({ person, checkpoint, on }));
  });
}

/** Longer than any row of holidays; where nobody ever works it is the day before. */
const longestRest = 14;

function workdayBefore(day: LocalDay, isWorkday: (day: LocalDay) => boolean): LocalDay {
  for (let back = 1; back <= longestRest; back += 1) {
    const each = addDays(day, -back);
    if (isWorkday(each)) return each;
  }
  return addDays(day, -1);
}

/** A check-in this many days before a checkpoint speaks of it; an earlier one does not. */
const countsForDays = 7;

/**
 * Whether somebody has checked in for the checkpoint: from a week before it on, and after the
 * checkpoint before it. With `person`, whether that very person has.
 */
export function hasCheckedIn(
  goal: Goal,
  checkpoint: LocalDay,
  zone: string,
  person: string | null = null,
): boolean {
  const before = goal.checkpoints.filter((day) => day < checkpoint).toSorted();
  const weekBefore = addDays(checkpoint, -countsForDays);
  const last = before.at(-1);
  const after = last !== undefined && last > weekBefore ? last : weekBefore;
  return goal.checkIns.some(
    ({ at, who }) => (person === null || who === person) && localDay(new Date(at), zone) > after,
  );
}

/** The checkpoint that has come and that nobody has checked in for; null where all is said. */
export function dueCheckpoint(goal: Goal, today: LocalDay, zone: string): LocalDay | null {
  if (!isOpen(goal, today)) return null;
  const last = goal.checkpoints
    .filter((day) => day <= today)
    .toSorted()
    .at(-1);
  return last === undefined || hasCheckedIn(goal, last, zone) ? null : last;
}
