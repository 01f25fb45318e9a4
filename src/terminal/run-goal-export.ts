import { goalsToYaml } from "../../goals/goals-to-yaml.ts";
import { deskFor } from "../../commands/desk-for.ts";
import { goalSentence } from "../digests/goal-sentence.ts";
import { say } from "../i18n/say.ts";
import { may } from "../people/may.ts";
import type { TerminalApp } from "./app.ts";
import type { Options } from "./parse-arguments.ts";
import { refuse } from "./refuse.ts";
import { exitCodes, type ExitCode, type Screen } from "./screen.ts";
import { writeNewFile } from "./write-new-file.ts";

/** Writes the goals that the asker may see, archived ones too, to a file or to the screen. */
export async function runGoalExport(
  app: TerminalApp,
  [file]: readonly string[],
  options: Options,
  screen: Screen,
): Promise<ExitCode> {
  const asker = await app.askerOf(options.as, options.lang);
  const { locale } = asker;
  if (!may(asker.role, "ask")) return refuse([say(locale, (t) => t.words.stranger)], screen);
  const { goals } = deskFor(asker, app.deskAt(null));
  const all = [...(await goals.list()), ...(await goals.listArchived())].toSorted(
    (a, b) => numberOf(a.id) - numberOf(b.id),
  );
  const text = goalsToYaml(all, (goal) => goalSentence(goal, locale));
  if (file === undefined || file === "-") {
    screen.stdout(text);
    return exitCodes.answered;
  }
  const path = await writeNewFile(options, file, text);
  screen.stdout(`${say(locale, (t) => t.people.export.goals, { path, count: all.length })}\n`);
  return exitCodes.answered;
}

const numberOf = (id: string): number => Number(id.replace(/^\D+/u, "")) || 0;
