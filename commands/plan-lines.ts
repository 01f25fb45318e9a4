import { kpiTitle } from "../src/blocks/answer-texts.ts";
import { goalSentence } from "../src/digests/goal-sentence.ts";
import { renewalText } from "../src/digests/renewal-text.ts";
import { sayDay } from "../src/digests/say-when.ts";
import { stepTexts } from "../src/digests/step-texts.ts";
import { listed } from "../src/i18n/listed.ts";
import type { Locale } from "../src/i18n/locale.ts";
import { say } from "../src/i18n/say.ts";
import type { Plan } from "./goal-plan.ts";

/** A goal in the one way it can be read: its sentence, when it is looked at, and what must not get worse. */
export function planLines(
  { draft, present }: Pick<Plan, "draft" | "present">,
  locale: Locale,
): readonly string[] {
  const { checkpoints, guardrails } = draft;
  return [
    goalSentence(draft, locale, present.answer?.currency),
    ...stepTexts(draft, locale, present.answer?.currency),
    ...(checkpoints.length === 0
      ? []
      : [
          say(locale, (t) => t.goals.checkpoints, {
            count: checkpoints.length,
            days: listed(
              checkpoints.map((day) => sayDay(day, locale)),
              locale,
            ),
          }),
        ]),
    ...(guardrails.length === 0
      ? []
      : [
          say(locale, (t) => t.goals.guardrails, {
            kpis: listed(
              guardrails.map((kpi) => kpiTitle(kpi, locale)),
              locale,
            ),
          }),
        ]),
    ...(draft.renews === undefined ? [] : [renewalText(draft.renews, locale)]),
  ];
}
