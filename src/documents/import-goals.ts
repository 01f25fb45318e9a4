import type { Goal } from "../../goals/goal.ts";
import type { Clock } from "../clock.ts";
import { changesOf, courseOf, type GoalChange } from "./goal-book.ts";
import { nextId } from "./next-id.ts";
import { revised } from "./revised.ts";
import type { ChangedBy, Documents } from "./store.ts";

/** A goal that is not there yet; without an id it gets the next free one. */
export interface NewGoal {
  readonly id: string | null;
  readonly goal: Omit<Goal, "id">;
}

/** What is to become different of a goal that is there. */
export interface ChangedGoal {
  readonly id: string;
  readonly change: GoalChange & Partial<Pick<Goal, "paused" | "archived" | "renews">>;
  readonly reason: string | null;
}

export interface GoalImport {
  readonly fresh: readonly NewGoal[];
  readonly changed: readonly ChangedGoal[];
}

/** Brings goals in, all of them or none. Gives their ids. */
export const importGoals = (
  documents: Documents,
  clock: Clock,
  { fresh, changed }: GoalImport,
  by: ChangedBy,
): Promise<readonly string[]> =>
  documents.change(by, async ({ goals }) => {
    const at = clock.now().toISOString();
    const ids: string[] = [];
    for (const { id, change, reason } of changed) {
      const before = await goals.get(id);
      if (before === null) throw new Error(`goal ${id} is gone`);
      const after = { ...before, ...change };
      const courses = [courseOf(before), courseOf(after)] as const;
      const course = { field: "state", before: courses[0], after: courses[1] } as const;
      const changes = [...changesOf(before, after), ...(courses[0] === courses[1] ? [] : [course])];
      const edit = { at, who: by.who, reason, changes, submission: `import ${at}` };
      await goals.put(changes.length === 0 ? after : revised(after, edit));
      ids.push(id);
    }
    // Those with an id first, so that nobody else is given theirs.
    for (const { id: given, goal } of fresh.toSorted(
      (a, b) => +(b.id !== null) - +(a.id !== null),
    )) {
      const all = await goals.list();
      const twin = all.find(({ submission }) => submission === goal.submission);
      const id = given ?? twin?.id ?? nextId("g", all);
      if (twin === undefined || given !== null) await goals.put({ ...goal, id });
      ids.push(id);
    }
    return ids;
  });
