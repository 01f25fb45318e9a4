import type { Command } from "./command.ts";
import { routeWords } from "./route.ts";
import { parseKpiWords } from "./words.ts";

/** Whether words ask the bot for something, rather than tell it how a goal goes. */
export function isAsking(words: string, commands: readonly Command[]): boolean {
  if (routeWords(words, commands).command.name !== "kpi" || /^\/?kpi(?!\p{L})/iu.test(words)) {
    return true;
  }
  const asked = parseKpiWords(words);
  if (asked.kind !== "problem") return true;
  const { code } = asked.problem;
  return code !== "unknown_word" && code !== "too_long";
}
