import { scorecardAnswers } from "../../commands/scorecard-answers.ts";
import { say } from "../i18n/say.ts";
import { scorecardTable } from "../reports/scorecard/scorecard-table.ts";
import { toCsv } from "../reports/scorecard/to-csv.ts";
import { toXlsx } from "../reports/scorecard/to-xlsx.ts";
import type { TerminalApp } from "./app.ts";
import { joinWords } from "./join-words.ts";
import type { Options } from "./parse-arguments.ts";
import { readInstant } from "./read-instant.ts";
import { refuse } from "./refuse.ts";
import { refusalLine } from "./render-page.ts";
import { exitCodes, type ExitCode, type Screen } from "./screen.ts";
import { writeNewFile } from "./write-new-file.ts";

/**
 * `export scorecard [kpis:fcr,csat] [period] [by …] --csv <file>`, or `--xlsx`: the words are those
 * of `/kpi`, said for each KPI that has data.
 */
export async function runExport(
  app: TerminalApp,
  [what, ...words]: readonly string[],
  options: Options,
  screen: Screen,
): Promise<ExitCode> {
  const asker = await app.askerOf(options.as, options.lang);
  const { locale } = asker;
  const { csv, xlsx } = options;
  const kpi = app.commands.find(({ name }) => name === "kpi");
  if (what !== "scorecard" || (csv === undefined) === (xlsx === undefined) || kpi === undefined) {
    screen.stderr(`${say(locale, (t) => t.people.export.how)}\n`);
    return exitCodes.wrongUse;
  }
  const instant = options.at === null ? null : readInstant(options.at, app.zone);
  if (options.at !== null && instant === null) {
    screen.stderr(`${say(locale, (t) => t.terminal.badInstant)}\n`);
    return exitCodes.wrongUse;
  }
  const desk = app.deskAt(instant);
  const answers = await scorecardAnswers(joinWords(words), kpi.run, asker, desk);
  if ("kind" in answers) return refuse([refusalLine(answers, locale)], screen);
  const table = scorecardTable(answers, locale);
  if (csv === "-") {
    screen.stdout(toCsv(table));
    return exitCodes.answered;
  }
  const [name, content] =
    csv === undefined
      ? [
          xlsx ?? "",
          await toXlsx(
            table,
            say(locale, (t) => t.people.export.sheet),
          ),
        ]
      : [csv, toCsv(table)];
  const path = await writeNewFile(options, name, content);
  const count = table.rows.length;
  screen.stdout(`${say(locale, (t) => t.people.export.scorecard, { path, count })}\n`);
  return exitCodes.answered;
}
