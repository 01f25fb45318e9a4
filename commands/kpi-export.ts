import { say } from "../src/i18n/say.ts";
import { localDay } from "../src/periods/local-day.ts";
import { periodTitle } from "../src/periods/period-title.ts";
import { scorecardTable } from "../src/reports/scorecard/scorecard-table.ts";
import { toCsv } from "../src/reports/scorecard/to-csv.ts";
import { toXlsx } from "../src/reports/scorecard/to-xlsx.ts";
import type { Asker, Command, FileReply, Page } from "./command.ts";
import type { Desk } from "./desk.ts";
import { refusal } from "./page.ts";
import { scorecardAnswers } from "./scorecard-answers.ts";

/** `export last-month by team csv`: a scorecard as a file, a workbook where nothing else is said. */
export async function exportReply(
  words: string,
  ask: Command["run"],
  asker: Asker,
  desk: Desk,
): Promise<FileReply | Page> {
  const { locale } = asker;
  const { isCsv, rest } = readFormat(words);
  const answers = await scorecardAnswers(rest, ask, asker, desk);
  if ("kind" in answers) return answers;
  const [first] = answers;
  if (first === undefined) return refusal([say(locale, (t) => t.people.export.nothing)]);
  const table = scorecardTable(answers, locale);
  const { period } = first;
  const days = [period.from, new Date(period.to.getTime() - 1)].map((at) =>
    localDay(at, period.zone),
  );
  const sheet = say(locale, (t) => t.people.export.sheet);
  return {
    kind: "file",
    name: `scorecard_${[...new Set(days)].join("_")}.${isCsv ? "csv" : "xlsx"}`,
    title: say(locale, (t) => t.people.export.title, { period: periodTitle(period, locale) }),
    holds: say(locale, (t) => t.people.export.holds, { count: table.rows.length }),
    content: isCsv ? Buffer.from(toCsv(table)) : await toXlsx(table, sheet),
  };
}

/** `csv`, `xlsx` or the program's name, wherever it stands. */
function readFormat(words: string): { readonly isCsv: boolean; readonly rest: string } {
  const format = /(?<!\S)(?:(csv)|xlsx|excel|엑셀|эксель)(?!\S)/giu;
  const [last] = [...words.matchAll(format)].slice(-1);
  return { isCsv: last?.[1] !== undefined, rest: words.replaceAll(format, " ").trim() };
}
