import type { Goal } from "../../goals/goal.ts";
import { isRunning } from "../../goals/is-running.ts";
import { wentOnAs, type NextTerm } from "../../goals/renew.ts";
import type { Clock } from "../clock.ts";
import { nextId } from "./next-id.ts";
import { revised } from "./revised.ts";
import type { ChangedBy, Documents } from "./store.ts";

/** Goals that go on after their deadline. */
export interface RenewalBook {
  /** How it goes on, or null for no longer; null where there is no such goal. */
  readonly setRenewal: (
    id: string,
    renews: Goal["renews"] | null,
    by: ChangedBy,
  ) => Promise<Goal | null>;
  /**
   * Begins the next goal, which knows the one before it as that one knows the next. Null where it does
   * not go on, or has gone on already.
   */
  readonly renew: (
    id: string,
    next: NextTerm & Pick<Goal, "checkpoints">,
    by: ChangedBy,
  ) => Promise<Goal | null>;
}

export const createRenewalBook = (documents: Documents, clock: Clock): RenewalBook => ({
  setRenewal: (id, renews, by) =>
    documents.change(by, async ({ goals }) => {
      const before = await goals.get(id);
      const [old, fresh] = [renewalCode(before?.renews), renewalCode(renews ?? undefined)];
      if (before === null || old === fresh) return before;
      const goal = renewed(before, "renews", [old, fresh], by.who, clock.now());
      const { renews: _, ...rest } = goal;
      const after = renews === null || renews === undefined ? rest : { ...rest, renews };
      await goals.put(after);
      return after;
    }),
  renew: (id, next, by) =>
    documents.change(by, async ({ goals }) => {
      const before = await goals.get(id);
      if (before === null || before.renews === undefined || !isRunning(before)) return null;
      if (wentOnAs(before) !== null) return null;
      const now = clock.now();
      const goal: Goal = {
        ...before,
        ...next,
        id: nextId("g", await goals.list()),
        createdAt: now.toISOString(),
        revision: 1,
        paused: false,
        checkIns: [],
        edits: [],
        renewedFrom: id,
        submission: `renewal of ${id}`,
      };
      await goals.put(goal);
      const { renews: _, ...over } = renewed(before, "renewedAs", [null, goal.id], by.who, now);
      await goals.put(over);
      return goal;
    }),
});

const renewed = (
  goal: Goal,
  field: "renews" | "renewedAs",
  [before, after]: readonly [string | null, string | null],
  who: string,
  now: Date,
): Goal => {
  const at = now.toISOString();
  const changes = [{ field, before, after }];
  return revised(goal, { at, who, reason: null, changes, submission: `${field} ${at}` });
};

/** `month`, `quarter 5`: as the history keeps it. */
export const renewalCode = (renews: Goal["renews"]): string | null => {
  if (renews === undefined) return null;
  return renews.stepPercent === 0 ? renews.every : `${renews.every} ${renews.stepPercent}`;
};
