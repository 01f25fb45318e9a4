import { partOf } from "../../goals/aim-code.ts";
import type { GoalDraft } from "../../goals/goal.ts";
import { unitOf } from "../../goals/scale.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { sentences } from "../i18n/sentences.ts";
import { formatQuantity } from "../quantities/format-quantity.ts";
import { measuredTitle } from "./measure.ts";
import { sayDay } from "./say-when.ts";

type Told = Pick<
  GoalDraft,
  | "kpi"
  | "where"
  | "options"
  | "direction"
  | "towards"
  | "baseline"
  | "target"
  | "upTo"
  | "outOf"
  | "deadline"
  | "surveyEvery"
>;

/**
 * The goal as one sentence that can be read only one way; `currency` where it is known. One on
 * surveys says how often they are sent: without it a better score could be other people's.
 */
export function goalSentence(goal: Told, locale: Locale, currency?: string): string {
  const { surveyEvery } = goal;
  const sentence = aimSentence(goal, locale, currency);
  if (surveyEvery === undefined) return sentence;
  const frequency = say(locale, (t) => t.goalRules.frequencies[surveyEvery]);
  return sentences([sentence, say(locale, (t) => t.goalRules.surveyLine, { frequency })], locale);
}

function aimSentence(goal: Told, locale: Locale, currency?: string): string {
  const unit = unitOf(goal);
  const style = currency === undefined ? {} : { currency };
  const values = {
    kpi: measuredTitle(goal, locale),
    target: aimText(goal, locale, currency),
    deadline: sayDay(goal.deadline, locale),
  };
  if (goal.upTo !== undefined) return say(locale, (t) => t.goalCoach.keepWithin, values);
  if (goal.direction === "keep") {
    return say(locale, (t) => t.goals.sentence.keep[goal.towards], values);
  }
  if (goal.baseline === null) {
    return say(locale, (t) => t.goals.sentence.first[goal.towards], values);
  }
  return say(locale, (t) => t.goals.sentence.reach[goal.towards], {
    ...values,
    baseline: formatQuantity(goal.baseline.value, unit, locale, {
      ...style,
      sample: goal.baseline.sample,
    }),
  });
}

/** What a goal aims at: `80 %`, `7 of 10`, or both ends of a band, `70 % – 85 %`. */
export function aimText(
  goal: Pick<Told, "kpi" | "options" | "target" | "upTo" | "outOf">,
  locale: Locale,
  currency?: string,
): string {
  const show = (value: number): string =>
    formatQuantity(value, unitOf(goal), locale, currency === undefined ? {} : { currency });
  const count = countText(goal, locale);
  if (count !== null) return count;
  return goal.upTo === undefined ? show(goal.target) : `${show(goal.target)} – ${show(goal.upTo)}`;
}

/** As people type it; null where the target is no whole number of them. */
function countText({ target, outOf }: Pick<Told, "target" | "outOf">, locale: Locale) {
  if (outOf === undefined) return null;
  const part = partOf(target, outOf);
  return part === null
    ? null
    : say(locale, (t) => t.goalLife.ofCount, { part: String(part), whole: String(outOf) });
}
