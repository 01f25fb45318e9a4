import type { AnswerHead } from "./answer-head.ts";
import type { FoundRecords } from "../records/query-records.ts";
import type { SegmentFigure } from "./answer.ts";
import type { Pareto } from "./pareto.ts";

/**
 * What lies behind a figure, the worst first. `against`: the records that keep a share from being
 * better; `largest`, `smallest`: by their duration or score; `oldest`: of what is still open;
 * `segments`: where a plain count has no better or worse record, what most of it is about.
 */
export type Ranking = "against" | "largest" | "smallest" | "oldest" | "segments";

export interface Top extends AnswerHead {
  readonly ranking: Ranking;
  readonly records: FoundRecords;
  readonly segments: readonly SegmentFigure[];
  /** Of a plain count; null of anything else. */
  readonly pareto: Pareto | null;
}
