import type { Kpi, Measure, MeasureSettings } from "./kpi.ts";
import { optionsInForce, type Options } from "./options.ts";

/**
 * Several KPIs side by side and no value of its own: one score would hide in what they differ. Each
 * is counted as when it is asked alone, from the kind of records the card was asked for. Its sample
 * is that of the one that counts the work done: any other may lack its records.
 */
export function card(
  shown: readonly Kpi[],
  work: Kpi,
  { kind = "" }: Options,
  settings: MeasureSettings,
): Measure {
  const partOf = ({ id, options, measure }: Kpi) => {
    const said = options["kind"] === undefined ? {} : { kind };
    return measure(optionsInForce(options, said, settings.options?.[id]), settings);
  };
  const parts = Object.fromEntries(shown.map((kpi) => [kpi.id, partOf(kpi)]));
  return {
    value: { take: "none" },
    sample: partOf(work).sample,
    variants: {},
    interval: null,
    notes: {},
    parts,
  };
}

/** Whether a KPI has no value of its own, so that there is nothing to aim at. */
export const isCard = (kpi: Kpi): boolean => kpi.card !== undefined;
