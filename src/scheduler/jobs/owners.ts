import type { Goal } from "../../../goals/goal.ts";
import type { GoalBook } from "../../documents/goal-book.ts";
import type { MayRead } from "../../people/may-see.ts";
import type { DueReminder } from "../ledger.ts";
import type { Job } from "./job.ts";
import type { ReminderPorts } from "./reminders.ts";

export interface OwnersPorts extends ReminderPorts {
  readonly goals: Pick<GoalBook, "list" | "noteOwner">;
  /** Admins and leads: asked of goals whose channel they may read. */
  readonly leads: () => Promise<readonly string[]>;
  readonly mayRead: MayRead;
}

/**
 * Looks each morning whether the owners of goals are still there. Where one left, whoever set the
 * goal, its other checkpoint owners and the leads are asked once to take it over, and the goal goes on.
 */
export const ownersJob = (ports: OwnersPorts): Job => ({
  name: "owners",
  schedule: "0 9 * * *",
  zone: ports.zone,
  isDueAtStart: async () => true,
  run: async () => {
    for (const goal of await ports.goals.list()) {
      const { id, owner, ownerGone } = goal;
      const { isGone } = await ports.profileOf(owner);
      if (isGone === (ownerGone === owner)) continue;
      // What is written down last is what ends it: in between, the keys keep it from asking twice.
      if (isGone) await ports.remind(await askedToTakeOver(goal, ports));
      await ports.goals.noteOwner(id, { owner, isGone }, { who: "scheduler", via: "scheduler" });
    }
  },
});

async function askedToTakeOver(
  { id, owner, createdBy, checkpointOwners, channel }: Goal,
  { clock, leads, mayRead, profileOf }: OwnersPorts,
): Promise<readonly DueReminder[]> {
  const near = [createdBy, ...checkpointOwners];
  const due: DueReminder[] = [];
  for (const person of new Set([...near, ...(await leads())])) {
    if (person === owner) continue;
    const mayLook = near.includes(person) || channel === null || (await mayRead(channel, person));
    const { isGone, locale } = await profileOf(person);
    if (!mayLook || isGone) continue;
    const key = `hand-over:${id}:${owner}:${person}`;
    due.push({ id: key, about: id, person, locale, occurrence: owner, dueAt: clock.now() });
  }
  return due;
}
