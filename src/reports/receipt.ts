import type { AnswerHead } from "./answer-head.ts";
import type { Options } from "../kpis/options.ts";
import type { LocalDay } from "../periods/period.ts";
import type { FoundRecords } from "../records/query-records.ts";
import type { Statement } from "../records/record-statements.ts";
import type { Freshness, Remark } from "./answer.ts";
import type { PromisesHeld } from "./promises-held.ts";

/** How one figure was made, so that a reader can check it. */
export interface Receipt extends AnswerHead {
  readonly options: Options;
  readonly weekStarts: string;
  /** The schedules of a calendar that was changed, as far as they were in force within the period. */
  readonly schedules: readonly ScheduleInForce[];
  /** The clock durations are counted by, and the working time in the period, in seconds. */
  readonly clock: "calendar" | "business";
  readonly workingSeconds: number;
  readonly formula: ReceiptFormula;
  /** Of a figure of promises, by what they were judged; null of any other. */
  readonly promises: PromisesHeld | null;
  readonly rows: ReceiptRows;
  readonly sources: readonly ReceiptSource[];
  /** Ids and addresses alone: no names. */
  readonly records: FoundRecords;
  /** As they were sent; the values stand in their order. */
  readonly statements: readonly Statement[];
}

export interface ScheduleInForce {
  /** Null: it was the first. */
  readonly from: LocalDay | null;
  /** The day on which the next one began; null: none has. */
  readonly until: LocalDay | null;
}

export type ReceiptFormula =
  /** Of a card: it has no value. */
  | { readonly take: "none" }
  | {
      readonly take: "ratio";
      readonly times: 1 | 100 | 3_600;
      readonly numerator: readonly ReceiptTerm[];
      readonly denominator: readonly ReceiptTerm[];
    }
  | {
      readonly take: "product";
      readonly times: 1 | 100;
      readonly factors: readonly ReceiptFormula[];
      /** By the length of the period in these. */
      readonly per: "month" | "year" | null;
    }
  | { readonly take: "sum"; readonly terms: readonly ReceiptTerm[] }
  | {
      readonly take: "percentile";
      readonly p: number;
      readonly column: string;
      readonly over: ReceiptTerm;
    };

export interface ReceiptTerm {
  readonly times: 1 | -1;
  /** The name by which ready-made figures may bring it too. */
  readonly input: string;
  /** Null where nobody delivers it, or where it would give people away. */
  readonly value: number | null;
}

export interface ReceiptRows {
  /** Records of its kind in the period that fit the filters; null where the figure is ready-made. */
  readonly inPeriod: number | null;
  readonly used: number;
  readonly leftOut: readonly Remark[];
}

export interface ReceiptSource extends Freshness {
  readonly rows: number;
  /** Rows set aside at the last pull, with the reasons of those that were kept. */
  readonly badRows: number;
  readonly reasons: readonly {
    readonly field: string;
    readonly reason: string;
    readonly count: number;
  }[];
  /** Rows left out by `exclude:`. */
  readonly excluded: number;
}
