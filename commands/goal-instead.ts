import type { Finding, GoalIdea } from "../goals/smart.ts";
import { labelled } from "../src/blocks/answer-texts.ts";
import { sayDay } from "../src/digests/say-when.ts";
import type { Locale } from "../src/i18n/locale.ts";
import { say } from "../src/i18n/say.ts";
import { formatQuantity } from "../src/quantities/format-quantity.ts";
import type { Field, FormValues } from "./command.ts";
import { alternativeIn, askOf, stepsText, styleOf, type Advising } from "./goal-advice.ts";
import { fieldWith } from "./field-with.ts";

/** What the rules offer instead of what is asked, and what it writes into the form. */
export interface Offer {
  readonly id: string;
  readonly label: string;
  readonly values: FormValues;
}

/** What the texts of the advice name, as something to choose; none where they name nothing. */
export function offersOf(
  findings: readonly Finding[],
  idea: GoalIdea,
  advising: Advising,
  locale: Locale,
): readonly Offer[] {
  const isAdvised = findings.some(
    ({ severity, field }) => severity !== "block" && field === "target",
  );
  const ask = isAdvised ? askOf(idea, advising.today) : null;
  if (ask === null) return [];
  const found = alternativeIn(ask, idea, advising);
  const easier = found?.target ?? null;
  const target =
    easier === null ? null : formatQuantity(easier, ask.unit, locale, styleOf(advising.answer));
  const later = found?.deadline ?? null;
  const steps = stepsText(ask, advising, locale);
  // The days to look at it are proposed anew with another deadline.
  return [
    ...(target === null ? [] : [offer("target", target, { target }, locale)]),
    ...(later === null
      ? []
      : [offer("deadline", sayDay(later, locale), { deadline: later, checkpoints: null }, locale)]),
    ...(steps === null ? [] : [offer("steps", steps, { target: steps }, locale)]),
  ];
}

const offer = (
  id: "target" | "deadline" | "steps",
  what: string,
  values: FormValues,
  locale: Locale,
): Offer => ({
  id,
  label:
    id === "steps"
      ? say(locale, (t) => t.goalRules.steps, { steps: what })
      : labelled(
          say(locale, (t) => t.goals.form[id]),
          what,
          locale,
        ),
  values,
});

/** The offers as a choice that takes the place of what was typed. */
export const insteadField = (offers: readonly Offer[], locale: Locale): readonly Field[] =>
  offers.length === 0
    ? []
    : [
        fieldWith({})("instead", {
          label: say(locale, (t) => t.goalRules.instead),
          hint: say(locale, (t) => t.goalRules.insteadHint),
          type: "select",
          choices: offers.map(({ id, label }) => ({ label, value: id })),
          optional: true,
        }),
      ];
