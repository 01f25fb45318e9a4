import { ambitionOf } from "../goals/ambition.ts";
import {
  alternativeTo,
  gapOf,
  monthlySteps,
  type Alternative,
  type Ask,
} from "../goals/alternative.ts";
import { gainsOver, weeksUntil, type Gains } from "../goals/gains.ts";
import { rangeOf, towardsOf, type Finding, type GoalIdea } from "../goals/smart.ts";
import { kpiTitle } from "../src/blocks/answer-texts.ts";
import { sayDay } from "../src/digests/say-when.ts";
import type { Locale } from "../src/i18n/locale.ts";
import { say } from "../src/i18n/say.ts";
import { sentences } from "../src/i18n/sentences.ts";
import type { LocalDay } from "../src/periods/period.ts";
import { formatChange, formatQuantity } from "../src/quantities/format-quantity.ts";
import type { Answer } from "../src/reports/answer.ts";
import type { Unit } from "../src/quantities/unit.ts";
import type { OwnHistory } from "./own-history.ts";

/** What the advice is given from, beside the idea. */
export interface Advising {
  readonly today: LocalDay;
  readonly isWorkday: (day: LocalDay) => boolean;
  readonly history: OwnHistory | null;
  /** Its currency, for money. */
  readonly answer: Pick<Answer, "currency"> | null;
  /** Whether it goes in steps already. */
  readonly isStepped?: boolean;
}

/** What the rules say that do not forbid: why, and what could be done instead. */
export function adviceTexts(
  findings: readonly Finding[],
  severity: "warn" | "note",
  idea: GoalIdea,
  advising: Advising,
  locale: Locale,
): readonly string[] {
  return findings.flatMap((finding) => {
    if (finding.severity !== severity) return [];
    const first =
      finding.severity === "warn"
        ? say(locale, (t) => t.goalRules.warnings[finding.code], { kpi: kpiTitle("csat", locale) })
        : finding.severity === "note"
          ? say(locale, (t) => t.goalRules.notes[finding.code])
          : "";
    const more = finding.field === "target" ? targetAdvice(finding, idea, advising, locale) : [];
    return [sentences([first, ...more], locale)];
  });
}

function targetAdvice(
  { code }: Finding,
  idea: GoalIdea,
  advising: Advising,
  locale: Locale,
): readonly string[] {
  const ask = askOf(idea, advising.today);
  if (ask === null) return [];
  const isWarned = code === "target_very_ambitious";
  return [
    ...(isWarned ? headroomTexts(ask, idea, locale) : []),
    ...alternativeTexts(ask, idea, advising, locale),
    ...(isWarned ? stepTexts(ask, advising, locale) : []),
  ];
}

/** What is asked from today on; null where nothing is: a goal that is edited may be past its target. */
export function askOf(idea: GoalIdea, today: LocalDay): Ask | null {
  const { kpi, baseline, target, deadline } = idea;
  if (baseline === null || target === null || deadline === null) return null;
  const { unit } = kpi;
  const from = idea.now ?? baseline.value;
  const ask = { unit, baseline: from, target, towards: towardsOf(idea), today, deadline };
  return gapOf(ask) > 0 ? ask : null;
}

/** What the best pace so far makes of it; null where it is reached, or nothing is known. */
export function alternativeIn(
  ask: Ask,
  { gains = null, range = rangeOf(ask.unit) }: GoalIdea,
  { history, isWorkday }: Advising,
): Alternative | null {
  const gainsUntil = (day: LocalDay): Gains | null =>
    gainsOver(history?.weeks ?? [], weeksUntil(ask.today, day), ask.towards);
  return gains === null ? null : alternativeTo(ask, gains, { range, isWorkday, gainsUntil });
}

/** Only where it says more than the improvement does: not of what is counted down to nothing. */
function headroomTexts(ask: Ask, { range }: GoalIdea, locale: Locale): readonly string[] {
  const { headroom, relative } = ambitionOf(ask, ask.unit, range ?? rangeOf(ask.unit));
  if (headroom === null || headroom === relative) return [];
  const share = formatQuantity(Math.round(headroom), "percent", locale);
  return [say(locale, (t) => t.goalRules.headroom, { share })];
}

function alternativeTexts(
  ask: Ask,
  idea: GoalIdea,
  advising: Advising,
  locale: Locale,
): readonly string[] {
  const { gains = null } = idea;
  const { history, answer } = advising;
  if (gains === null || history === null) return [];
  const style = styleOf(answer);
  const found = alternativeIn(ask, idea, advising);
  const told = gainsText(gains, history, { unit: ask.unit, ...style }, locale);
  if (found === null) return [told, say(locale, (t) => t.goalRules.reachedBefore)];
  const offered = {
    target: found.target === null ? "" : formatQuantity(found.target, ask.unit, locale, style),
    deadline: found.deadline === null ? "" : sayDay(found.deadline, locale),
  };
  if (found.target === null && found.deadline === null) return [told];
  const which =
    found.target === null ? "tryDeadline" : found.deadline === null ? "tryTarget" : "tryEither";
  return [told, say(locale, (t) => t.goalRules[which], offered)];
}

export const styleOf = (answer: Advising["answer"]) =>
  answer === null ? {} : { currency: answer.currency };

const stepTexts = (ask: Ask, advising: Advising, locale: Locale): readonly string[] => {
  const steps = stepsText(ask, advising, locale);
  return steps === null ? [] : [say(locale, (t) => t.goalRules.steps, { steps })];
};

/** The targets of the months as one types them; null where steps say nothing more. */
export function stepsText(
  ask: Ask,
  { answer, isStepped = false }: Advising,
  locale: Locale,
): string | null {
  const steps = isStepped ? [] : monthlySteps(ask);
  const shown = steps.map((step) => formatQuantity(step, ask.unit, locale, styleOf(answer)));
  return shown.length === 0 ? null : shown.join(", ");
}

/** `Best improvement over 12 weeks since 18 November 2024: 6 pp; typical: 0.5 pp.` */
export function gainsText(
  { weeks, best, typical }: Gains,
  { since }: OwnHistory,
  { unit, currency }: { readonly unit: Unit; readonly currency?: string },
  locale: Locale,
): string {
  const style = currency === undefined ? {} : { currency };
  // A gain is better by definition, so only a loss needs its sign.
  const show = (gain: number): string =>
    formatChange(gain, unit, locale, style).replace(/^\+/u, "");
  const values = { count: weeks, start: sayDay(since, locale) };
  return best <= 0
    ? say(locale, (t) => t.goalRules.gainsNone, values)
    : say(locale, (t) => t.goalRules.gains, {
        ...values,
        best: show(best),
        typical: show(typical),
      });
}
