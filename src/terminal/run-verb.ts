import { say } from "../i18n/say.ts";
import type { TerminalApp } from "./app.ts";
import type { Options } from "./parse-arguments.ts";
import { runAudit } from "./run-audit.ts";
import { runBackup } from "./run-backup.ts";
import { runDoctor } from "./run-doctor.ts";
import { runExport } from "./run-export.ts";
import { runForget } from "./run-forget.ts";
import { runGoalExport } from "./run-goal-export.ts";
import { runGoalImport } from "./run-goal-import.ts";
import { runPull } from "./run-pull.ts";
import { runWords } from "./run-words.ts";
import { exitCodes, type ExitCode, type Screen } from "./screen.ts";

type Run = (
  app: TerminalApp,
  words: readonly string[],
  options: Options,
  screen: Screen,
) => Promise<ExitCode>;

const upkeep: ReadonlyMap<string, Run> = new Map<string, Run>([
  ["pull", runPull],
  ["doctor", (app, _, options, screen) => runDoctor(app, options, screen)],
  ["audit", runAudit],
  ["export", runExport],
  ["forget", runForget],
  ["backup", runBackup],
]);

/** The verbs of the terminal alone. */
export const upkeepVerbs: readonly string[] = [...upkeep.keys()];

/** What only the terminal can do with goals: files are where it stands. */
const goalFiles: ReadonlyMap<string, Run> = new Map<string, Run>([
  ["export", runGoalExport],
  ["import", runGoalImport],
]);

/** The verbs that need the app, in this process or in the bot's: the first word says which. */
export async function runVerb(
  app: TerminalApp,
  [verb = "", ...words]: readonly string[],
  options: Options,
  screen: Screen,
): Promise<ExitCode> {
  const own = upkeep.get(verb);
  if (own !== undefined) return await own(app, words, options, screen);
  const [first = "", ...rest] = words;
  const withFile = verb === "goal" ? goalFiles.get(first) : undefined;
  if (withFile !== undefined) return await withFile(app, rest, options, screen);
  const command = app.commands.find(({ name }) => name === verb);
  if (command !== undefined) return await runWords(app, command, words, options, screen);
  const locale = options.lang ?? app.locale;
  screen.stderr(`${say(locale, (t) => t.terminal.noSuchVerb, { word: verb })}\n`);
  return exitCodes.wrongUse;
}
