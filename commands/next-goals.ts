import { kpiTitle } from "../src/blocks/answer-texts.ts";
import { listed } from "../src/i18n/listed.ts";
import type { Locale } from "../src/i18n/locale.ts";
import { say } from "../src/i18n/say.ts";
import { isKpiId, type KpiId } from "../src/kpis/index.ts";
import { kpiParts } from "./named-kpis.ts";
import { kpiNamed } from "./only-for.ts";

/** S2: one goal measures one thing. What else was named becomes a goal of its own, right after. */
export interface NextGoal {
  readonly kpi: KpiId;
  /** As it was typed; empty where nothing was. */
  readonly target: string;
}

/** As a form carries them from one goal to the next. */
export const writeNext = (goals: readonly NextGoal[]): string =>
  goals.map(({ kpi, target }) => `${kpi}=${target.replaceAll("|", " ")}`).join("|");

/** What is no KPI any more, or was written by nobody here, is left out. */
export const readNext = (text: string | null): readonly NextGoal[] =>
  (text ?? "").split("|").flatMap((each) => {
    const at = each.indexOf("=");
    const kpi = each.slice(0, Math.max(0, at));
    return isKpiId(kpi) ? [{ kpi, target: each.slice(at + 1) }] : [];
  });

/** `80 % and CSAT 90 %`: the target of the form's own KPI, and the goals that stand beside it. */
export function splitTargets(
  own: KpiId | null,
  text: string,
): { readonly target: string; readonly next: readonly NextGoal[] } {
  const parts = kpiParts(text).map((part) => {
    const words = [part, ...part.split(/\s+/u)];
    const name = words.find((each) => kpiNamed(each) !== null);
    return {
      kpi: kpiNamed(name ?? null),
      target: (name === undefined ? part : part.replace(name, "")).trim(),
    };
  });
  const next = parts.flatMap(({ kpi, target }) =>
    kpi === null || kpi === own ? [] : [{ kpi, target }],
  );
  if (own === null || next.length === 0) return { target: text, next: [] };
  const targets = parts.flatMap(({ kpi, target }) => (kpi === null || kpi === own ? target : []));
  return { target: targets.filter((each) => each !== "").join(", "), next };
}

/** That they are several, each with a form of its own; nothing where there is one. */
export const severalText = (
  own: KpiId | null,
  next: readonly NextGoal[],
  locale: Locale,
): readonly string[] =>
  own === null || next.length === 0
    ? []
    : [
        say(locale, (t) => t.goals.errors.two, {
          kpis: listed(
            [own, ...next.map(({ kpi }) => kpi)].map((kpi) => kpiTitle(kpi, locale)),
            locale,
          ),
        }),
      ];
