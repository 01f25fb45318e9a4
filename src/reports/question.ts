import type { Segment } from "../kinds/kind.ts";
import type { KpiId } from "../kpis/index.ts";
import type { Filters } from "../kpis/where.ts";
import type { PeriodSpec } from "../periods/period.ts";
import type { PieceUnit } from "../periods/pieces-of.ts";

/** What to compare with; `year-before` is the same period last year. */
export type Versus = PeriodSpec | "target" | "year-before";

/** What `/kpi` was asked, after parsing: every word understood, nothing measured yet. */
export interface Question {
  readonly kpi: KpiId;
  readonly period: PeriodSpec;
  /** At most two. */
  readonly by: readonly Segment[];
  /** Cut into its days, weeks or months: the series are these, instead of the periods before. */
  readonly every: PieceUnit | null;
  readonly where: Filters;
  /** `null`: the period before. */
  readonly versus: Versus | null;
  readonly trend: boolean;
  /** How the counts lie on the hours of the week. */
  readonly heat?: true;
  /** Options as typed, already in the KPI's own units (seconds, days). */
  readonly options: Readonly<Record<string, string | number>>;
}
