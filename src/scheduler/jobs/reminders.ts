import { isOpen, remindersOf } from "../../../goals/reminders.ts";
import type { Goal } from "../../../goals/goal.ts";
import type { Clock } from "../../clock.ts";
import type { Workdays } from "../../digests/occurrences.ts";
import type { GoalBook } from "../../documents/goal-book.ts";
import type { Profile } from "../../people/profile.ts";
import { addDays, atClock, localDay } from "../../periods/local-day.ts";
import type { DueReminder, Ledger } from "../ledger.ts";
import type { Job } from "./job.ts";

export interface ReminderPorts {
  readonly goals: Pick<GoalBook, "list">;
  readonly clock: Clock;
  /** The workspace's: checkpoints are its days. */
  readonly zone: string;
  readonly workdaysIn: (channel: string | null) => Workdays;
  readonly profileOf: (person: string) => Promise<Profile>;
  readonly remind: Ledger["remind"];
}

/** When people are reminded, by their own clock: as the day's work begins. */
export const morningMs = 9 * 3_600_000;
/** What came due longer ago was written down then, or nobody was there to be reminded. */
const lookBackDays = 2;

/** Reminds of checkpoints on the working day before. A late or a lost look changes nothing. */
export const remindersJob = (ports: ReminderPorts): Job => ({
  name: "reminders",
  schedule: "10 * * * * *",
  zone: "UTC",
  isDueAtStart: async () => true,
  run: async () => ports.remind(await checkpointsDue(ports)),
});

async function checkpointsDue({
  goals,
  clock,
  zone,
  workdaysIn,
  profileOf,
}: ReminderPorts): Promise<readonly DueReminder[]> {
  const now = clock.now();
  const today = localDay(now, zone);
  const due: DueReminder[] = [];
  for (const goal of await goals.list()) {
    if (!isOpen(goal, today)) continue;
    for (const { person, checkpoint, on } of remindersOf(
      goal,
      workdaysIn(goal.channel).isWorkday,
    )) {
      // The zones of the earth are within a day of each other.
      if (on < addDays(today, -lookBackDays) || on > addDays(today, 1)) continue;
      const { zone: theirs, locale } = await profileOf(person);
      const dueAt = atClock(on, morningMs, theirs);
      if (dueAt > now || dueAt <= laidOutAt(goal)) continue;
      const id = `checkpoint:${goal.id}:${checkpoint}:${person}`;
      due.push({ id, about: goal.id, person, locale, occurrence: checkpoint, dueAt });
    }
  }
  return due;
}

/** Since when its checkpoints are what they are, for these people, and it runs. */
function laidOutAt({ createdAt, edits }: Goal): Date {
  const moved = edits.findLast(({ changes }) => changes.some(({ field }) => layingOut.has(field)));
  return new Date(moved?.at ?? createdAt);
}

const layingOut: ReadonlySet<string> = new Set([
  "deadline",
  "checkpoints",
  "checkpointOwners",
  "owner",
  "state",
]);
