import { aside as inBrackets } from "../i18n/aside.ts";
import { listed } from "../i18n/listed.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { nearest } from "../../commands/words/nearest.ts";
import type { MoveProgress } from "../records/moving/move-records.ts";
import { misused } from "./misused.ts";
import { oneLine } from "./paint.ts";
import type { Invocation } from "./parse-arguments.ts";
import { refuse } from "./refuse.ts";
import type { Terminal } from "./run-terminal.ts";
import { exitCodes, type ExitCode } from "./screen.ts";

const ways = ["to-postgres", "to-folder"] as const;
export type MigrateTo = (typeof ways)[number];

export interface Moved {
  readonly from: string;
  readonly to: string;
  /** How many rows of what. */
  readonly counts: Readonly<Record<string, number>>;
  /** Of each table of records, how many rows, and a number that they come to. */
  readonly records: Readonly<Record<string, { readonly count: number; readonly checksum: string }>>;
  /** Where the files of before are kept; null where there are none. */
  readonly aside: string | null;
}

/** Moves everything between the data folder and a database, and says what to do next. */
export async function runMigrate(
  { screen, migrate }: Pick<Terminal, "screen" | "migrate">,
  [word = ""]: readonly string[],
  { config, data, options }: Invocation,
  locale: Locale,
): Promise<ExitCode> {
  const to = ways.find((each) => each === word);
  if (to === undefined) {
    const near = nearest(word, ways)[0]?.name ?? null;
    const text = say(locale, (t) => t.moving.badWord);
    return misused(locale, screen, text, near);
  }
  const clear = screen.watches ? "\r\u001B[2K" : "";
  const moved = await migrate(to, { config, data }, (progress) => {
    if (screen.watches) screen.stderr(`${clear}${oneLine(progressText(progress, locale))}`);
  }).finally(() => {
    if (screen.watches) screen.stderr(clear);
  });
  if (moved === null) return refuse([say(locale, (t) => t.moving.noUrl)], screen);
  if (options.json) {
    screen.stdout(`${JSON.stringify({ kind: "migrate", ...moved })}\n`);
    return exitCodes.answered;
  }
  const { from, to: place, aside } = moved;
  const counts = Object.entries(moved.counts).map(([name, count]) => `${name} ${count}`);
  const tables = Object.entries(moved.records)
    .filter(([, { count }]) => count > 0)
    .map(([name, { count, checksum }]) => inBrackets(`${name} ${count}`, checksum, locale));
  const lines = [
    say(locale, (t) => t.moving.done, { from, to: place, counts: listed(counts, locale) }),
    ...(tables.length === 0
      ? []
      : [say(locale, (t) => t.moving.records, { tables: listed(tables, locale) })]),
    say(locale, (t) => (to === "to-folder" ? t.moving.toFolderNext : t.moving.toPostgresNext), {
      aside: aside ?? "–",
    }),
  ];
  screen.stdout(`${lines.map(oneLine).join("\n")}\n`);
  return exitCodes.answered;
}

const progressText = ({ table, rows }: MoveProgress, locale: Locale): string =>
  table === null
    ? say(locale, (t) => t.moving.comparing)
    : say(locale, (t) => t.moving.moving, { table, rows });
