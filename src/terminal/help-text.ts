import type { Command } from "../../commands/command.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import type { Paint } from "./paint.ts";
import { paragraphs } from "./paragraphs.ts";
import { textTable } from "./text-table.ts";

/** What there is to type: needs no configuration and opens nothing. */
export function helpText(commands: readonly Command[], locale: Locale, paint: Paint): string {
  const t = (pick: Parameters<typeof say>[1]): string => say(locale, pick);
  return paragraphs([
    [paint.strong(t((each) => each.terminal.usage)), t((each) => each.terminal.startNote)],
    [
      paint.strong(t((each) => each.terminal.commandsTitle)),
      ...table(commands.map(({ name, summary }) => [name, summary[locale]])),
    ],
    [
      paint.strong(t((each) => each.terminal.upkeepTitle)),
      ...table([
        ["pull", t((each) => each.terminal.pullSummary)],
        ["doctor", t((each) => each.terminal.doctorSummary)],
        ["audit", t((each) => each.people.help.audit)],
        ["export", t((each) => each.people.help.export)],
        ["goal export", t((each) => each.people.help.goalFiles)],
        ["forget", t((each) => each.people.help.forget)],
        ["backup", t((each) => each.backup.summary)],
        ["restore", t((each) => each.backup.restoreSummary)],
        ["migrate", t((each) => each.moving.summary)],
        ["manifest", t((each) => each.terminal.manifestSummary)],
        ["config", t((each) => each.terminal.configSummary)],
        ["version", t((each) => each.terminal.versionSummary)],
      ]),
    ],
    [
      paint.strong(t((each) => each.terminal.optionsTitle)),
      ...table([
        ["--json", t((each) => each.terminal.optionJson)],
        ["--at <instant>", t((each) => each.terminal.optionAt)],
        ["--config <file>", t((each) => each.terminal.optionConfig)],
        ["--data <folder>", t((each) => each.terminal.optionData)],
        ["--as <user>", t((each) => each.terminal.optionAs)],
        ["--lang <code>", t((each) => each.terminal.optionLang)],
        ["--csv <file>", t((each) => each.people.help.csv)],
        ["--xlsx <file>", t((each) => each.people.help.xlsx)],
        ["--dry-run", t((each) => each.people.help.dryRun)],
        ["--live", t((each) => each.live.option)],
        ["--yes", t((each) => each.people.help.yes)],
      ]),
    ],
  ]).join("\n");
}

const table = (rows: readonly (readonly string[])[]): readonly string[] =>
  textTable({ columns: ["", "", ""], rows: rows.map((row) => ["", ...row]) }, 3).slice(1);
