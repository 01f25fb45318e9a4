import type { Goal } from "../../goals/goal.ts";
import type { Beginning } from "../../goals/start-draft.ts";
import type { Clock } from "../clock.ts";
import { revised } from "./revised.ts";
import type { ChangedBy, Documents } from "./store.ts";

export interface StartAsked {
  readonly beginning: Beginning;
  /** Why a rule that warns of it today does not hold. */
  readonly reason: string | null;
  readonly rules: readonly string[];
  /** The goal that the rules were asked about. */
  readonly revision: number;
}

/** Goals that are written and have not begun. */
export interface DraftBook {
  /**
   * Begins a draft. Null where it is not what the rules were asked about: changed meanwhile, begun
   * already, archived or gone.
   */
  readonly start: (id: string, asked: StartAsked, by: ChangedBy) => Promise<Goal | null>;
}

export const createDraftBook = (documents: Documents, clock: Clock): DraftBook => ({
  start: (id, { beginning, reason, rules, revision }, by) =>
    documents.change(by, async ({ goals }) => {
      const before = await goals.get(id);
      if (before === null || !before.draft || before.archived) return null;
      if (before.revision !== revision) return null;
      const at = clock.now().toISOString();
      const changes = [{ field: "state", before: "draft", after: "running" }] as const;
      const warned = rules.length === 0 ? {} : { rules };
      const edit = { at, who: by.who, reason, ...warned, changes, submission: `start ${at}` };
      const goal = revised({ ...before, ...beginning, draft: false, paused: false }, edit);
      await goals.put(goal);
      return goal;
    }),
});
