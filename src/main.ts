#!/usr/bin/env node
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { isatty } from "node:tty";
import { fileURLToPath } from "node:url";
import { commands } from "../commands/index.ts";
import { type Ending, oneEnding } from "./app/one-ending.ts";
import { openLog } from "./app/open-log.ts";
import { reloading } from "./app/reloading.ts";
import { systemClock } from "./clock.ts";
import { exampleText, schemaText } from "./config/config-texts.ts";
import type { Environment } from "./config/environment.ts";
import { readConfig } from "./config/read-config.ts";
import { loadEnvironmentFile, readEnvironment } from "./config/read-environment.ts";
import { isHidden, secretValues } from "./config/secret-values.ts";
import { wantsColor } from "./config/wants-color.ts";
import { playgroundPlaces } from "./playground/places.ts";
import { manifestFor } from "./slack/manifest.ts";
import type { Log } from "./slack/log.ts";
import { type GivenPlace, runTerminal } from "./terminal/run-terminal.ts";
import { sayFailure } from "./terminal/say-failure.ts";
import { forgiveClosedPipe, type Screen } from "./terminal/screen.ts";

/** `dist/`, where this program is built. */
const built = fileURLToPath(new URL("..", import.meta.url));

const screen: Screen = {
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
  watches: isatty(2),
  color: isatty(1) && wantsColor(),
};

/** No log shows them: those of the environment, and those a configuration names. */
const known = new Set<string>();
const hide = (secret: string): void => void (isHidden(secret) && known.add(secret));

/** Without words: the bot, or the playground where there is no Slack token. Runs until its ending. */
async function start(environment: Environment, ending: Ending): Promise<void> {
  const { kind } = environment.slack;
  const log = openLog(kind === "playground" ? "warn" : environment.logLevel, known);
  try {
    const opening = open(environment, log, ending);
    if (kind !== "playground") onHangUp(opening);
    const { stop, greeting } = await opening;
    ending.opened(stop, log);
    screen.stdout(`${greeting}Ctrl+C stops it.\n`);
  } catch (error) {
    // Half of it may run already.
    ending.end(error);
  }
}

interface Opened {
  readonly stop: () => Promise<void>;
  /** Null where the configuration is the program's own. */
  readonly reload: (() => Promise<void>) | null;
  readonly greeting: string;
}

async function open(environment: Environment, log: Log, ending: Ending): Promise<Opened> {
  const { slack, dataFolder, slackApiUrl: apiUrl, port, healthPort, production } = environment;
  if (slack.kind === "playground") {
    const { startPlayground } = await import("./playground/start-playground.ts");
    const { url, stop } = await startPlayground({
      port,
      healthPort,
      isProduction: production,
      hasRealTokens: false,
      dataFolder,
      pageFolder: resolve(built, "playground-page"),
      readConfig: (path) => readConfig({ path, env: {} }),
      clock: systemClock,
      log,
    });
    return { stop, reload: null, greeting: `The playground is open at ${url}\n` };
  }
  const [{ openApp }, { startBot }] = await Promise.all([
    import("./app.ts"),
    import("./app/start-bot.ts"),
  ]);
  const app = await openApp({
    config: await readConfig({ path: environment.configPath, hide }),
    dataFolder,
    databaseUrl: environment.databaseUrl,
    clock: systemClock,
    log,
    slack: { botToken: slack.botToken, apiUrl },
    inProduction: production,
  });
  const bot = await startBot({ app, slack, environment, log, onRefused: ending.end });
  const reload = reloading({ path: environment.configPath, hide, bot, log });
  return { stop: bot.stop, reload, greeting: "Goalpost is connected to Slack. " };
}

/**
 * In a terminal it means that the terminal is gone; elsewhere that the configuration has changed, also
 * where it comes before the bot is open: it would end us, and a supervisor takes that for a good end.
 */
function onHangUp(opening: Promise<Opened>): void {
  if (isatty(0)) return;
  process.on("SIGHUP", () => {
    // Where nothing opens, that is said already.
    opening.then(({ reload }) => reload?.()).catch(() => {});
  });
}

/** With words: one command. */
async function say(argv: readonly string[]): Promise<number> {
  return await runTerminal({
    argv,
    screen,
    commands,
    version: version(),
    dataFolder: (given) => placeOf(given).data,
    openApp: async (given) => {
      const { slack, slackApiUrl, logLevel, production } = readEnvironment();
      const { openApp } = await import("./app.ts");
      const { config, data, databaseUrl } = placeOf(given);
      return await openApp({
        config: await readConfig({ path: config, hide }),
        dataFolder: data,
        databaseUrl,
        clock: systemClock,
        log: openLog(logLevel === "debug" ? "debug" : "silent", known),
        slack:
          slack.kind === "playground" ? null : { botToken: slack.botToken, apiUrl: slackApiUrl },
        inProduction: production,
      });
    },
    config: {
      schema: schemaText,
      example: exampleText,
      check: async (given) =>
        (await readConfig({ path: placeOf({ config: given, data: null }).config })).path,
    },
    migrate: async (to, given, progress) => {
      const { config, data, databaseUrl } = placeOf(given);
      if (databaseUrl === null) return null;
      const { moveStores } = await import("./app/move-stores.ts");
      return await moveStores(to, {
        config: await readConfig({ path: config, hide }),
        dataFolder: data,
        databaseUrl,
        clock: systemClock,
        progress,
        warn: (message) => screen.stderr(`${message}\n`),
      });
    },
    manifest: (url, locale) =>
      manifestFor(url === null ? { mode: "socket" } : { mode: "http", url }, locale),
  });
}

interface PlaceInForce {
  readonly config: string;
  readonly data: string;
  readonly databaseUrl: string | null;
}

/**
 * The configuration and the stores a command speaks of. Where nothing is said or configured
 * yet it is the playground's desk, but never beside a real Slack.
 */
function placeOf({ config, data }: GivenPlace): PlaceInForce {
  const { slack, configPath, dataFolder, databaseUrl } = readEnvironment();
  const playground = playgroundPlaces(dataFolder);
  const isNewcomer =
    config === null && data === null && slack.kind === "playground" && !existsSync(configPath);
  if (isNewcomer && existsSync(playground.config)) return { ...playground, databaseUrl: null };
  return { config: config ?? configPath, data: resolve(data ?? dataFolder), databaseUrl };
}

function version(): string {
  const text = readFileSync(resolve(built, "..", "package.json"), "utf8");
  return /"version":\s*"([^"]+)"/u.exec(text)?.[1] ?? "unknown";
}

forgiveClosedPipe(process.stdout);
forgiveClosedPipe(process.stderr);
const argv = process.argv.slice(2);
// What Goalpost keeps is its owner's alone, also the files its engines make.
process.umask(0o077);
const ending = oneEnding(screen);
try {
  loadEnvironmentFile();
  for (const secret of secretValues()) hide(secret);
  if (argv.length === 0) await start(readEnvironment(), ending);
  else process.exitCode = await say(argv);
} catch (error) {
  process.exitCode = sayFailure(error, "en", screen);
}
