#!/usr/bin/env node
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { isatty } from "node:tty";
import { fileURLToPath } from "node:url";
import { commands } from "../commands/index.ts";
import { openApp } from "./app.ts";
import { openLog } from "./app/open-log.ts";
import { startBot } from "./app/start-bot.ts";
import { systemClock } from "./clock.ts";
import { exampleText, schemaText } from "./config/config-texts.ts";
import type { Environment } from "./config/environment.ts";
import { readConfig } from "./config/read-config.ts";
import { loadEnvironmentFile, readEnvironment } from "./config/read-environment.ts";
import { wantsColor } from "./config/wants-color.ts";
import { playgroundPlaces, startPlayground } from "./playground/start-playground.ts";
import { manifestFor } from "./slack/manifest.ts";
import { runTerminal } from "./terminal/run-terminal.ts";
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

/** Without words: the bot, or the playground where there is no Slack token. Runs until a signal. */
async function start(environment: Environment): Promise<void> {
  const { slack, dataFolder, configPath: path, slackApiUrl } = environment;
  const isPlayground = slack.kind === "playground";
  const log = openLog(isPlayground ? "warn" : environment.logLevel);
  const running =
    slack.kind === "playground"
      ? await startPlayground({
          port: environment.port,
          healthPort: environment.healthPort,
          isProduction: environment.production,
          hasRealTokens: false,
          dataFolder,
          pageFolder: resolve(built, "playground-page"),
          readConfig: (desk) => readConfig({ path: desk, env: {} }),
          clock: systemClock,
          log,
        })
      : {
          url: null,
          stop: await startBot({
            app: await openApp({
              config: await readConfig({ path }),
              dataFolder,
              clock: systemClock,
              log,
              slack: { botToken: slack.botToken, apiUrl: slackApiUrl },
              inProduction: environment.production,
            }),
            slack,
            environment,
            log,
          }),
        };
  screen.stdout(
    running.url === null
      ? "Goalpost is connected to Slack. Ctrl+C stops it.\n"
      : `The playground is open at ${running.url}\nCtrl+C stops it.\n`,
  );
  const stop = (): void => {
    running.stop().then(
      () => process.exit(0),
      (error: unknown) => process.exit(sayFailure(error, "en", screen)),
    );
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}

/** With words: one command. Where nothing is configured yet, the playground's desk answers. */
async function say(argv: readonly string[]): Promise<number> {
  const places = playgroundPlaces(readEnvironment().dataFolder);
  const inPlayground = (config: string | null, data: string | null): boolean =>
    config === null &&
    data === null &&
    !existsSync(readEnvironment().configPath) &&
    existsSync(places.config);
  const configPath = (given: string | null): string =>
    given ?? (inPlayground(given, null) ? places.config : readEnvironment().configPath);
  const dataFolder = (given: string | null): string =>
    resolve(given ?? (inPlayground(null, given) ? places.data : readEnvironment().dataFolder));

  return await runTerminal({
    argv,
    screen,
    commands,
    version: version(),
    dataFolder,
    openApp: async ({ config, data }) => {
      const { slack, slackApiUrl, logLevel, production } = readEnvironment();
      return await openApp({
        config: await readConfig({ path: configPath(config) }),
        dataFolder: dataFolder(data),
        clock: systemClock,
        log: openLog(logLevel === "debug" ? "debug" : "silent"),
        slack:
          slack.kind === "playground" ? null : { botToken: slack.botToken, apiUrl: slackApiUrl },
        inProduction: production,
      });
    },
    config: {
      schema: schemaText,
      example: exampleText,
      check: async (given) => (await readConfig({ path: configPath(given) })).path,
    },
    manifest: (url) => manifestFor(url === null ? { mode: "socket" } : { mode: "http", url }),
  });
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
try {
  loadEnvironmentFile();
  if (argv.length === 0) await start(readEnvironment());
  else process.exitCode = await say(argv);
} catch (error) {
  process.exitCode = sayFailure(error, "en", screen);
}
