import { hasCheckedIn, isOpen } from "../../../goals/reminders.ts";
import { say } from "../../i18n/say.ts";
import { isLocalDay, localDay } from "../../periods/local-day.ts";
import { goalCard } from "../goal-cards.ts";
import { sayDay } from "../say-when.ts";
import { cardLines } from "./card-lines.ts";
import { defineReminder, goalOf } from "./reminder.ts";

/** A checkpoint is near: its owner, and who else is asked, are asked how it goes. */
export const checkpointReminder = defineReminder({
  name: "checkpoint",
  isNeedless: async (delivery, { goals, clock, periods }) => {
    const { occurrence, channel: person, about } = delivery;
    const goal = about === null ? null : await goals.find(about);
    if (goal === null || !isLocalDay(occurrence)) return true;
    const isAsked = goal.owner === person || goal.checkpointOwners.includes(person);
    const today = localDay(clock.now(), periods.zone);
    const stands = isAsked && goal.checkpoints.includes(occurrence) && isOpen(goal, today);
    return !stands || hasCheckedIn(goal, occurrence, periods.zone, person);
  },
  compose: async (delivery, ports) => {
    const { locale, channel: person } = delivery;
    const goal = await goalOf(delivery, ports);
    const card = await goalCard(goal, ports, { locale, zone: ports.periods.zone });
    const day = isLocalDay(delivery.occurrence)
      ? sayDay(delivery.occurrence, locale)
      : delivery.occurrence;
    const { id } = goal;
    return {
      locale,
      title: say(locale, (t) => t.goalLife.checkpointTitle, { day }),
      parts: [
        {
          lines: cardLines(card, locale),
          choices: [
            { label: say(locale, (t) => t.goals.checkIn), words: `goal check-in ${id}` },
            { label: say(locale, (t) => t.goals.show), words: `goal show ${id}` },
          ],
        },
      ],
      footer: say(
        locale,
        (t) => (goal.owner === person ? t.goalLife.becauseOwner : t.goalLife.becauseAsked),
        { id },
      ),
    };
  },
});
