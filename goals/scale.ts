import { isKpiId, kpiById } from "../src/kpis/index.ts";
import type { Kpi } from "../src/kpis/kpi.ts";
import { optionsInForce, type OptionValue } from "../src/kpis/options.ts";
import type { Unit } from "../src/quantities/unit.ts";
import type { Goal } from "./goal.ts";

/** What a KPI is counted in and where better lies, as its options make it: a share within a time is in percent. */
export function scaleOf(
  kpi: Kpi,
  options: Readonly<Record<string, OptionValue>>,
): Pick<Kpi, "id" | "unit" | "better"> {
  const { unit = kpi.unit, better = kpi.better } = kpi.measure(
    optionsInForce(kpi.options, options),
    { sla: [] },
  );
  return { id: kpi.id, unit, better };
}

/** Of a KPI that is no longer on the shelf only the number is left. */
export const unitOf = ({ kpi, options }: Pick<Goal, "kpi" | "options">): Unit =>
  isKpiId(kpi) ? scaleOf(kpiById(kpi), options).unit : "count";
