import type { KpiId } from "../kpis/index.ts";
import type { Filters } from "../kpis/where.ts";
import type { Unit } from "../quantities/unit.ts";
import type { FoundRecords } from "../records/query-records.ts";
import type { AnswerPeriod, Remark, SegmentFigure } from "./answer.ts";
import type { Pareto } from "./pareto.ts";
import type { ChangedOption } from "./changed-options.ts";

/**
 * What lies behind a figure, the worst first. `against`: the records that keep a share from being
 * better; `largest`, `smallest`: by their duration or score; `oldest`: of what is still open;
 * `segments`: where a plain count has no better or worse record, what most of it is about.
 */
export type Ranking = "against" | "largest" | "smallest" | "oldest" | "segments";

export interface Top {
  readonly kpi: KpiId;
  readonly definition: string;
  readonly changed: readonly ChangedOption[];
  readonly period: AnswerPeriod;
  readonly where: Filters;
  readonly value: number | null;
  readonly unit: Unit;
  /** Of money. */
  readonly currency: string;
  readonly sample: number;
  readonly reason: Remark | null;
  readonly ranking: Ranking;
  readonly records: FoundRecords;
  readonly segments: readonly SegmentFigure[];
  /** Of a plain count; null of anything else. */
  readonly pareto: Pareto | null;
}
