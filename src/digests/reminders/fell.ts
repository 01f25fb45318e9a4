import { isRunning } from "../../../goals/is-running.ts";
import { kpiTitle } from "../../blocks/answer-texts.ts";
import { say } from "../../i18n/say.ts";
import { goalCard } from "../goal-cards.ts";
import { standingsOf } from "../goal-standing.ts";
import { cardLines } from "./card-lines.ts";
import { defineReminder, goalOf } from "./reminder.ts";

/** States of a goal that somebody should hear of when it falls into them. */
export const fallen = ["behind", "guardrail_broken"] as const;
export type Fallen = (typeof fallen)[number];

/** What an alert of a goal is kept under: `behind 2026-11-18`. */
export const fellOn = (state: Fallen, day: string): string => `${state} ${day}`;

/** A goal fell behind, or was reached at the cost of a guardrail: its channel or its owner hears of it. */
export const fellAlert = defineReminder({
  name: "fell",
  isNeedless: async ({ about, occurrence }, ports) => {
    const goal = about === null ? null : await ports.goals.find(about);
    if (goal === null || !isRunning(goal)) return true;
    const [standing] = await standingsOf([goal], ports);
    return standing === undefined || !occurrence.startsWith(`${standing.state} `);
  },
  compose: async (delivery, ports) => {
    const { locale, channel, occurrence } = delivery;
    const goal = await goalOf(delivery, ports);
    const { id, kpi } = goal;
    const card = await goalCard(goal, ports, { locale, zone: ports.periods.zone });
    const isBehind = occurrence.startsWith("behind ");
    return {
      locale,
      title: say(locale, (t) => (isBehind ? t.alerts.behind : t.alerts.guardrail), { id }),
      parts: [
        {
          lines: cardLines(card, locale),
          choices: [
            {
              label: say(locale, (t) => t.digestMore.why, { kpi: kpiTitle(kpi, locale) }),
              words: `kpi why ${kpi} last-week`,
            },
            { label: say(locale, (t) => t.goals.show), words: `goal show ${id}` },
            { label: say(locale, (t) => t.goals.checkIn), words: `goal check-in ${id}` },
          ],
        },
      ],
      footer: say(
        locale,
        (t) => (channel === goal.channel ? t.alerts.severe : t.goalLife.becauseOwner),
        { id },
      ),
    };
  },
});
