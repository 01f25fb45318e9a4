import { AppError } from "../errors.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { sentences } from "../i18n/sentences.ts";
import { oneLine } from "./paint.ts";
import { exitCodes, type ExitCode, type Screen } from "./screen.ts";

const tokens = /\b(?:xox[a-z]|xapp|xoxe)[\w.-]*/giu;

/** A supervisor that starts the bot again and again would change nothing about these. */
const lasting: ReadonlySet<string> = new Set([
  "document_broken",
  "documents_elsewhere",
  "database_refused",
  "token_refused",
]);

/** The one place where a failure becomes words: never a stack trace, never a token. */
export function sayFailure(error: unknown, locale: Locale, screen: Screen): ExitCode {
  if (error instanceof AppError && error.code === "config_invalid") {
    const lines = [...error.message.split("\n"), error.hint ?? ""].map(clean);
    screen.stderr(`${lines.filter((line) => line !== "").join("\n")}\n`);
    return exitCodes.badConfig;
  }
  if (error instanceof AppError) {
    const message = /[.!?]$/u.test(error.message) ? error.message : `${error.message}.`;
    screen.stderr(`${clean([message, error.hint ?? ""].join(" "))}\n`);
    return lasting.has(error.code) ? exitCodes.badConfig : exitCodes.refused;
  }
  const reason = clean(error instanceof Error ? error.message : String(error));
  const text = say(locale, (t) => t.terminal.unexpected, { reason });
  screen.stderr(`${sentences([text, say(locale, (t) => t.terminal.unexpectedNext)], locale)}\n`);
  return exitCodes.refused;
}

const clean = (text: string): string => oneLine(text).replaceAll(tokens, "…");
