import type { Goal } from "../../goals/goal.ts";
import { unitOf } from "../../goals/scale.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { formatQuantity } from "../quantities/format-quantity.ts";
import { sayDay } from "./say-when.ts";

/** `On the way: 75 % by 31 October 2026, 78 % by 30 November 2026.`; nothing of a goal with one target. */
export const stepTexts = (
  goal: Pick<Goal, "kpi" | "options" | "steps">,
  locale: Locale,
  currency?: string,
): readonly string[] =>
  goal.steps.length === 0
    ? []
    : [
        say(locale, (t) => t.goalCoach.steps, {
          steps: goal.steps
            .map(({ target, until }) =>
              say(locale, (t) => t.goalCoach.step, {
                target: formatQuantity(
                  target,
                  unitOf(goal),
                  locale,
                  currency === undefined ? {} : { currency },
                ),
                day: sayDay(until, locale),
              }),
            )
            .join(", "),
        }),
      ];
