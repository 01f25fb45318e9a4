import type { GoalCard } from "../../../goals/goal.ts";
import { goalNowText } from "../../blocks/goal-now-text.ts";
import { aside } from "../../i18n/aside.ts";
import type { Locale } from "../../i18n/locale.ts";
import { say } from "../../i18n/say.ts";

/** How a goal stands, in a few lines. */
export const cardLines = (card: GoalCard, locale: Locale): readonly string[] => [
  aside(card.sentence, card.id, locale),
  goalNowText(card, locale),
  card.progressText === ""
    ? card.stateText
    : say(locale, (t) => t.goals.card.state, {
        state: card.stateText,
        progress: card.progressText,
      }),
  ...[card.oddsText, card.neededText].filter((text) => text !== ""),
  card.asOfText,
];
