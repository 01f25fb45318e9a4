import { aside } from "../../i18n/aside.ts";
import { say } from "../../i18n/say.ts";
import { goalCard } from "../goal-cards.ts";
import { goalSentence } from "../goal-sentence.ts";
import { defineReminder, goalOf } from "./reminder.ts";

/** A goal went on after its deadline: its owner hears how the last one ended and what begins. */
export const renewedReminder = defineReminder({
  name: "renewed",
  isNoticed: true,
  isNeedless: async ({ about, channel: person }, { goals }) => {
    const goal = about === null ? null : await goals.find(about);
    return goal === null || goal.archived || goal.owner !== person;
  },
  compose: async (delivery, ports) => {
    const { locale, occurrence: beforeId } = delivery;
    const goal = await goalOf(delivery, ports);
    const { id } = goal;
    const before = await ports.goals.find(beforeId);
    const ended =
      before === null ? null : await goalCard(before, ports, { locale, zone: ports.periods.zone });
    return {
      locale,
      title: say(locale, (t) => t.goalLife.renewal.title, { id, before: beforeId }),
      parts: [
        {
          lines: [
            ...(ended === null
              ? []
              : [
                  say(locale, (t) => t.goalLife.renewal.ended, {
                    id: beforeId,
                    state: ended.stateText,
                    value: ended.valueText,
                  }),
                ]),
            aside(goalSentence(goal, locale), id, locale),
          ],
          choices: [
            { label: say(locale, (t) => t.goals.show), words: `goal show ${id}` },
            { label: say(locale, (t) => t.goals.edit), words: `goal edit ${id}` },
            {
              label: say(locale, (t) => t.goalLife.renewal.choices.no),
              words: `goal renew ${id} no`,
            },
          ],
        },
      ],
      footer: say(locale, (t) => t.goalLife.renewal.because, { id }),
    };
  },
});
