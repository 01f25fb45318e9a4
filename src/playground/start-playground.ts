import { join } from "node:path";
import { commands } from "../../commands/index.ts";
import { type AppSettings, openApp } from "../app.ts";
import { startBot } from "../app/start-bot.ts";
import type { Clock } from "../clock.ts";
import type { Log } from "../slack/log.ts";
import { botEvents, scopes } from "../slack/scopes.ts";
import { shortcuts } from "../slack/shortcuts.ts";
import type { Seed } from "./people.ts";
import { playgroundPlaces } from "./places.ts";
import { writeSampleDesk } from "./sample/write-sample-desk.ts";
import { startPlayground as startSlack } from "./server.ts";
import { suggestLine } from "./suggest-line.ts";

export interface PlaygroundSettings {
  readonly port: number;
  readonly healthPort: number | null;
  /** NODE_ENV says production, or real tokens are set: then it does not start. */
  readonly isProduction: boolean;
  readonly hasRealTokens: boolean;
  /** The data folder; the playground keeps everything below `playground/` in it. */
  readonly dataFolder: string;
  /** Where the built page lies. */
  readonly pageFolder: string;
  readonly readConfig: (path: string) => Promise<AppSettings["config"]>;
  readonly clock: Clock;
  readonly log: Log;
  /** Who works there, where it is not the people that everybody finds. */
  readonly seed?: Seed;
}

/** The zone the sample desk keeps its days in. */
const zone = "Europe/Berlin";

/**
 * The real bot on a sample desk, connected to another Slack on this machine: only that Slack is not
 * the real one. Gives its address, and the way to stop.
 */
export async function startPlayground(settings: PlaygroundSettings) {
  const { port, clock, log, pageFolder, isProduction, hasRealTokens, seed } = settings;
  const places = playgroundPlaces(settings.dataFolder);
  const slack = await startSlack({
    port,
    pageFolder,
    clock,
    isProduction,
    hasRealTokens,
    commands: commands.map((each) => ({ ...each, shouldEscape: true })),
    shortcuts: shortcuts.map(({ callback, name }) => ({
      callbackId: callback,
      // As in Slack, in the language that the app was installed with.
      name: name.en,
      type: "global",
    })),
    botEvents,
    scopes: scopes.map(({ name }) => name),
    suggest: suggestLine,
    keptIn: join(places.data, "workspace.json"),
    ...(seed === undefined ? {} : { seed }),
  });
  try {
    const isNewDesk = await writeSampleDesk({ folder: places.desk, now: clock.now(), zone });
    const app = await openApp({
      config: await settings.readConfig(places.config),
      dataFolder: places.data,
      databaseUrl: null,
      clock,
      log,
      slack: { botToken: slack.botToken, apiUrl: slack.apiUrl },
      inProduction: false,
    });
    // A new desk does not have every record of the old one.
    if (isNewDesk) await app.records.forgetSources([]);
    const bot = await startBot({
      app,
      slack: { kind: "socket", botToken: slack.botToken, appToken: slack.appToken },
      environment: {
        slackApiUrl: slack.apiUrl,
        port,
        healthPort: settings.healthPort,
        healthHost: "127.0.0.1",
        production: false,
      },
      log,
      // Its own Slack takes its tokens as long as both live.
      onRefused: () => {},
      // Whoever tries it out plays everybody, and presses whatever there is.
      perMinute: { person: 300, channel: 300, steps: 600, letters: 3_000 },
    });
    return {
      url: slack.url,
      stop: async () => {
        await bot.stop();
        await slack.stop();
      },
    };
  } catch (error) {
    await slack.stop();
    throw error;
  }
}
