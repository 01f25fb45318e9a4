import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Command } from "../../commands/command.ts";
import { nearest } from "../../commands/words/nearest.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import type { TerminalApp } from "./app.ts";
import { helpText } from "./help-text.ts";
import { misused } from "./misused.ts";
import { oneLine, paintFor } from "./paint.ts";
import { type Invocation, parseArguments } from "./parse-arguments.ts";
import { runRestore } from "./run-restore.ts";
import { sentences } from "../i18n/sentences.ts";
import type { MoveProgress } from "../records/moving/move-records.ts";
import { type MigrateTo, type Moved, runMigrate } from "./run-migrate.ts";
import { runVerb, upkeepVerbs } from "./run-verb.ts";
import { sayFailure } from "./say-failure.ts";
import { exitCodes, type ExitCode, type Screen } from "./screen.ts";
import { askBot } from "./socket-client.ts";
import { socketPath } from "./socket-messages.ts";

/** What `--config` and `--data` say; null where they are not given. */
export interface GivenPlace {
  readonly config: string | null;
  readonly data: string | null;
}

export interface Terminal {
  /** Without the program's own name. */
  readonly argv: readonly string[];
  readonly screen: Screen;
  readonly commands: readonly Command[];
  readonly version: string;
  /** The data folder in force: what `--data` says, else the environment, else the default. */
  readonly dataFolder: (given: GivenPlace) => string;
  /** Opens the data for this one command. Throws `config_invalid` or `data_folder_busy`. */
  readonly openApp: (given: GivenPlace) => Promise<TerminalApp>;
  readonly config: {
    readonly schema: () => string;
    readonly example: () => string;
    /** The path of the configuration that was read; throws `config_invalid`. */
    readonly check: (given: string | null) => Promise<string>;
  };
  /** Moves everything between the data folder and a database; null where no database is named. */
  readonly migrate: (
    to: MigrateTo,
    given: GivenPlace,
    progress: (progress: MoveProgress) => void,
  ) => Promise<Moved | null>;
  /** The Slack app manifest: for Socket Mode, or for HTTP at an address. */
  readonly manifest: (httpUrl: string | null, locale: Locale) => string;
}

/** Runs one command line and says how it ended. Never throws. */
export async function runTerminal(terminal: Terminal): Promise<ExitCode> {
  const { screen } = terminal;
  const parsed = parseArguments(terminal.argv);
  if (!parsed.ok) {
    return misused(
      "en",
      screen,
      say("en", (t) => t.terminal.noSuchOption, { option: oneLine(parsed.option) }),
      parsed.near,
    );
  }
  const { invocation } = parsed;
  const locale = invocation.options.lang ?? "en";
  try {
    return await run(terminal, invocation, locale);
  } catch (error) {
    return sayFailure(error, locale, screen);
  }
}

async function run(terminal: Terminal, invocation: Invocation, locale: Locale): Promise<ExitCode> {
  const { screen } = terminal;
  const [first = "help", ...words] = invocation.words;
  const verb = invocation.version ? "version" : first;
  if (invocation.help || verb === "help") {
    screen.stdout(`${helpText(terminal.commands, locale, paintFor(screen.color))}\n`);
    return exitCodes.answered;
  }
  switch (verb) {
    case "version":
      screen.stdout(`${terminal.version}\n`);
      return exitCodes.answered;
    case "manifest":
      return printManifest(terminal, invocation.http, locale);
    case "config":
      return await runConfig(terminal, words, invocation, locale);
    case "restore":
      return await runRestore(
        terminal.dataFolder({ config: invocation.config, data: invocation.data }),
        words,
        invocation.options,
        screen,
      );
    case "migrate":
      return await runMigrate(terminal, words, invocation, locale);
    default:
      return await runWithApp(terminal, verb, invocation, locale);
  }
}

function printManifest(terminal: Terminal, http: string | null, locale: Locale): ExitCode {
  const { screen } = terminal;
  const url = http !== null && URL.canParse(http) ? new URL(http) : null;
  if (http !== null && (url?.protocol !== "https:" || url.username !== "")) {
    return misused(
      locale,
      screen,
      say(locale, (t) => t.terminal.badHttp),
      null,
    );
  }
  screen.stdout(terminal.manifest(url === null ? null : url.href.replace(/\/$/u, ""), locale));
  return exitCodes.answered;
}

async function runConfig(
  { config, screen }: Terminal,
  words: readonly string[],
  invocation: Invocation,
  locale: Locale,
): Promise<ExitCode> {
  const [word] = words;
  if (word === "schema") screen.stdout(config.schema());
  else if (word === "example") screen.stdout(config.example());
  else if (word === "check") {
    const path = await config.check(invocation.config);
    screen.stdout(`${say(locale, (t) => t.terminal.configValid, { path })}\n`);
  } else {
    const near = word === undefined ? null : nearest(word, ["schema", "example", "check"])[0]?.name;
    return misused(
      locale,
      screen,
      say(locale, (t) => t.terminal.badConfigWord),
      near ?? null,
    );
  }
  return exitCodes.answered;
}

/** The running bot holds the data: it is asked first. */
async function runWithApp(
  terminal: Terminal,
  verb: string,
  { words, options: given, config, data }: Invocation,
  locale: Locale,
): Promise<ExitCode> {
  const { screen, commands } = terminal;
  const options = { ...given, folder: resolve("") };
  const own = [...commands.map(({ name }) => name), ...upkeepVerbs];
  if (!own.includes(verb)) {
    const text = say(locale, (t) => t.terminal.noSuchVerb, { word: oneLine(verb).slice(0, 80) });
    const verbs = [...own, "restore", "migrate", "manifest", "config", "version", "help"];
    return misused(locale, screen, text, nearest(verb, verbs)[0]?.name ?? null);
  }
  const request = {
    v: 1 as const,
    words,
    options,
    config: config === null ? null : resolve(config),
    watches: screen.watches,
    color: screen.color,
  };
  const asked = await askBot(socketPath(terminal.dataFolder({ config, data })), request, screen);
  if (asked.kind === "answered") return asked.exit;
  if (asked.kind === "lost") {
    const text = say(locale, (t) => t.terminal.unavailable);
    screen.stderr(`${sentences([text, say(locale, (t) => t.terminal.unavailableNext)], locale)}\n`);
    return exitCodes.refused;
  }
  if (options.live === true) {
    const path = oneLine(terminal.dataFolder({ config, data }));
    const text = say(locale, (t) => t.live.notRunning, { path });
    screen.stderr(`${sentences([text, say(locale, (t) => t.live.notRunningNext)], locale)}\n`);
    return exitCodes.refused;
  }
  // A name mistyped would answer from a new and empty store.
  if (data !== null && verb !== "pull" && !existsSync(data)) {
    const text = say(locale, (t) => t.terminal.noDataFolder, { path: oneLine(data) });
    screen.stderr(
      `${sentences([text, say(locale, (t) => t.terminal.noDataFolderNext)], locale)}\n`,
    );
    return exitCodes.refused;
  }
  const app = await terminal.openApp({ config, data });
  try {
    return await runVerb(app, words, options, screen);
  } catch (error) {
    return sayFailure(error, options.lang ?? app.locale, screen);
  } finally {
    await app.close();
  }
}
