import type { Goal } from "../../../goals/goal.ts";
import type { Locale } from "../../i18n/locale.ts";
import { sentences } from "../../i18n/sentences.ts";
import type { Kpi } from "../../kpis/kpi.ts";
import type { OptionSpec } from "../../kpis/options.ts";
import { say } from "../../i18n/say.ts";
import { oneOf } from "./read-fields.ts";

/** The first option that the KPI does not have, or not with that value, and what there is instead; null for none. */
export function optionFault(
  specs: Kpi["options"],
  said: Goal["options"],
  locale: Locale,
): string | null {
  const wrong = Object.entries(said).find(([name, value]) => !isUsable(specs[name], value));
  if (wrong === undefined) return null;
  const [name] = wrong;
  const text = say(locale, (t) => t.people.import.unclear, { field: `options.${name}` });
  const spec = specs[name];
  const there = spec === undefined ? namesOf(specs) : valuesOf(spec);
  return there.length === 0 ? text : sentences([text, oneOf(there, locale)], locale);
}

function isUsable(spec: OptionSpec | undefined, value: string | number): boolean {
  if (spec === undefined) return false;
  if (spec.type === "choice") return typeof value === "string" && spec.values.includes(value);
  if (typeof value !== "number" || value < 0) return false;
  return spec.type === "duration" || (spec.type === "days" && value <= spec.most);
}

/** Those that one text or number sets. */
const namesOf = (specs: Kpi["options"]): readonly string[] =>
  Object.entries(specs).flatMap(([name, { type }]) =>
    type === "scores" || type === "shares" ? [] : [`options.${name}`],
  );

/** Any number of seconds will do, so there is nothing to list. */
const valuesOf = (spec: OptionSpec): readonly string[] =>
  spec.type === "choice" ? spec.values : spec.type === "days" ? [`0–${spec.most}`] : [];
