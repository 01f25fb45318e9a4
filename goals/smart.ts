import type { Kpi } from "../src/kpis/kpi.ts";
import type { Unit } from "../src/quantities/unit.ts";
import { addDays, daysBetween } from "../src/periods/local-day.ts";
import type { LocalDay } from "../src/periods/period.ts";
import type { Baseline, Goal } from "./goal.ts";

/** What a person has said of a goal so far; null where they said nothing that can be used. */
export interface GoalIdea {
  readonly kpi: Pick<Kpi, "id" | "unit" | "better">;
  readonly direction: Goal["direction"];
  readonly target: number | null;
  readonly deadline: LocalDay | null;
  readonly baseline: Baseline | null;
  readonly owner: string | null;
  readonly why: string | null;
  readonly guardrails: readonly string[];
  /** How many running goals the owner has already. */
  readonly ownedGoals: number;
}

/** The field of the form that a finding lands on. */
export type GoalField = "kpi" | "target" | "deadline" | "owner" | "why";

/** A rule that the goal breaks. `block`: not saved so; `warn`: said, and saved all the same. */
export type Finding =
  | { readonly severity: "block"; readonly code: BlockCode; readonly field: GoalField }
  | { readonly severity: "warn"; readonly code: WarnCode; readonly field: GoalField };

export type BlockCode =
  | "target_missing"
  | "target_out_of_range"
  | "target_not_better"
  | "side_unknown"
  | "deadline_missing"
  | "deadline_not_ahead"
  | "deadline_too_far"
  | "owner_missing"
  | "why_missing";

export type WarnCode =
  | "target_very_ambitious"
  | "baseline_missing"
  | "guardrail_missing"
  | "owner_of_many";

/** An improvement of three quarters or more discourages instead of spurring on. */
const ambitiousPercent = 75;
const manyGoals = 5;
const farthestDays = 3 * 366;

/** KPIs that speak of the customer: one of them must watch over a goal that only saves money. */
const customerKpis = [
  "csat",
  "nps",
  "ces",
  "fcr",
  "reopen_rate",
  "service_level",
  "sla_attainment",
];

/** What a figure of the unit can be at all. */
export const rangeOf = (unit: Unit): { readonly low: number; readonly high: number } => {
  switch (unit) {
    case "percent":
      return { low: 0, high: 100 };
    case "points":
      return { low: -100, high: 100 };
    case "seconds":
    case "count":
    case "score":
    case "money":
    case "ratio":
    case "per_hour":
      return { low: 0, high: Number.MAX_SAFE_INTEGER };
  }
};

/** Which way is better: the KPI says, or for a neutral one the side of the baseline the target is on. */
export function towardsOf({ kpi, target, baseline }: GoalIdea): Goal["towards"] {
  if (kpi.better !== "neutral") return kpi.better === "higher" ? "up" : "down";
  return target !== null && baseline !== null && target < baseline.value ? "down" : "up";
}

/** Everything that keeps the idea from being a SMART goal, the blocking findings first. */
export function checkGoal(idea: GoalIdea, today: LocalDay): readonly Finding[] {
  const blocks = [...targetBlocks(idea), ...deadlineBlocks(idea.deadline, today)];
  if (isBlank(idea.owner))
    blocks.push({ severity: "block", code: "owner_missing", field: "owner" });
  if (isBlank(idea.why)) blocks.push({ severity: "block", code: "why_missing", field: "why" });
  return [...blocks, ...warnings(idea)];
}

function targetBlocks(idea: GoalIdea): Finding[] {
  const { kpi, target, baseline, direction } = idea;
  if (target === null || !Number.isFinite(target)) return blocking("target_missing", "target");
  const { low, high } = rangeOf(kpi.unit);
  if (target < low || target > high) return blocking("target_out_of_range", "target");
  // A KPI that is neither better high nor low: only a baseline says which way the target lies.
  if (kpi.better === "neutral" && (direction === "keep" || baseline === null)) {
    return blocking("side_unknown", "target");
  }
  if (direction === "keep" || baseline === null) return [];
  const gain = target - baseline.value;
  return (towardsOf(idea) === "up" ? gain : -gain) > 0
    ? []
    : blocking("target_not_better", "target");
}

function deadlineBlocks(deadline: LocalDay | null, today: LocalDay): Finding[] {
  if (deadline === null) return blocking("deadline_missing", "deadline");
  if (daysBetween(today, deadline) <= 0) return blocking("deadline_not_ahead", "deadline");
  return daysBetween(addDays(today, farthestDays), deadline) > 0
    ? blocking("deadline_too_far", "deadline")
    : [];
}

function warnings({
  kpi,
  target,
  baseline,
  direction,
  guardrails,
  ownedGoals,
}: GoalIdea): Finding[] {
  const found: Finding[] = [];
  const warn = (code: WarnCode, field: GoalField) => found.push({ severity: "warn", code, field });
  if (baseline === null) warn("baseline_missing", "kpi");
  if (direction === "reach" && target !== null && baseline !== null && baseline.value !== 0) {
    const improvement = (100 * Math.abs(target - baseline.value)) / Math.abs(baseline.value);
    if (improvement >= ambitiousPercent) warn("target_very_ambitious", "target");
  }
  const savesMoney = kpi.unit === "money" || kpi.id === "support_cost_ratio";
  if (savesMoney && !guardrails.some((each) => customerKpis.includes(each))) {
    warn("guardrail_missing", "kpi");
  }
  if (ownedGoals >= manyGoals) warn("owner_of_many", "owner");
  return found;
}

const blocking = (code: BlockCode, field: GoalField): Finding[] => [
  { severity: "block", code, field },
];

const isBlank = (text: string | null): boolean => text === null || text.trim() === "";
