import type { Goal, GoalDraft } from "../../goals/goal.ts";
import type { ChangedBy } from "./store.ts";

/** Goals, kept. */
export interface GoalBook {
  /** Those that are not archived, the next deadline first. */
  readonly list: () => Promise<readonly Goal[]>;
  readonly find: (id: string) => Promise<Goal | null>;
  /** The same form sent twice gives the same goal twice. */
  readonly create: (draft: GoalDraft, by: ChangedBy) => Promise<Goal>;
}
