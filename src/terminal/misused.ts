import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { sentences } from "../i18n/sentences.ts";
import { exitCodes, type ExitCode, type Screen } from "./screen.ts";

/** Says what was typed wrong, what may have been meant, and where to look. */
export function misused(
  locale: Locale,
  screen: Screen,
  text: string,
  near: string | null,
): ExitCode {
  const parts = [
    text,
    near === null ? "" : say(locale, (t) => t.terminal.didYouMean, { near }),
    say(locale, (t) => t.terminal.seeHelp),
  ];
  screen.stderr(`${sentences(parts, locale)}\n`);
  return exitCodes.wrongUse;
}
