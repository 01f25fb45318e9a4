import { say } from "../src/i18n/say.ts";
import { may, type Role } from "../src/people/may.ts";
import { defineCommand, type Command } from "./command.ts";
import { page, refusal } from "./page.ts";

/** Everything people can say; not a slash command, but the word in a message. */
export const helpOn = (commands: readonly Command[]): Command =>
  defineCommand({
    name: "help",
    summary: {
      en: "What you can say",
      ko: "입력할 수 있는 명령",
      ru: "Что можно написать",
      "zh-TW": "可以說的話",
    },
    usage: { en: "", ko: "", ru: "", "zh-TW": "" },
    run: async (_words, { role, locale }) => {
      if (!may(role, "ask")) return refusal([say(locale, (t) => t.words.stranger)]);
      return page(
        commands.map(
          ({ name, summary, usage }) => `/${name} – ${summary[locale]}: ${usage[locale]}`,
        ),
        {
          title: say(locale, (t) => t.words.helpTitle),
          choices: commands.map((command) => {
            const words = firstWords(command, role);
            return { label: `/${words}`, words };
          }),
          hint: say(locale, (t) => t.words.helpHint),
        },
      );
    },
  });

/** A form to set something up is for those who may; the others look at what there is. */
const firstWords = ({ name, opensForm }: Command, role: Role): string =>
  opensForm?.("") === true && !may(role, "set_goal") && !may(role, "set_digest")
    ? `${name} list`
    : name;
