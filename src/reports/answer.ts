import type { Segment } from "../kinds/kind.ts";
import type { KpiId } from "../kpis/index.ts";
import type { Unit } from "../quantities/unit.ts";
import type { Filters } from "../kpis/where.ts";
import type { ChangedOption } from "./changed-options.ts";

/**
 * A KPI answer. Percent is 0–100, durations are seconds, `null` is no data and numbers are unrounded.
 * `--json` prints of it what scripts hold on to, in this order and with every key.
 */
export interface Answer {
  readonly kpi: KpiId;
  /** `fcr@1`: the id and the version of the definition. */
  readonly definition: string;
  readonly period: AnswerPeriod;
  readonly where: Filters;
  readonly value: number | null;
  readonly unit: Unit;
  /** Of money, ISO 4217; not in the printed object, whose keys scripts hold on to. */
  readonly currency: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly sample: number;
  readonly variants: Readonly<Record<string, number | null>>;
  readonly interval: Interval | null;
  /** Why there is no value. */
  readonly reason: Remark | null;
  readonly comparison: Comparison | null;
  readonly target: TargetCheck | null;
  readonly guardrails: readonly GuardrailCheck[];
  /** Of all who may be named; `other` says how many of them people see by themselves. */
  readonly segments: readonly SegmentFigure[];
  readonly other: OtherFigure | null;
  /** The periods that end with this one, or the pieces of it that were asked for; oldest first. */
  readonly series: readonly SeriesPoint[];
  readonly freshness: readonly Freshness[];
  readonly warnings: readonly Remark[];
  /** The 168 hours of a week from Monday 00:00, where they were asked for. */
  readonly heat?: readonly HeatHour[];
  /** The least and the most it can be, where not its unit but the definition or the records say so; not printed. */
  readonly ends?: Ends;
  /** What in the definition is not as the KPI has it by itself; not printed, absent where nothing is. */
  readonly changed?: readonly ChangedOption[];
  /** Options asked for that change nothing; not printed. */
  readonly unused?: readonly string[];
}

/** Null: there is no end, or nobody knows it. */
export interface Ends {
  readonly low: number | null;
  readonly high: number | null;
}

/** An hour of the week on the workspace's clock. */
export interface HeatHour {
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
  /** 0 to 23. */
  readonly hour: number;
  readonly count: number;
  /** How many such hours the period had. */
  readonly hours: number;
}

export interface AnswerPeriod {
  readonly label: string;
  readonly from: Date;
  readonly to: Date;
  readonly zone: string;
  readonly complete: boolean;
}

export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly level: 0.95;
}

/** Something worth saying, as a code for programs and a sentence for people. */
export interface Remark {
  readonly code: string;
  readonly text: string;
}

export interface Comparison {
  readonly period: AnswerPeriod;
  readonly value: number | null;
  /** Absolute, in the KPI's unit. */
  readonly change: number | null;
  /** `noise`: the change is smaller than chance would make it. `null`: nothing to judge. */
  readonly verdict: "better" | "worse" | "same" | "noise" | null;
}

export interface TargetCheck {
  readonly value: number;
  /** `config` from goalpost.yml, `goal` from a goal, `default` from the KPI's source. */
  readonly from: "config" | "goal" | "default";
  readonly gap: number | null;
  readonly verdict: "met" | "missed" | null;
}

export interface GuardrailCheck {
  readonly kpi: KpiId;
  readonly value: number | null;
  readonly unit: Unit;
  readonly verdict: "better" | "worse" | "same" | "noise" | null;
}

export interface SegmentFigure {
  readonly key: Readonly<Partial<Record<Segment, string | null>>>;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly sample: number;
  readonly variants: Readonly<Record<string, number | null>>;
  readonly interval: Interval | null;
  /** Among agents, 1 is best; shared where chance could make the difference; none elsewhere. */
  readonly rank?: number;
  /** Its channel's own, where targets are set by channel; drawn, and no part of `--json`. */
  readonly target?: number;
}

/** The segments behind the first `after`, with the agents who opted out, measured as one. */
export interface OtherFigure extends Omit<SegmentFigure, "key" | "rank" | "target"> {
  readonly after: number;
  /** How many it is made of. */
  readonly groups: number;
}

export interface SeriesPoint {
  readonly from: Date;
  readonly to: Date;
  readonly value: number | null;
  readonly sample: number;
}

/** How far a source's data reaches. `late`: a pull failed or was missed; `stale`: not current any more. */
export interface Freshness {
  readonly source: string;
  readonly asOf: Date | null;
  readonly state: "fresh" | "late" | "stale";
}
