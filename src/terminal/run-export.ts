import type { Asker, Command, Page } from "../../commands/command.ts";
import type { Desk } from "../../commands/desk.ts";
import { namedKpis } from "../../commands/named-kpis.ts";
import { parseKpiWords } from "../../commands/words.ts";
import { say } from "../i18n/say.ts";
import { isCard } from "../kpis/card.ts";
import { kpis, type KpiId } from "../kpis/index.ts";
import type { Answer } from "../reports/answer.ts";
import type { TerminalApp } from "./app.ts";
import { joinWords } from "./join-words.ts";
import type { Options } from "./parse-arguments.ts";
import { readInstant } from "./read-instant.ts";
import { refuse } from "./refuse.ts";
import { refusalLine } from "./render-page.ts";
import { scorecardTable } from "./scorecard/scorecard-table.ts";
import { toCsv } from "./scorecard/to-csv.ts";
import { toXlsx } from "./scorecard/to-xlsx.ts";
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
  const chosen = namedKpis(words.flatMap((word) => listOf(word) ?? []).join(","));
  if (chosen.unknown !== null) {
    const text = say(locale, (t) => t.digests.errors.kpi, { kpi: chosen.unknown });
    return refuse([text], screen);
  }
  const rest = joinWords(words.filter((word) => listOf(word) === null));
  const answered = await answers(kpi, chosen.known, rest, asker, app.deskAt(instant));
  if (!Array.isArray(answered)) return refuse([refusalLine(answered, locale)], screen);
  const table = scorecardTable(answered, locale);
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

/** `kpis:fcr,csat` */
const listOf = (word: string): string | null => /^kpis[:=](.+)$/u.exec(word)?.[1] ?? null;

/** A card has no figure of its own. */
const measured = kpis.filter((each) => !isCard(each)).map(({ id }) => id);

/** A file has room for every segment. */
function allOf(words: string): string {
  const asked = parseKpiWords(`${measured[0] ?? ""} ${words}`);
  const { by = [], options = {} } = asked.kind === "question" ? asked.question : {};
  return by.length > 0 && options["top"] === undefined ? "top:all" : "";
}

/** Of each KPI asked for, or of all that have data; the first refusal where none has an answer. */
async function answers(
  kpi: Command,
  chosen: readonly KpiId[],
  words: string,
  asker: Asker,
  desk: Desk,
): Promise<Answer[] | Page> {
  const ids = chosen.length > 0 ? chosen : measured;
  const found: Answer[] = [];
  let refused: Page | null = null;
  for (const id of ids) {
    const [kind] = await desk.reports.kindsToChoose(id, {});
    const said = [id, words, kind === undefined ? "" : `kind:${kind}`, allOf(words)].join(" ");
    const reply = await kpi.run(said, asker, desk);
    if (reply.kind === "answer") {
      if (chosen.length > 0 || reply.answer.value !== null) found.push(reply.answer);
    } else if (reply.kind === "page" && reply.refused) {
      if (chosen.length > 0) return reply;
      refused ??= reply;
    }
  }
  return found.length === 0 && refused !== null ? refused : found;
}
