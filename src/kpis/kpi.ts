import type { Localized } from "../i18n/locale.ts";
import type { KindId } from "../kinds/index.ts";
import type { Input, Terms } from "./inputs.ts";

/** `percent` is 0–100, `seconds` a duration, `points` −100…100, `score` a mean on the survey's own scale. */
export type Unit =
  | "percent"
  | "seconds"
  | "count"
  | "points"
  | "score"
  | "money"
  | "ratio"
  | "per_hour";

/** What a person may set, beside the KPI's name or in `goalpost.yml`; the first choice is the default. */
export type OptionSpec =
  | { readonly type: "choice"; readonly values: readonly [string, ...string[]] }
  | { readonly type: "duration"; readonly seconds: number }
  | { readonly type: "days"; readonly days: number; readonly most: number }
  /** Points of a scale → the scores that count, for `csat: { satisfied: { 5: [4, 5] } }`. */
  | { readonly type: "scores"; readonly scores: Readonly<Record<string, readonly number[]>> };

export type OptionValue = string | number | Readonly<Record<string, readonly number[]>>;

/** Every option of a KPI with the value in force. */
export type Options = Readonly<Record<string, OptionValue>>;

/** A number made from inputs: Σ ÷ Σ (times 100 for a percentage), a plain sum, or a percentile of records. */
export type Figure =
  | {
      readonly take: "ratio";
      readonly numerator: Terms;
      readonly denominator: Terms;
      readonly times: 1 | 100;
    }
  | { readonly take: "sum"; readonly terms: Terms }
  /** `p` is 0–1, of a seconds or number column, over the records that `over` counts. */
  | {
      readonly take: "percentile";
      readonly p: number;
      readonly column: string;
      readonly over: Input;
    };

export interface Measure {
  readonly value: Figure;
  /** What the sample size counts: the n that stands beside the value. */
  readonly sample: Terms;
  /** Figures shown beside the value: `mean`, `median`, `p90`, … */
  readonly variants: Readonly<Record<string, Figure>>;
  /** How sure the value is: Wilson for a share, the NPS margin of error, or nothing. */
  readonly interval: "wilson" | "nps" | null;
  /** Counts worth a warning where they are not 0, by the warning's code (`still_waiting`). */
  readonly notes: Readonly<Record<string, Terms>>;
}

/** A service-level promise of `goalpost.yml`, as `sla_attainment` needs it. */
export interface SlaPolicy {
  readonly name: string;
  readonly kpi: string;
  readonly withinSeconds: number;
  readonly priority: readonly string[] | null;
  readonly channel: readonly string[] | null;
  readonly clock: "calendar" | "business";
  /** The share promised, 0–100. */
  readonly share: number;
}

export interface MeasureSettings {
  readonly sla: readonly SlaPolicy[];
}

/** A KPI: names, meaning, formula over inputs. `measure` is pure: options in, plain data out. */
export interface Kpi {
  readonly id: string;
  /** Raised when the default definition changes; an answer names it `fcr@1`. */
  readonly version: number;
  readonly title: Localized;
  /** Other names in any language, matched after folding; (sic) names of the sources included. */
  readonly aliases: readonly string[];
  /** One or two sentences for `/kpi define`: what it says and how it is counted. */
  readonly meaning: Localized;
  readonly formula: Localized;
  readonly unit: Unit;
  readonly better: "higher" | "lower" | "neutral";
  /** The kinds it can be made from. With two, and records of both, the person is asked. */
  readonly kinds: readonly Exclude<KindId, "measures">[];
  readonly options: Readonly<Record<string, OptionSpec>>;
  readonly measure: (options: Options, settings: MeasureSettings) => Measure;
  /** Ids of the KPIs that must not get worse while this one gets better. */
  readonly guardrails: readonly string[];
  /** The goal the sources name, in the KPI's unit; null where they name none. */
  readonly target: number | Readonly<Record<string, number>> | null;
}

export const defineKpi = <const K extends Kpi>(kpi: K): K => kpi;
