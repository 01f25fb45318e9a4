import { isDeepStrictEqual } from "node:util";
import { defaultOf, type OptionSpec, type OptionValue } from "../kpis/options.ts";
import type { Plan, ReportSettings } from "./plan.ts";

/** An option of a definition that is not as the KPI has it by itself. */
export interface ChangedOption {
  readonly name: string;
  readonly value: OptionValue;
  /** `configured` in goalpost.yml, or `asked` with the question, which wins. */
  readonly from: "configured" | "asked";
}

/** What makes this definition another than the default one. */
export function changedOptions(
  { id, kpi, options }: Plan,
  asked: Readonly<Record<string, OptionValue>>,
  settings: ReportSettings,
): readonly ChangedOption[] {
  const configured = settings.options[id] ?? {};
  const specs: readonly (readonly [string, OptionSpec])[] = Object.entries(kpi.options);
  return specs.flatMap(([name, spec]): readonly ChangedOption[] => {
    const value = options[name];
    if (value === undefined || isDeepStrictEqual(value, defaultOf(spec))) return [];
    if (asked[name] !== undefined) return [{ name, value, from: "asked" }];
    return configured[name] === undefined ? [] : [{ name, value, from: "configured" }];
  });
}
