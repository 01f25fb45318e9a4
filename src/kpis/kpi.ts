import type { Localized } from "../i18n/locale.ts";
import type { Segment } from "../kinds/kind.ts";
import type { Unit } from "../quantities/unit.ts";
import type { Input, RecordKindId, Terms } from "./inputs.ts";
import type { Options, OptionSpec, OptionValue } from "./options.ts";

/** Σ ÷ Σ, times 100 for a percentage. */
export interface Ratio {
  readonly take: "ratio";
  readonly numerator: Terms;
  readonly denominator: Terms;
  /** 3,600 where seconds are divided by and an hour is meant. */
  readonly times: 1 | 100 | 3_600;
  /** Only where this count is 1: scores of two scales have no common mean. */
  readonly onlyOne?: Input;
  /** No value where none is `known` and some are `unknown`: what nobody wrote down is not 0. */
  readonly blind?: Blind;
}

/** A number made from inputs: a ratio, a plain sum, a percentile of records, or a product of ratios. */
export type Figure =
  | Ratio
  | { readonly take: "sum"; readonly terms: Terms; readonly blind?: Blind }
  /** Of a card: it has no value. */
  | { readonly take: "none" }
  /** `p` is 0–1, of a seconds or number column, over the records that `over` counts. */
  | {
      readonly take: "percentile";
      readonly p: number;
      readonly column: string;
      readonly over: Input;
    }
  | {
      readonly take: "product";
      readonly factors: readonly Ratio[];
      readonly times: 1 | 100;
      /** Divided by the length of the period: what happened in it becomes what happens in a year. */
      readonly per?: "month" | "year";
    };

export interface Blind {
  readonly known: Input;
  readonly unknown: Input;
}

export interface Measure {
  readonly value: Figure;
  /** Where an option changes what is measured: the mean of a share is a score. */
  readonly unit?: Unit;
  /** Where an option turns the figure over: what is left instead of what is lost. */
  readonly better?: Kpi["better"];
  /** What the sample size counts: the n that stands beside the value. */
  readonly sample: Terms;
  /** Figures shown beside the value: `mean`, `median`, `p90`, … */
  readonly variants: Readonly<Record<string, Figure>>;
  /**
   * How sure the value is: Wilson for a share, the NPS margin of error, `again` for how often the
   * same came on average, a mean's by its spread, or nothing.
   */
  readonly interval: "wilson" | "nps" | "again" | { readonly spread: Input } | null;
  /** Counts worth a warning where they are not 0. */
  readonly notes: Readonly<Partial<Record<NoteCode, Terms>>>;
  /** Days that must pass until the value stands: a repeat call can still come. */
  readonly settlesAfterDays?: number;
  /** A shorter period shows too few of those it speaks of. */
  readonly fewestMonths?: number;
  /** It is watched by the month: the rate of another stretch of time stands beside no month's. */
  readonly isMonthly?: true;
  /** It counts all that there are rather than some of many: that they are few leaves nothing to chance. */
  readonly isWhole?: true;
  /** Of a card: the measures of the KPIs it shows, by their ids. */
  readonly parts?: Readonly<Record<string, Measure>>;
  /** The least and the most it can be, where its unit does not say so. */
  readonly ends?: { readonly low: End; readonly high: End };
  /** Why there is no value where the denominator is 0 and this note is not. */
  readonly missing?: MissingCode;
  /** Of a share of promises: the rules it is made of, each with the share it promised. */
  readonly promises?: readonly Promised[];
}

/** What one rule of `sla:` came to, and the share it promised (0–100) from when until when. */
export interface Promised {
  readonly name: string;
  readonly kept: Input;
  readonly broken: Input;
  readonly shares: readonly {
    readonly from: Date | null;
    readonly until: Date | null;
    readonly share: number;
  }[];
}

/** A number, a figure of the records where they say it, or null: there is no end. */
export type End = number | Figure | null;

export const noteCodes = [
  "still_waiting",
  "mentions_waiting",
  "still_onboarding",
  "solved_without_reply",
  "abandons_without_wait",
  "incomplete_records",
  "without_customer",
  "unmapped_scale",
  "direction_unknown",
  "thanked_later",
  "rated_again",
  "notices_open",
] as const;

export type NoteCode = (typeof noteCodes)[number];

export type MissingCode = Extract<
  NoteCode,
  "incomplete_records" | "without_customer" | "unmapped_scale" | "direction_unknown"
>;

/** A service-level promise of `goalpost.yml`, as `sla_attainment` needs it. */
export interface SlaPolicy {
  /** Several of one name are its versions. */
  readonly name: string;
  /** Of the records whose clock began then or later, until the next version; null: all before that. */
  readonly from: Date | null;
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
  /** Options of other KPIs, as a card that shows them needs them. */
  readonly options?: Readonly<
    Record<string, Readonly<Record<string, OptionValue | undefined>> | undefined>
  >;
}

export interface NamedOption {
  readonly option: string;
  readonly value: string;
  readonly names: readonly string[];
}

/** A KPI: names, meaning, formula over inputs. `measure` is pure: options in, plain data out. */
export interface Kpi {
  readonly id: string;
  /** Raised when the default definition changes; an answer names it `fcr@1`. */
  readonly version: number;
  readonly title: Localized;
  /** Other names in any language, matched after folding; (sic) names of the sources included. */
  readonly aliases: readonly string[];
  /** Names of the figure that it is with one option set: GRR is revenue churn turned over. */
  readonly named?: readonly NamedOption[];
  /** One or two sentences for `/kpi define`: what it says and how it is counted. */
  readonly meaning: Localized;
  readonly formula: Localized;
  readonly unit: Unit;
  readonly better: "higher" | "lower" | "neutral";
  /** The kinds it can be made from. With two, and records of both, the person is asked. */
  readonly kinds: readonly RecordKindId[];
  /** Kinds it needs beside one of those, by default or by an option. */
  readonly beside?: readonly RecordKindId[];
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** Ids of the KPIs that it shows side by side instead of a value. */
  readonly card?: readonly string[];
  /** It is always split by this. */
  readonly by?: Segment;
  readonly measure: (options: Options, settings: MeasureSettings) => Measure;
  /** Options of which the first may not be larger than the second. */
  readonly notAbove?: readonly [string, string];
  /** A value of one option that says nothing while another is not set. */
  readonly needs?: { readonly option: string; readonly is: string; readonly other: string };
  /** Ids of the KPIs that must not get worse while this one gets better. */
  readonly guardrails: readonly string[];
  /** The goal the sources name, in the KPI's unit, for all or by channel; null where they name none. */
  readonly target: number | Readonly<Record<string, number>> | null;
  /** Values over fewer records are withheld: an anonymous survey must stay anonymous. */
  readonly fewest?: number;
}

export const defineKpi = <const K extends Kpi>(kpi: K): K => kpi;
