import type { Goal } from "../../goals/goal.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { sentences } from "../i18n/sentences.ts";
import { formatQuantity } from "../quantities/format-quantity.ts";

/** How a goal goes on after its deadline, in a sentence. */
export function renewalText(renews: Goal["renews"], locale: Locale): string {
  if (renews === undefined) return say(locale, (t) => t.goalLife.renewal.not);
  const { every, stepPercent } = renews;
  const begins = say(locale, (t) => t.goalLife.renewal.every[every]);
  const target =
    stepPercent === 0
      ? say(locale, (t) => t.goalLife.renewal.kept)
      : say(locale, (t) => t.goalLife.renewal.moved, {
          step: formatQuantity(stepPercent, "percent", locale),
        });
  return sentences([begins, target], locale);
}

/** The same as the history keeps it: `month`, `quarter 5`. */
export function renewalOf(code: string): Goal["renews"] {
  const [every, step = "0"] = code.split(" ");
  return every === "month" || every === "quarter"
    ? { every, stepPercent: Number(step) }
    : undefined;
}
