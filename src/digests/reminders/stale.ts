import { freshnessText } from "../../blocks/answer-texts.ts";
import { say } from "../../i18n/say.ts";
import { defineReminder, type RemindedOf, type ReminderPorts } from "./reminder.ts";

/** What an alert of a source is kept under: `phones 2026-11-18`. */
export const staleOn = (source: string, day: string): string => `${source} ${day}`;

/** The data of a source are no longer current: whoever looks after Goalpost hears of it. */
export const staleAlert = defineReminder({
  name: "stale",
  isNeedless: async (delivery, ports) => (await staleSource(delivery, ports)) === null,
  compose: async (delivery, ports) => {
    const { locale } = delivery;
    const found = await staleSource(delivery, ports);
    if (found === null) throw new Error(`${delivery.id} is about a source that is current`);
    return {
      locale,
      title: say(locale, (t) => t.alerts.stale, { source: found.source }),
      parts: [
        {
          lines: [
            freshnessText(found, locale, ports.periods.zone),
            say(locale, (t) => t.alerts.marked),
          ],
          choices: [],
        },
      ],
      footer: say(locale, (t) => t.alerts.keeper),
    };
  },
});

const dayLength = "2026-11-18".length;

async function staleSource({ occurrence }: RemindedOf, { freshness }: ReminderPorts) {
  const sources = await freshness();
  const found = sources.find(
    ({ source, state }) =>
      state === "stale" && staleOn(source, occurrence.slice(-dayLength)) === occurrence,
  );
  return found ?? null;
}
