import type { Goal } from "../goals/goal.ts";
import type { Locale } from "../src/i18n/locale.ts";
import { say } from "../src/i18n/say.ts";
import type { Field, FormValues } from "./command.ts";
import { fieldWith } from "./field-with.ts";

const everies = ["no", "month", "quarter"] as const;

/** Whether the goal ends with its deadline, or begins anew; a step each time is said with words. */
export const renewsField = (values: FormValues, locale: Locale): Field =>
  fieldWith({ renews: "no", ...values })("renews", {
    label: say(locale, (t) => t.goalLife.renewal.field),
    type: "select",
    choices: everies.map((value) => ({
      label: say(locale, (t) => t.goalLife.renewal.choices[value]),
      value,
    })),
  });

export function renewsOf({ renews = null }: FormValues): Pick<Goal, "renews"> {
  return renews === "month" || renews === "quarter"
    ? { renews: { every: renews, stepPercent: 0 } }
    : {};
}
