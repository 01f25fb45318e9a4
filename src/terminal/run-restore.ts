import { basename, resolve } from "node:path";
import { systemClock } from "../clock.ts";
import { ownFolder } from "../documents/own-folder.ts";
import { type Restored, restoreBackup } from "../documents/restore-backup.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { holdRecords } from "../records/hold-records.ts";
import { oneLine } from "./paint.ts";
import type { Options } from "./parse-arguments.ts";
import { counted, countsOf } from "./run-backup.ts";
import { exitCodes, type ExitCode, type Screen } from "./screen.ts";

/**
 * Puts a backup back into a data folder that no bot holds; needs no configuration and no documents
 * that are whole. Throws `data_folder_busy`, and what restoring throws.
 */
export async function runRestore(
  folder: string,
  [given]: readonly string[],
  options: Options,
  screen: Screen,
): Promise<ExitCode> {
  const locale = options.lang ?? "en";
  if (given === undefined) {
    screen.stderr(`${say(locale, (t) => t.backup.which)}\n`);
    return exitCodes.wrongUse;
  }
  await ownFolder(folder);
  const release = await holdRecords(folder);
  try {
    const file = resolve(given);
    const isTrial = options.dryRun === true;
    const who = options.as ?? "terminal";
    const restored = await restoreBackup({ file, folder, clock: systemClock, who, isTrial });
    screen.stdout(`${options.json ? asJson(restored) : inWords(restored, isTrial, locale)}\n`);
    return exitCodes.answered;
  } finally {
    release();
  }
}

const asJson = ({ at, documents, aside, forgottenSince }: Restored): string =>
  JSON.stringify({
    kind: "restore",
    at: at.toISOString(),
    documents: countsOf(documents),
    aside,
    forgottenSince,
  });

function inWords(
  { at, documents, aside, forgottenSince }: Restored,
  isTrial: boolean,
  locale: Locale,
): string {
  const what = { at: at.toISOString(), documents: counted(documents, locale) };
  const forgotten =
    forgottenSince === 0 ? [] : [say(locale, (t) => t.backup.forgotten, { count: forgottenSince })];
  if (isTrial) return [say(locale, (t) => t.backup.checked, what), ...forgotten].join("\n");
  return [
    say(locale, (t) => t.backup.restored, what),
    say(locale, (t) => t.backup.looks),
    ...(aside === null ? [] : [say(locale, (t) => t.backup.aside, { folder: basename(aside) })]),
    ...forgotten,
  ]
    .map(oneLine)
    .join("\n");
}
