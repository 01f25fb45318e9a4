import type { Answer } from "./answer.ts";
import type { ChangedOption } from "./changed-options.ts";

/** What an answer says of the figure itself: every other view of it begins with that. */
export interface AnswerHead extends Pick<
  Answer,
  "kpi" | "definition" | "period" | "where" | "value" | "unit" | "currency" | "sample" | "reason"
> {
  readonly changed: readonly ChangedOption[];
}

export const headOf = ({
  kpi,
  definition,
  changed = [],
  period,
  where,
  value,
  unit,
  currency,
  sample,
  reason,
}: Answer): AnswerHead => ({
  kpi,
  definition,
  changed,
  period,
  where,
  value,
  unit,
  currency,
  sample,
  reason,
});
