import { locales, type Locale } from "../src/i18n/locale.ts";
import { say } from "../src/i18n/say.ts";
import { may } from "../src/people/may.ts";
import { defineCommand, type Choice } from "./command.ts";
import { languageName } from "./language-name.ts";
import { page, refusal } from "./page.ts";

/** The word that gives the language back to Slack's profile. */
const bySlack = "slack";

/** The language a person is answered in; not a slash command, but what the buttons of Home say. */
export const language = defineCommand({
  name: "language",
  summary: {
    en: "The language you are answered in",
    ko: "답변 언어",
    ru: "Язык ответов",
    "zh-TW": "回覆使用的語言",
  },
  usage: { en: "ko", ko: "ko", ru: "ko", "zh-TW": "ko" },
  run: async (words, { id, role, locale }, { people }) => {
    if (!may(role, "ask")) return refusal([say(locale, (t) => t.words.stranger)]);
    const wanted = words.trim().toLowerCase();
    const chosen = locales.find((each) => each.toLowerCase() === wanted) ?? null;
    if (chosen === null && wanted !== bySlack) {
      return page([say(locale, (t) => t.goals.home.languageAsk)], {
        choices: languageChoices(locale),
      });
    }
    await people.chooseLocale(chosen, { who: id, via: "language" });
    return page([
      chosen === null
        ? say(locale, (t) => t.goals.home.languageReset)
        : say(chosen, (t) => t.goals.home.languageChosen),
    ]);
  },
});

/** A button for each language, in its own name, and one for Slack's. */
export const languageChoices = (locale: Locale): readonly Choice[] => [
  ...locales.map((each) => ({ label: languageName(each), words: `language ${each}` })),
  { label: say(locale, (t) => t.goals.home.languageBySlack), words: `language ${bySlack}` },
];
