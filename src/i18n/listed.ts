import type { Locale } from "./locale.ts";
import { say } from "./say.ts";

/** Things in a row, as the language writes them: `a, b, c`; `long` ones may have commas of their own. */
export const listed = (
  texts: readonly string[],
  locale: Locale,
  kind: "short" | "long" = "short",
): string =>
  texts.length === 0
    ? ""
    : texts.reduce((first, second) =>
        say(locale, (t) => t.answers.listed[kind], { first, second }),
      );

/** What stands between two things in a row, for those that are drawn and not written. */
export const betweenTwo = (locale: Locale): string => listed(["", ""], locale);
