import type { App } from "../app.ts";
import { home } from "../../commands/home.ts";
import type { Config } from "../config/config.ts";
import type { Environment, SlackMode } from "../config/environment.ts";
import type { Log } from "../slack/log.ts";
import type { PerMinute } from "../slack/rates.ts";
import type { Connection } from "../slack/receiver.ts";
import { createSlack, type Furniture } from "../slack/slack.ts";
import { listenForTerminal } from "../terminal/socket-server.ts";
import { oneAtATime } from "../one-at-a-time.ts";
import { createRoleOf } from "./role-of.ts";
import { healthOf, type Watched } from "./health.ts";
import { liveState } from "./live-state.ts";
import type { Metrics } from "./metrics.ts";
import { runJobs } from "./run-jobs.ts";
import { serveHealth } from "./serve-health.ts";

export interface BotSettings {
  readonly app: App;
  readonly slack: Exclude<SlackMode, { kind: "playground" }>;
  readonly environment: Pick<
    Environment,
    "slackApiUrl" | "port" | "healthPort" | "healthHost" | "production"
  >;
  readonly log: Log;
  readonly perMinute?: PerMinute;
  /** Slack takes a token no more: the bot is of no use until somebody has seen to that. */
  readonly onRefused: (fault: unknown) => void;
}

export interface Bot {
  /**
   * Lets another configuration be in force, whole or not at all: throws what speaks against it, and
   * the old one goes on. What is being answered is answered by the old one.
   */
  readonly reconfigure: (config: Config) => Promise<void>;
  /** Stops it all, the stores last. */
  readonly stop: () => Promise<void>;
}

/**
 * Opens every door: Slack, the terminal's socket, health; and starts the clockwork of pulls and
 * digests.
 */
export async function startBot(settings: BotSettings): Promise<Bot> {
  const { slack, environment, log, onRefused, perMinute } = settings;
  const { slackApiUrl, healthPort, healthHost, production } = environment;
  let app = settings.app;
  const watched = (): Watched => ({
    isConnected: bot.isConnected(),
    steadyMs: bot.steadyMs(),
    quietMs: bot.quietMs(),
    ...app.ledger.condition(),
  });
  const metrics = healthPort === null ? null : await metricsOf(app, watched);
  const bot = createSlack({
    ...furnitureOf(app, metrics),
    botToken: slack.botToken,
    apiUrl: slackApiUrl,
    connection: connectionOf(slack, environment.port),
    log,
    clock: app.clock,
    onRefused,
    ...(perMinute !== undefined && { perMinute }),
    seen: app.seen,
    quotas: app.quotas,
    inProduction: production,
  });

  await bot.start();
  // The rules of zones come with Node: a send that moved is explained by another version of them.
  log.info({ node: process.version, zones: process.versions["tz"] ?? null }, "Goalpost is at work");
  const terminal = await listenForTerminal(app, () => ({
    ...app,
    live: () => liveState(app, watched(), slackApiUrl),
  }));
  const stopHealth =
    healthPort === null || metrics === null
      ? null
      : await serveHealth(
          { host: healthHost, port: healthPort },
          { health: () => healthOf(watched()), metrics: metrics.text },
        );
  // Last: whatever keeps the bot from starting does so before anything is posted.
  let stopJobs = runJobs(app, metrics, log);
  const inTurn = oneAtATime();
  let isStopping = false;
  return {
    reconfigure: (config) =>
      inTurn(async () => {
        if (isStopping) return;
        const next = await app.under(config);
        const swap = await bot.prepare(furnitureOf(next, metrics));
        await next.recount();
        swap();
        app = next;
        await stopJobs().catch((error: unknown) => {
          log.error({ error }, "the clockwork of the configuration before did not stop in order");
        });
        // A pull that was in hand would have brought them back.
        await forgetSources(next, log);
        stopJobs = runJobs(next, metrics, log);
      }),
    stop: async () => {
      isStopping = true;
      await inTurn(async () => {
        await Promise.all([
          stopJobs(),
          terminal.close(),
          bot.stop(),
          stopHealth?.() ?? Promise.resolve(),
        ]);
        await app.close();
      });
    },
  };
}

function furnitureOf(app: App, metrics: Metrics | null): Furniture {
  const { config, commands } = app;
  return {
    commands: metrics === null ? commands : commands.map(metrics.timed),
    home,
    desk: app.desk,
    roleOf: createRoleOf(config.people),
    agentFiguresIn: config.privacy.agentFiguresIn,
    sharedChannels: config.privacy.sharedChannels,
    locale: app.locale,
    zone: app.zone,
    chosenLocale: app.desk.people.localeOf,
  };
}

/** The new configuration is in force already: what could not be forgotten is at the next start. */
async function forgetSources({ records, sources }: App, log: Log): Promise<void> {
  try {
    await records.forgetSources(sources.map(({ name }) => name));
  } catch (error) {
    log.error({ error }, "records of sources that are gone could not be dropped");
  }
}

/** Its library is loaded where somebody may ask. */
async function metricsOf(app: App, watched: () => Watched): Promise<Metrics> {
  const { createMetrics } = await import("./metrics.ts");
  const { clock, documents, sourceStates } = app;
  return createMetrics({ watched, deliveries: documents.deliveries.list, sourceStates, clock });
}

function connectionOf(slack: BotSettings["slack"], port: number): Connection {
  switch (slack.kind) {
    case "socket":
      return { mode: "socket", appToken: slack.appToken };
    case "http":
      return { mode: "http", signingSecret: slack.signingSecret, port };
  }
}
