import type { Button } from "@slack/types";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { plain } from "./factories.ts";
import { limits } from "./limits.ts";

/** What a press of it is called; its value is the words to ask again. */
export const shareAction = "share";

/** Shows the same answer to everybody in the channel; none where Slack could not carry the words. */
export const shareButton = (words: string, locale: Locale): Button[] =>
  words.length > limits.buttonValue
    ? []
    : [
        {
          type: "button",
          action_id: shareAction,
          text: plain(
            say(locale, (t) => t.answers.share),
            limits.buttonText,
          ),
          value: words,
        },
      ];
