import type { GoalCard } from "../../goals/goal.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";

/** Where a goal is, and where it is to come to or to stay. */
export const goalNowText = (card: GoalCard, locale: Locale): string =>
  say(locale, (t) => (card.direction === "keep" ? t.goals.card.nowKept : t.goals.card.now), {
    value: card.value === null ? withinSentence(card.valueText, locale) : card.valueText,
    target: card.targetText,
    deadline: card.deadlineText,
  });

/** `No data` begins no sentence here. */
const withinSentence = ([first = "", ...rest]: string, locale: Locale): string =>
  first.toLocaleLowerCase(locale) + rest.join("");
