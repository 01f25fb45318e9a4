import type { Command } from "./command.ts";
import { helpOn } from "./help.ts";
import { kpi } from "./kpi.ts";
import { language } from "./language.ts";
import { parseKpiWords } from "./words.ts";

export interface Route {
  readonly command: Command;
  /** The words after the command's name. */
  readonly rest: string;
}

/** Whether these words ask for a form, as far as words alone can tell. */
export function opensForm(words: string, commands: readonly Command[]): boolean {
  const { command, rest } = routeWords(words, commands);
  return command.opensForm?.(rest) === true;
}

/**
 * Who takes the words of a message: the command they begin with, `language`, `help` alone, and
 * otherwise `kpi`, so that "fcr last week" needs no name.
 */
export function routeWords(words: string, commands: readonly Command[]): Route {
  const trimmed = words.trim();
  const [, first = "", rest = ""] = /^\/?([\p{L}_-]+)[:,]?(?:\s+([^]*))?$/u.exec(trimmed) ?? [];
  const named = [...commands, language].find(({ name }) => name === first.toLowerCase());
  if (named !== undefined) return { command: named, rest };
  const isHelp = parseKpiWords(trimmed).kind === "guide";
  return isHelp ? { command: helpOn(commands), rest: "" } : { command: kpi, rest: trimmed };
}
