import { say } from "../i18n/say.ts";
import type { TerminalApp } from "./app.ts";
import type { Options } from "./parse-arguments.ts";
import { runDoctor } from "./run-doctor.ts";
import { runPull } from "./run-pull.ts";
import { runWords } from "./run-words.ts";
import { exitCodes, type ExitCode, type Screen } from "./screen.ts";

/** The verbs that need the app, in this process or in the bot's: the first word says which. */
export async function runVerb(
  app: TerminalApp,
  [verb = "", ...words]: readonly string[],
  options: Options,
  screen: Screen,
): Promise<ExitCode> {
  if (verb === "pull") return await runPull(app, words, options, screen);
  if (verb === "doctor") return await runDoctor(app, options, screen);
  const command = app.commands.find(({ name }) => name === verb);
  if (command !== undefined) return await runWords(app, command, words, options, screen);
  const locale = options.lang ?? app.locale;
  screen.stderr(`${say(locale, (t) => t.terminal.noSuchVerb, { word: verb })}\n`);
  return exitCodes.wrongUse;
}
