import type { AnswerHead } from "./answer-head.ts";
import type { Segment } from "../kinds/kind.ts";
import type { Comparison, Remark, SegmentFigure } from "./answer.ts";

/** What a change is made of, along the segments that show it most clearly. */
export interface Why extends AnswerHead {
  readonly comparison: Comparison | null;
  /** Empty where there is no change to explain, or no record names a segment. */
  readonly by: readonly Segment[];
  /** Why it is not split by what was asked for. */
  readonly unsplit: readonly Remark[];
  /**
   * `ratio` and `sum`: the parts add up to the change. `none`: medians, percentiles and distinct
   * counts do not, and have no parts.
   */
  readonly adds: "ratio" | "sum" | "none";
  /** Those that can be told from chance first, then the largest. */
  readonly parts: readonly WhyPart[];
}

export interface WhyPart {
  readonly key: SegmentFigure["key"];
  readonly before: WhySide;
  readonly now: WhySide;
  /** Of the change of the whole, in the KPI's unit: its share of the records moved. */
  readonly mix: number | null;
  /** Its own figure moved. */
  readonly rate: number | null;
  /** Both together; of a count, its difference. */
  readonly total: number | null;
  /** The larger of the two. */
  readonly because: "mix" | "rate" | "count" | null;
  /** Whether that is more than chance makes, all segments that were looked at considered. */
  readonly verdict: "clear" | "chance" | "few" | "unknown";
}

export interface WhySide {
  readonly value: number | null;
  readonly sample: number;
  /** Its part of the denominator, 0–1; null where there is none. */
  readonly share: number | null;
}
