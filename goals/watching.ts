import { isKpiId, kpiById } from "../src/kpis/index.ts";
import type { Kpi } from "../src/kpis/kpi.ts";

/** KPIs that speak of the customer: one of them must watch over a goal that only makes it cheaper or quicker. */
const customerKpis: readonly string[] = [
  "csat",
  "nps",
  "ces",
  "fcr",
  "reopen_rate",
  "service_level",
  "sla_attainment",
  "abandonment_rate",
  "customer_churn_rate",
  "customer_retention_rate",
];

/** They save work where their unit does not tell it. */
const savingKpis: readonly string[] = [
  "support_cost_ratio",
  "calls_per_hour",
  "automation_rate",
  "self_service_rate",
];

/** What time it takes to ask is no speed. */
const slowKpis: readonly string[] = ["survey_cadence"];

/** Whether a goal of the KPI is one of cost or speed alone: by its unit in the catalogue, whatever option it is read with. */
function isCostOrSpeed(id: string): boolean {
  if (!isKpiId(id)) return false;
  const { unit, better }: Kpi = kpiById(id);
  const isLess = better === "lower" && (unit === "money" || unit === "seconds");
  return savingKpis.includes(id) || (isLess && !slowKpis.includes(id));
}

/**
 * What the guardrails of a goal lack: one that speaks of the customer, where it is of cost or speed
 * alone, or any at all. The KPI itself watches over nothing.
 */
export function lackingGuardrail(
  kpi: string,
  guardrails: readonly string[],
): "customer" | "any" | null {
  const others = guardrails.filter((each) => each !== kpi);
  if (isCostOrSpeed(kpi)) {
    return others.some((each) => customerKpis.includes(each)) ? null : "customer";
  }
  return others.length === 0 ? "any" : null;
}
