import { z } from "zod";
import { segments } from "../src/kinds/kind.ts";
import type { Unit } from "../src/quantities/unit.ts";
import type { LocalDay } from "../src/periods/period.ts";

export const localDaySchema = z.custom<LocalDay>(
  (value) => typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/u.test(value),
);

const words = z.array(z.string()).readonly();
/** Filters as they are stored: goals and digests share them. */
export const filtersSchema = z
  .partialRecord(
    z.enum(segments),
    z.union([
      z.strictObject({ in: words }).readonly(),
      z.strictObject({ not_in: words }).readonly(),
    ]),
  )
  .readonly();

/** Where the team stood when the goal was set: the last whole period with data. */
export const baselineSchema = z
  .strictObject({
    value: z.number(),
    sample: z.number(),
    from: localDaySchema,
    /** The last day of it, included. */
    to: localDaySchema,
  })
  .readonly();

/** Targets on the way, each due at the end of its day; the earliest first. */
const stepsSchema = z
  .array(z.strictObject({ until: localDaySchema, target: z.number() }).readonly())
  .readonly()
  .default([]);

/** A dated comment on a goal. */
export const checkInSchema = z
  .strictObject({
    at: z.iso.datetime(),
    who: z.string().min(1),
    text: z.string().min(1),
    /** The form or the words it came with: sent twice it is one. */
    submission: z.string().min(1),
  })
  .readonly();

/** How heavily the customers' trouble behind a goal weighs, the heaviest first. */
export const severities = ["high", "normal", "low"] as const;

/** How often customers are asked, where a goal lives on surveys. */
export const surveyFrequencies = ["contact", "week", "fortnight", "month", "quarter"] as const;

/** What can be changed of a goal once it is set, and what becomes of it. */
export const editedFields = [
  "target",
  "steps",
  "deadline",
  "checkpoints",
  "owner",
  "channel",
  "why",
  "guardrails",
  "severity",
  "checkpointOwners",
  "direction",
  "surveyEvery",
  "renews",
  "renewedAs",
  "state",
] as const;

/** One change by one person: what was, what is, and why. */
export const editSchema = z
  .strictObject({
    at: z.iso.datetime(),
    who: z.string().min(1),
    reason: z.string().nullable(),
    /** The rules that warned of it. */
    rules: words.optional(),
    changes: z
      .array(
        z
          .strictObject({
            field: z.enum(editedFields),
            before: z.union([z.string(), z.number()]).nullable(),
            after: z.union([z.string(), z.number()]).nullable(),
          })
          .readonly(),
      )
      .readonly(),
    submission: z.string().min(1),
  })
  .readonly();

/** A goal as it is kept. What it is worth today is measured, never stored. */
export const goalSchema = z
  .strictObject({
    /** Short enough to type: `g12`. */
    id: z.string().min(1),
    kpi: z.string().min(1),
    options: z.record(z.string(), z.union([z.string(), z.number()])).readonly(),
    where: filtersSchema,
    /** `reach` the target by the deadline, or `keep` at it or better until then. */
    direction: z.enum(["reach", "keep"]),
    /** Where better lies: fixed when the goal is set, since a neutral KPI may be wanted either way. */
    towards: z.enum(["up", "down"]),
    baseline: baselineSchema.nullable(),
    target: z.number(),
    /** Only of a goal to keep within a band: the most, where the target is the least. */
    upTo: z.number().optional(),
    /** Only of a share of milestones whose target was given as a count: 10, of `7 of 10`. */
    outOf: z.int().min(1).optional(),
    steps: stepsSchema,
    startsOn: localDaySchema,
    deadline: localDaySchema,
    checkpoints: z.array(localDaySchema).readonly(),
    owner: z.string().min(1),
    /** Who is asked to check in beside the owner. */
    checkpointOwners: words.default([]),
    severity: z.enum(severities).default("normal"),
    /**
     * How it goes on after its deadline: anew each month or quarter, the target moved by so many
     * percent each time it was reached. Without it the goal ends.
     */
    renews: z
      .strictObject({ every: z.enum(["month", "quarter"]), stepPercent: z.number().min(0).max(50) })
      .readonly()
      .optional(),
    /** The goal that ended where this one began. */
    renewedFrom: z.string().min(1).optional(),
    /** The owner whose account was found closed; as long as it is `owner`, somebody must take over. */
    ownerGone: z.string().min(1).optional(),
    channel: z.string().nullable(),
    why: z.string().min(1),
    /** Only of a goal that lives on surveys. */
    surveyEvery: z.enum(surveyFrequencies).optional(),
    /** KPIs that must not get worse meanwhile. */
    guardrails: z.array(z.string()).readonly(),
    createdBy: z.string().min(1),
    createdAt: z.iso.datetime(),
    revision: z.int().min(1),
    archived: z.boolean(),
    /** Written and not begun: seen by its people alone, and neither judged, posted nor reminded of. */
    draft: z.boolean().default(false),
    /** Neither judged nor posted until it goes on. */
    paused: z.boolean().default(false),
    /** Until that day, itself included, no digest calls its owner. */
    snoozedUntil: localDaySchema.nullable().default(null),
    /** Rules that warned when it was set, and why it was right all the same. */
    accepted: z
      .strictObject({ rules: words, reason: z.string() })
      .readonly()
      .nullable()
      .default(null),
    /** The oldest first. */
    checkIns: z.array(checkInSchema).readonly().default([]),
    edits: z.array(editSchema).readonly().default([]),
    /** The form it came from: the same form sent twice makes one goal. */
    submission: z.string().min(1),
  })
  .readonly();

/** Whether its owner asked not to be called on that day. */
export const isSnoozed = ({ snoozedUntil }: Pick<Goal, "snoozedUntil">, day: LocalDay): boolean =>
  snoozedUntil !== null && day <= snoozedUntil;

export type Baseline = z.infer<typeof baselineSchema>;
export type Goal = z.infer<typeof goalSchema>;

/** A goal before the book gives it a number. */
export type GoalDraft = Omit<
  Goal,
  | "id"
  | "createdBy"
  | "createdAt"
  | "revision"
  | "archived"
  | "paused"
  | "snoozedUntil"
  | "checkIns"
  | "edits"
>;
export type CheckIn = z.infer<typeof checkInSchema>;
export type GoalEdit = z.infer<typeof editSchema>;

/** What may be said of a goal: the rules are in `stateOf`. */
export const goalStates = [
  "active",
  "on_track",
  "at_risk",
  "behind",
  "achieved",
  "guardrail_broken",
  "missed",
  "draft",
  "paused",
  "archived",
] as const;
export type GoalState = (typeof goalStates)[number];

export const unitSchema = z.enum([
  "percent",
  "seconds",
  "count",
  "points",
  "score",
  "money",
  "ratio",
  "per_hour",
] as const satisfies readonly Unit[]);

/** A goal as it is shown: every text already in the reader's language. A digest freezes it. */
export const goalCardSchema = z
  .strictObject({
    id: z.string(),
    kpi: z.string(),
    /** `First contact resolution · email`. */
    title: z.string(),
    /** The whole goal as one sentence. */
    sentence: z.string(),
    state: z.enum(goalStates),
    /** The state in words. */
    stateText: z.string(),
    unit: unitSchema,
    direction: z.enum(["reach", "keep"]).default("reach"),
    value: z.number().nullable(),
    /** The value with its unit, or that there is none. */
    valueText: z.string(),
    target: z.number(),
    /** The most, of a band whose least is the target; null of any other goal. */
    upTo: z.number().nullable().default(null),
    steps: stepsSchema,
    /** Target or band with its unit. */
    targetText: z.string(),
    /** 100 is the target reached; may be negative or more than 100; null where nothing can be said. */
    progress: z.number().nullable(),
    /** Where a straight line to the deadline would be today. */
    expected: z.number().nullable(),
    /** `62 % of the way, 70 % expected by now`. */
    progressText: z.string(),
    /** The chance in percent to be there at the deadline; null where too little is known. */
    odds: z.number().nullable().default(null),
    oddsText: z.string().default(""),
    /** What it must be from now on for the whole time to come to the target. */
    neededText: z.string().default(""),
    deadline: localDaySchema,
    deadlineText: z.string(),
    /** A person's Slack id: the door draws the name. */
    owner: z.string(),
    /** Slack ids of those who are asked to check in beside the owner. */
    checkpointOwners: words.default([]),
    severity: z.enum(severities).default("normal"),
    why: z.string(),
    /** The checkpoint that has come and that nobody has checked in for, in words. */
    dueText: z.string().default(""),
    /** What to know beside the figure: the last check-in, an easier target, why a warning was overruled. */
    remarks: z.array(z.string()).readonly().default([]),
    /** The last periods, oldest first, for a sparkline. */
    series: z.array(z.number().nullable()).readonly(),
    /** `Data as of …`. */
    asOfText: z.string(),
  })
  .readonly();

export type GoalCard = z.infer<typeof goalCardSchema>;
