import { aside } from "../i18n/aside.ts";
import { listed } from "../i18n/listed.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { isKpiId, kpiById } from "../kpis/index.ts";
import type { OptionValue } from "../kpis/options.ts";
import type { ChangedOption } from "../reports/changed-options.ts";

/** `fcr@1, window: 14d (configured)`: the definition, and what in it is not as it comes. */
export const definitionText = (
  definition: string,
  changed: readonly ChangedOption[],
  kpi: string,
  locale: Locale,
): string =>
  listed(
    [
      definition,
      ...changed.map(({ name, value, from }) =>
        aside(
          optionText(kpi, name, value),
          say(locale, (t) => t.explain[from]),
          locale,
        ),
      ),
    ],
    locale,
  );

/** An option as it is typed: `window: 14d`. */
export function optionText(kpi: string, name: string, value: OptionValue): string {
  const spec = isKpiId(kpi) ? new Map(Object.entries(kpiById(kpi).options)).get(name) : undefined;
  if (typeof value === "object") {
    const rules = Object.entries(value).map(([key, rule]: [string, number | readonly number[]]) =>
      typeof rule === "number" ? `${key} ${rule}%` : `${key}: ${rule.join("+")}`,
    );
    return `${name}: ${rules.join("; ")}`;
  }
  const unit = spec?.type === "days" ? "d" : spec?.type === "duration" ? "s" : "";
  return `${name}: ${value}${unit}`;
}
