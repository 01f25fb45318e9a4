import { aimCode, stepsCode } from "../../goals/aim-code.ts";
import type { CheckIn, Goal, GoalDraft, GoalEdit } from "../../goals/goal.ts";
import type { Clock } from "../clock.ts";
import type { LocalDay } from "../periods/period.ts";
import { nextId } from "./next-id.ts";
import { revised } from "./revised.ts";
import { createDraftBook, type DraftBook } from "./draft-book.ts";
import { createRenewalBook, renewalCode, type RenewalBook } from "./renewal-book.ts";
import type { ChangedBy, Documents } from "./store.ts";

/** What a person may change of a goal that is set. */
export type GoalChange = Partial<
  Pick<
    Goal,
    | "target"
    | "upTo"
    | "outOf"
    | "steps"
    | "deadline"
    | "checkpoints"
    | "owner"
    | "checkpointOwners"
    | "severity"
    | "channel"
    | "why"
    | "guardrails"
    | "direction"
    | "surveyEvery"
  >
>;

export interface EditAsked {
  readonly change: GoalChange;
  /** Why it became easier or later, or why a rule that warns of it does not hold. */
  readonly reason: string | null;
  /** The rules that warned of it. */
  readonly rules?: readonly string[];
  /** What the person saw when they began. */
  readonly revision: number;
  readonly submission: string;
}

export type GoalCourse = "draft" | "running" | "paused" | "archived";

/** Goals, kept. */
export interface GoalBook extends RenewalBook, DraftBook {
  /** Those that are not archived, the next deadline first. */
  readonly list: () => Promise<readonly Goal[]>;
  /** The archived ones, the last deadline first. */
  readonly listArchived: () => Promise<readonly Goal[]>;
  readonly find: (id: string) => Promise<Goal | null>;
  /** The same form sent twice makes one goal, and gives it twice. */
  readonly create: (draft: GoalDraft, by: ChangedBy) => Promise<Goal>;
  /**
   * Null where the goal is not what the person saw: changed by somebody else meanwhile, or gone.
   * The same form sent twice has one effect.
   */
  readonly edit: (id: string, asked: EditAsked, by: ChangedBy) => Promise<Goal | null>;
  /** Writes down whether the account of its owner, if it is still that one, is closed. */
  readonly noteOwner: (
    id: string,
    found: { readonly owner: string; readonly isGone: boolean },
    by: ChangedBy,
  ) => Promise<void>;
  /**
   * Makes whoever asks the owner of a goal whose owner is gone. Null where there is no such goal; as it
   * is where its owner is there.
   */
  readonly takeOver: (id: string, by: ChangedBy) => Promise<Goal | null>;
  /** Null where there is no such goal. A draft can only be archived, and comes back as a draft. */
  readonly setCourse: (
    id: string,
    course: Exclude<GoalCourse, "draft">,
    by: ChangedBy,
  ) => Promise<Goal | null>;
  /** Until when, that day included, its owner is not called; null where there is no such goal. */
  readonly snooze: (id: string, until: LocalDay, by: ChangedBy) => Promise<Goal | null>;
  readonly checkIn: (
    id: string,
    comment: Pick<CheckIn, "text" | "submission">,
    by: ChangedBy,
  ) => Promise<Goal | null>;
}

export const createGoalBook = (documents: Documents, clock: Clock): GoalBook => ({
  ...createRenewalBook(documents, clock),
  ...createDraftBook(documents, clock),
  list: async () =>
    (await documents.goals.list())
      .filter((goal) => !goal.archived)
      .toSorted((a, b) => a.deadline.localeCompare(b.deadline)),
  listArchived: async () =>
    (await documents.goals.list())
      .filter((goal) => goal.archived)
      .toSorted((a, b) => b.deadline.localeCompare(a.deadline)),
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
        snoozedUntil: null,
        checkIns: [],
        edits: [],
      };
      await goals.put(goal);
      return goal;
    }),
  edit: (id, { change, reason, rules = [], revision, submission }, by) =>
    documents.change(by, async ({ goals }) => {
      const before = await goals.get(id);
      if (before === null) return null;
      if (before.edits.some((each) => each.submission === submission)) return before;
      if (before.archived || before.revision !== revision) return null;
      const changes = changesOf(before, { ...before, ...change });
      if (changes.length === 0) return before;
      const at = clock.now().toISOString();
      const warned = rules.length === 0 ? {} : { rules };
      const edit = { at, who: by.who, reason, ...warned, changes, submission };
      const goal = revised({ ...before, ...change }, edit);
      await goals.put(goal);
      return goal;
    }),
  noteOwner: (id, { owner, isGone }, by) =>
    documents.change(by, async ({ goals }) => {
      const before = await goals.get(id);
      if (before === null || before.owner !== owner) return;
      const { ownerGone: _, ...rest } = before;
      // Not a new revision: nothing of what people set has changed.
      await goals.put(isGone ? { ...rest, ownerGone: owner } : rest);
    }),
  takeOver: (id, by) =>
    documents.change(by, async ({ goals }) => {
      const before = await goals.get(id);
      if (before === null || before.ownerGone !== before.owner) return before;
      const at = clock.now().toISOString();
      const changes = [{ field: "owner", before: before.owner, after: by.who }] as const;
      const edit = { at, who: by.who, reason: null, changes, submission: `take-over ${at}` };
      const goal = revised({ ...before, owner: by.who }, edit);
      await goals.put(goal);
      return goal;
    }),
  setCourse: (id, course, by) =>
    documents.change(by, async ({ goals }) => {
      const before = await goals.get(id);
      if (before === null) return null;
      const after = { ...before, paused: course === "paused", archived: course === "archived" };
      const [old, fresh] = [courseOf(before), courseOf(after)];
      if (old === fresh) return before;
      const at = clock.now().toISOString();
      const changes = [{ field: "state", before: old, after: fresh }] as const;
      const edit = { at, who: by.who, reason: null, changes, submission: `${course} ${at}` };
      const goal = revised(after, edit);
      await goals.put(goal);
      return goal;
    }),
  snooze: (id, until, by) =>
    documents.change(by, async ({ goals }) => {
      const before = await goals.get(id);
      if (before === null) return null;
      const goal = { ...before, snoozedUntil: until };
      await goals.put(goal);
      return goal;
    }),
  checkIn: (id, comment, by) =>
    documents.change(by, async ({ goals }) => {
      const before = await goals.get(id);
      if (before === null) return null;
      if (before.checkIns.some((each) => each.submission === comment.submission)) return before;
      const checkIn: CheckIn = { ...comment, at: clock.now().toISOString(), who: by.who };
      // Not a new revision: somebody who is editing meanwhile loses nothing by it.
      const goal = { ...before, checkIns: [...before.checkIns, checkIn] };
      await goals.put(goal);
      return goal;
    }),
});

export const courseOf = ({ archived, draft, paused }: Goal): GoalCourse => {
  if (archived) return "archived";
  if (draft) return "draft";
  return paused ? "paused" : "running";
};

const compared = [
  "target",
  "steps",
  "deadline",
  "checkpoints",
  "owner",
  "checkpointOwners",
  "severity",
  "channel",
  "why",
  "guardrails",
  "direction",
  "surveyEvery",
  "renews",
] as const;

export function changesOf(before: Goal, after: Goal): GoalEdit["changes"] {
  return compared.flatMap((field) => {
    const [old, fresh] = [plainOf(before, field), plainOf(after, field)];
    // They follow the deadline: what is told of it tells of them.
    const follows = field === "checkpoints" && before.deadline !== after.deadline;
    return old === fresh || follows ? [] : [{ field, before: old, after: fresh }];
  });
}

/** As an edit keeps it. */
function plainOf(goal: Goal, field: (typeof compared)[number]): string | number | null {
  if (field === "target") return aimCode(goal);
  if (field === "steps") return stepsCode(goal.steps);
  if (field === "renews") return renewalCode(goal.renews);
  const value = goal[field] ?? null;
  return typeof value === "string" || typeof value === "number" || value === null
    ? value
    : value.join(", ");
}
