import { foldName } from "../src/kpis/fold-name.ts";
import type { Command } from "./command.ts";
import { helpOn } from "./help.ts";
import { kpi } from "./kpi.ts";
import { vocabulary } from "./words/vocabulary.ts";

export interface Route {
  readonly command: Command;
  /** The words after the command's name. */
  readonly rest: string;
}

/**
 * Who takes the words of a message: the command they begin with, `help` alone, and otherwise `kpi`,
 * so that "fcr last week" needs no name.
 */
export function routeWords(words: string, commands: readonly Command[]): Route {
  const trimmed = words.trim();
  const [, first = "", rest = ""] = /^\/?(\S+)\s*([^]*)$/u.exec(trimmed) ?? [];
  const named = commands.find(({ name }) => name === first.toLowerCase());
  if (named !== undefined) return { command: named, rest };
  if (trimmed === "" || isHelp(trimmed)) return { command: helpOn(commands), rest: "" };
  return { command: kpi, rest: trimmed };
}

function isHelp(words: string): boolean {
  const meaning = words.length > 40 ? undefined : vocabulary.get(foldName(words))?.meaning;
  return meaning?.kind === "marker" && meaning.marker === "help";
}
