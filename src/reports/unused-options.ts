import { isDeepStrictEqual } from "node:util";
import type { OptionSpec, OptionValue } from "../kpis/options.ts";
import { planFor, type Plan, type ReportSettings } from "./plan.ts";

/** Options that change nothing as the others stand: tickets have no window for a repeat call. */
export function unusedOptions(
  { id, kpi, options, formula }: Plan,
  settings: ReportSettings,
): readonly string[] {
  const specs: readonly (readonly [string, OptionSpec])[] = Object.entries(kpi.options);
  return specs.flatMap(([name, spec]) => {
    const values = valuesToTry(spec, options[name]);
    const isUnused = values.every((value) =>
      isDeepStrictEqual(planFor(id, { ...options, [name]: value }, settings).formula, formula),
    );
    return values.length > 0 && isUnused ? [name] : [];
  });
}

/** Values that would show in the formula if the option did. */
function valuesToTry(spec: OptionSpec, now: OptionValue | undefined): readonly OptionValue[] {
  switch (spec.type) {
    case "choice":
      return spec.values.filter((value) => value !== now);
    case "days":
    case "duration":
      return typeof now === "number" ? [now + 1] : [];
    case "scores":
      return [];
    case "shares":
      return [{ "": 100 }];
  }
}
