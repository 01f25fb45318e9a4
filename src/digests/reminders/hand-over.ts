import { say } from "../../i18n/say.ts";
import { goalSentence } from "../goal-sentence.ts";
import { defineReminder, goalOf } from "./reminder.ts";

/** The owner of a goal left: somebody who knows of it is asked to take it over. */
export const handOverReminder = defineReminder({
  name: "hand-over",
  isNoticed: true,
  isNeedless: async ({ about, occurrence: gone }, { goals }) => {
    const goal = about === null ? null : await goals.find(about);
    return goal === null || goal.archived || goal.owner !== gone;
  },
  compose: async (delivery, ports) => {
    const { locale } = delivery;
    const goal = await goalOf(delivery, ports);
    const { id } = goal;
    return {
      locale,
      title: say(locale, (t) => t.goalLife.handOver.title, { id }),
      parts: [
        {
          lines: [goalSentence(goal, locale), say(locale, (t) => t.goalLife.handOver.asked)],
          person: { label: say(locale, (t) => t.goalLife.handOver.until), id: goal.owner },
          choices: [
            {
              label: say(locale, (t) => t.goalLife.handOver.button),
              words: `goal take-over ${id}`,
            },
            { label: say(locale, (t) => t.goals.show), words: `goal show ${id}` },
            { label: say(locale, (t) => t.goals.steps.archive), words: `goal archive ${id}` },
          ],
        },
      ],
      footer: say(locale, (t) => t.goalLife.handOver.because),
    };
  },
});
