import { resolve } from "node:path";
import type { DocumentFile } from "../documents/document-file.ts";
import { listed } from "../i18n/listed.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import type { TerminalApp } from "./app.ts";
import { oneLine } from "./paint.ts";
import type { Options } from "./parse-arguments.ts";
import { refuse } from "./refuse.ts";
import { exitCodes, type ExitCode, type Screen } from "./screen.ts";

/** Copies what no source can bring again into one file, while the bot runs or not; for admins. */
export async function runBackup(
  app: TerminalApp,
  [to]: readonly string[],
  options: Options,
  screen: Screen,
): Promise<ExitCode> {
  const { locale, role } = await app.askerOf(options.as, options.lang);
  if (role !== "admin") return refuse([say(locale, (t) => t.people.adminsOnly)], screen);
  if (to === undefined) {
    screen.stderr(`${say(locale, (t) => t.backup.whereTo)}\n`);
    return exitCodes.wrongUse;
  }
  if (app.backup === null) return refuse([say(locale, (t) => t.backup.elsewhere)], screen);
  const backup = await app.backup(resolve(options.folder ?? "", to));
  if (backup === null) return refuse([say(locale, (t) => t.backup.nothing)], screen);
  const { path, at, documents } = backup;
  const report = options.json
    ? JSON.stringify({ kind: "backup", path, at: at.toISOString(), documents: countsOf(documents) })
    : [
        oneLine(say(locale, (t) => t.backup.done, { path, documents: counted(documents, locale) })),
        say(locale, (t) => t.backup.without),
      ].join("\n");
  screen.stdout(`${report}\n`);
  return exitCodes.answered;
}

/** How many documents there are of each kind, but of the marks that the scheduler keeps for itself. */
export const countsOf = ({
  version: _version,
  change: _change,
  marks: _marks,
  ...lists
}: DocumentFile): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(lists).map(([name, documents]) => [name, documents.length]));

/** `goals 3, digests 1`; a dash where there is nothing. */
export const counted = (documents: DocumentFile, locale: Locale): string =>
  listed(
    Object.entries(countsOf(documents))
      .filter(([, count]) => count > 0)
      .map(([name, count]) => `${name} ${count}`),
    locale,
  ) || "–";
