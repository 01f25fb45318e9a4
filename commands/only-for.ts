import { kpiById, type KpiId } from "../src/kpis/index.ts";
import { questionOptions } from "../src/reports/question-options.ts";
import type { Question } from "../src/reports/question.ts";
import { parseKpiWords } from "./words.ts";

/** The part of the desk a goal or a digest speaks of, and options of its KPI. */
export type OnlyFor = Pick<Question, "where" | "options">;

/** Reads `channel:email not team:Billing kind:calls` by the grammar of `/kpi`; null for anything else. */
export function parseOnlyFor(kpi: KpiId, text: string | null): OnlyFor | null {
  const asked = parseKpiWords(`${kpi} ${text ?? ""}`);
  if (asked.kind !== "question") return null;
  const { by, where, versus, trend, heat, options, period } = asked.question;
  const isDefault = period.kind === "last" && period.unit === "week";
  if (!isDefault || by.length > 0 || versus !== null || trend || heat) return null;
  if (Object.keys(questionOptions).some((name) => name in options)) return null;
  return where.agent === undefined ? { where, options } : null;
}

/** Goals and digests go by the week, and S0 judges people over months: they are for teams. */
export function namesAgents(kpi: KpiId, text: string | null): boolean {
  const asked = parseKpiWords(`${kpi} ${text ?? ""}`);
  return asked.kind === "question" && asked.question.where.agent !== undefined;
}

/**
 * The KPI that a name in any language means; null where there is none, or more than one, or where the
 * name is that of a KPI with an option: GRR alone would be taken for the churn it is the rest of.
 */
export function kpiNamed(text: string | null): KpiId | null {
  const asked = parseKpiWords(text ?? "");
  if (asked.kind !== "question") return null;
  const { kpi, options } = asked.question;
  const isNameOfMore = kpiById(kpi).named?.some(
    ({ option, value }) => options[option] === value && !(text ?? "").includes(":"),
  );
  return isNameOfMore === true ? null : kpi;
}
