import { isKpiId, kpiById } from "../src/kpis/index.ts";
import type { End, Kpi } from "../src/kpis/kpi.ts";
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

type Measured = Pick<Goal, "kpi" | "options">;

/** The least and the most it can be, where its definition says so without any records. */
export function knownEnds({ kpi, options }: Measured) {
  if (!isKpiId(kpi)) return null;
  const { ends } = kpiById(kpi).measure(optionsInForce(kpiById(kpi).options, options), { sla: [] });
  const [low, high] = [ends?.low, ends?.high];
  return isKnown(low) && isKnown(high) ? { low, high } : null;
}

const isKnown = (end: End | undefined): end is number | null =>
  end === null || typeof end === "number";

/** Whether less than nothing is a value of it: net churn, where who stays buys more than who leaves. */
export const canBeNegative = (measured: Measured): boolean => {
  const ends = knownEnds(measured);
  return ends !== null && (ends.low === null || ends.low < 0);
};
