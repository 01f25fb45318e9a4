import { isKpiId, kpiById } from "../src/kpis/index.ts";
import type { Kpi } from "../src/kpis/kpi.ts";
import type { Filters } from "../src/kpis/where.ts";
import type { Unit } from "../src/quantities/unit.ts";
import { addDays, daysBetween } from "../src/periods/local-day.ts";
import type { LocalDay } from "../src/periods/period.ts";
import { isBeyondBest } from "./alternative.ts";
import { ambitionOf, isDiscouraging, type Range } from "./ambition.ts";
import type { Gains } from "./gains.ts";
import type { Baseline, Goal } from "./goal.ts";
import { lackingGuardrail } from "./watching.ts";

/** What a person has said of a goal so far; null where they said nothing that can be used. */
export interface GoalIdea {
  readonly kpi: Pick<Kpi, "id" | "unit" | "better">;
  /** What the figure can be; absent: what its unit says. */
  readonly range?: Range;
  /** What no connected source brings of the KPI, in words. */
  readonly undelivered?: string | null;
  readonly where?: Filters;
  readonly direction: Goal["direction"];
  readonly target: number | null;
  /** The most, of a band whose least is the target. */
  readonly upTo?: number;
  readonly deadline: LocalDay | null;
  /** Absent: they are proposed by the rules. */
  readonly checkpoints?: readonly LocalDay[];
  readonly baseline: Baseline | null;
  /** Where the figure stands today; absent: at the baseline. */
  readonly now?: number | null;
  /** What the team has reached in about as many weeks before. */
  readonly gains?: Gains | null;
  readonly owner: string | null;
  readonly why: string | null;
  readonly guardrails: readonly string[];
  /** How many running goals the owner, or whoever checks in beside them, looks after already. */
  readonly ownedGoals: number;
  /** How often customers are asked, of a goal that lives on surveys. */
  readonly surveyEvery?: Goal["surveyEvery"] | null;
}

/** The field of the form that a finding lands on. */
export type GoalField =
  | "kpi"
  | "target"
  | "deadline"
  | "checkpoints"
  | "owner"
  | "guardrails"
  | "why"
  | "survey_every";

/**
 * A rule that the goal breaks. `block`: not saved so; `warn`: saved with a reason, which is kept;
 * `note`: good to know before it is saved.
 */
export type Finding =
  | { readonly severity: "block"; readonly code: BlockCode; readonly field: GoalField }
  | { readonly severity: "warn"; readonly code: WarnCode; readonly field: GoalField }
  | { readonly severity: "note"; readonly code: NoteCode; readonly field: GoalField };

export type BlockCode =
  | "not_delivered"
  | "target_missing"
  | "target_out_of_range"
  | "target_not_better"
  | "side_unknown"
  | "deadline_missing"
  | "deadline_not_ahead"
  | "deadline_too_far"
  | "checkpoint_missing"
  | "survey_frequency_missing"
  | "owner_missing"
  | "why_missing";

export type WarnCode =
  | "target_very_ambitious"
  | "baseline_missing"
  | "guardrail_missing"
  | "guardrail_none"
  | "owner_of_many";

export type NoteCode = "target_beyond_best" | "one_channel_first";

const manyGoals = 5;
const farthestDays = 3 * 366;
/** A goal of a week needs no look on the way. */
const shortDays = 7;

/** Null: there is no end, or nobody knows it. */
interface Ends {
  readonly low: number | null;
  readonly high: number | null;
}

/** What a figure of the unit can be at all; `ends` where the definition or the records say otherwise. */
export function rangeOf(unit: Unit, ends: Ends | null = null): Range {
  const [low, high] =
    unit === "percent" ? [0, 100] : unit === "points" ? [-100, 100] : [0, Infinity];
  if (ends === null) return { low, high };
  // A survey whose records do not say its scale has the ends of its unit.
  if (unit === "score") return { low: ends.low ?? low, high: ends.high ?? high };
  return { low: ends.low ?? -Infinity, high: ends.high ?? Infinity };
}

/** Which way is better: the KPI says, or for a neutral one the side of the baseline the target is on. */
export function towardsOf({
  kpi,
  target,
  upTo,
  baseline,
}: Pick<GoalIdea, "kpi" | "target" | "upTo" | "baseline">): Goal["towards"] {
  // A band has no side: its target is the least of it.
  if (upTo !== undefined) return "up";
  if (kpi.better !== "neutral") return kpi.better === "higher" ? "up" : "down";
  return target !== null && baseline !== null && target < baseline.value ? "down" : "up";
}

/** Everything that keeps the idea from being a SMART goal, the blocking findings first. */
export function checkGoal(idea: GoalIdea, today: LocalDay): readonly Finding[] {
  return [
    // S2, M1: nobody can tell how a goal stands that no source measures.
    ...blockIf((idea.undelivered ?? null) !== null, "not_delivered", "kpi"),
    ...targetBlocks(idea),
    ...deadlineBlocks(idea.deadline, today),
    ...blockIf(lacksCheckpoint(idea, today), "checkpoint_missing", "checkpoints"),
    // S2, X4: a score that rises because other people are asked has not risen.
    ...blockIf(
      livesOnSurveys(idea.kpi.id) && (idea.surveyEvery ?? null) === null,
      "survey_frequency_missing",
      "survey_every",
    ),
    ...blockIf(isBlank(idea.owner), "owner_missing", "owner"),
    ...blockIf(isBlank(idea.why), "why_missing", "why"),
    ...ambitionFindings(idea, today),
    ...otherWarnings(idea),
    ...notes(idea),
  ];
}

const blocked = (code: BlockCode, field: GoalField): readonly Finding[] => [
  { severity: "block", code, field },
];

const blockIf = (isBroken: boolean, code: BlockCode, field: GoalField): readonly Finding[] =>
  isBroken ? blocked(code, field) : [];

function targetBlocks(idea: GoalIdea): readonly Finding[] {
  const { kpi, target, upTo, baseline, direction, range = rangeOf(kpi.unit) } = idea;
  if (target === null || !Number.isFinite(target)) return blocked("target_missing", "target");
  if (target < range.low || target > range.high) return blocked("target_out_of_range", "target");
  if (upTo !== undefined) return [];
  // A KPI that is neither better high nor low: only a baseline says which way the target lies.
  if (kpi.better === "neutral" && (direction === "keep" || baseline === null)) {
    return blocked("side_unknown", "target");
  }
  if (direction === "keep" || baseline === null) return [];
  const gain = target - baseline.value;
  return (towardsOf(idea) === "up" ? gain : -gain) > 0
    ? []
    : blocked("target_not_better", "target");
}

function deadlineBlocks(deadline: LocalDay | null, today: LocalDay): readonly Finding[] {
  if (deadline === null) return blocked("deadline_missing", "deadline");
  if (daysBetween(today, deadline) <= 0) return blocked("deadline_not_ahead", "deadline");
  return daysBetween(addDays(today, farthestDays), deadline) > 0
    ? blocked("deadline_too_far", "deadline")
    : [];
}

/** S2, T1: a deadline needs a look on the way to it. */
const lacksCheckpoint = ({ checkpoints, deadline }: GoalIdea, today: LocalDay): boolean =>
  checkpoints !== undefined &&
  deadline !== null &&
  daysBetween(today, deadline) > shortDays &&
  !checkpoints.some((day) => today < day && day < deadline);

/** How often it is asked is what `survey_cadence` itself measures. */
export const livesOnSurveys = (id: string): boolean =>
  isKpiId(id) && id !== "survey_cadence" && kpiById(id).kinds.every((kind) => kind === "surveys");

/** S2, A1: what discourages is warned of; what was never reached before is worth knowing. */
function ambitionFindings(idea: GoalIdea, today: LocalDay): readonly Finding[] {
  const { kpi, range = rangeOf(kpi.unit), target, baseline, direction, deadline } = idea;
  if (direction !== "reach" || target === null || baseline === null) return [];
  const asked = { baseline: baseline.value, target };
  if (isDiscouraging(ambitionOf(asked, kpi.unit, range), kpi.unit)) {
    return [{ severity: "warn", code: "target_very_ambitious", field: "target" }];
  }
  const { gains = null } = idea;
  const ask = {
    baseline: idea.now ?? baseline.value,
    target,
    unit: kpi.unit,
    towards: towardsOf(idea),
    today,
  };
  return gains !== null && deadline !== null && isBeyondBest({ ...ask, deadline }, gains)
    ? [{ severity: "note", code: "target_beyond_best", field: "target" }]
    : [];
}

function otherWarnings({ kpi, baseline, guardrails, ownedGoals }: GoalIdea): readonly Finding[] {
  const found: Finding[] = [];
  const warn = (code: WarnCode, field: GoalField) => found.push({ severity: "warn", code, field });
  if (baseline === null) warn("baseline_missing", "kpi");
  // S2, S3: R1 and X6.
  const lacking = lackingGuardrail(kpi.id, guardrails);
  if (lacking === "customer") warn("guardrail_missing", "guardrails");
  if (lacking === "any") warn("guardrail_none", "guardrails");
  if (ownedGoals >= manyGoals) warn("owner_of_many", "owner");
  return found;
}

/** S2, X3: answer quicker in one channel first, then add the next. */
const notes = ({ kpi, where }: GoalIdea): readonly Finding[] =>
  kpi.id === "first_response_time" && where !== undefined && where.channel === undefined
    ? [{ severity: "note", code: "one_channel_first", field: "kpi" }]
    : [];

const isBlank = (text: string | null): boolean => text === null || text.trim() === "";
