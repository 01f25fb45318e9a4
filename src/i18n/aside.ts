import type { Locale } from "./locale.ts";
import { say } from "./say.ts";

/** More about something in the language's own brackets: `goal (g1)`, `目標（g1）`. */
export const aside = (text: string, more: string, locale: Locale): string =>
  say(locale, (t) => t.answers.aside, { text, more });
