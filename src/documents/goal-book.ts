import type { Goal, GoalDraft } from "../../goals/goal.ts";
import type { Clock } from "../clock.ts";
import { nextId } from "./next-id.ts";
import type { ChangedBy, Documents } from "./store.ts";

/** Goals, kept. */
export interface GoalBook {
  /** Those that are not archived, the next deadline first. */
  readonly list: () => Promise<readonly Goal[]>;
  readonly find: (id: string) => Promise<Goal | null>;
  /** The same form sent twice makes one goal, and gives it twice. */
  readonly create: (draft: GoalDraft, by: ChangedBy) => Promise<Goal>;
}

export const createGoalBook = (documents: Documents, clock: Clock): GoalBook => ({
  list: async () => {
    const goals = await documents.goals.list();
    return goals
      .filter((goal) => !goal.archived)
      .toSorted((a, b) => a.deadline.localeCompare(b.deadline));
  },
  find: (id) => documents.goals.get(id),
  create: (draft, by) =>
    documents.change(by, async ({ goals }) => {
      const all = await goals.list();
      const twin = all.find((goal) => goal.submission === draft.submission);
      if (twin !== undefined) return twin;
      const goal: Goal = {
        ...draft,
        id: nextId("g", all),
        createdBy: by.who,
        createdAt: clock.now().toISOString(),
        revision: 1,
        archived: false,
        paused: false,
        checkIns: [],
        edits: [],
      };
      await goals.put(goal);
      return goal;
    }),
});
