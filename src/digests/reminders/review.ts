import type { Goal } from "../../../goals/goal.ts";
import { wentOnAs } from "../../../goals/renew.ts";
import { reviewReasonOf, type ReviewReason } from "../../../goals/reviews.ts";
import { aside } from "../../i18n/aside.ts";
import type { Locale } from "../../i18n/locale.ts";
import { say } from "../../i18n/say.ts";
import { localDay } from "../../periods/local-day.ts";
import { goalSentence } from "../goal-sentence.ts";
import { defineReminder, type RemindedOf, type ReminderPorts } from "./reminder.ts";

/** A quarter begins: the owner of goals looks at those that are over, silent or long under way. */
export const reviewReminder = defineReminder({
  name: "review",
  isNeedless: async (delivery, ports) => (await goalsToReview(delivery, ports)).length === 0,
  compose: async (delivery, ports) => {
    const { locale, occurrence } = delivery;
    const goals = await goalsToReview(delivery, ports);
    return {
      locale,
      title: say(locale, (t) => t.goalLife.review.title, { count: goals.length }),
      parts: goals.map(({ goal, reason }) => ({
        lines: [
          aside(goalSentence(goal, locale), goal.id, locale),
          say(locale, (t) => t.goalLife.review.reasons[reason], { next: wentOnAs(goal) ?? "" }),
        ],
        choices: choicesOf(goal, reason, locale),
      })),
      footer: say(locale, (t) => t.goalLife.review.because, { quarter: occurrence.toUpperCase() }),
    };
  },
});

async function goalsToReview(
  { channel: owner }: RemindedOf,
  { goals, clock, periods }: ReminderPorts,
) {
  const today = localDay(clock.now(), periods.zone);
  return (await goals.list()).flatMap((goal) => {
    const reason = goal.owner === owner ? reviewReasonOf(goal, today) : null;
    return reason === null ? [] : [{ goal, reason }];
  });
}

/** One that is over is put away or goes on; of one that runs the aim is looked at. */
function choicesOf(goal: Goal, reason: ReviewReason, locale: Locale) {
  const { id } = goal;
  const archive = {
    label: say(locale, (t) => t.goals.steps.archive),
    words: `goal archive ${id}`,
  };
  const renew = {
    label: say(locale, (t) => t.goalLife.renewal.button),
    words: `goal renew ${id}`,
  };
  const edit = { label: say(locale, (t) => t.goals.edit), words: `goal edit ${id}` };
  if (reason === "went_on") return [archive];
  return reason === "over" ? [archive, renew] : [edit, archive];
}
