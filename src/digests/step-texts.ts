import type { Goal } from "../../goals/goal.ts";
import { listed } from "../i18n/listed.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { aimText } from "./goal-sentence.ts";
import { sayDay } from "./say-when.ts";

type Stepped = Pick<Goal, "kpi" | "options" | "outOf" | "steps">;

/** `On the way: 75 % by 31 October 2026, 78 % by 30 November 2026.`; nothing of a goal with one target. */
export const stepTexts = (goal: Stepped, locale: Locale, currency?: string): readonly string[] =>
  goal.steps.length === 0
    ? []
    : [say(locale, (t) => t.goalCoach.steps, { steps: stepsText(goal, locale, currency) })];

/** `75 % by 31 October 2026, 78 % by 30 November 2026` */
export const stepsText = (
  { kpi, options, outOf, steps }: Stepped,
  locale: Locale,
  currency?: string,
): string =>
  listed(
    steps.map(({ target, until }) =>
      say(locale, (t) => t.goalCoach.step, {
        target: aimText({ kpi, options, outOf, target }, locale, currency),
        day: sayDay(until, locale),
      }),
    ),
    locale,
  );
