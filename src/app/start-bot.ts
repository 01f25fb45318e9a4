import type { App } from "../app.ts";
import { home } from "../../commands/home.ts";
import type { Environment, SlackMode } from "../config/environment.ts";
import { AppError } from "../errors.ts";
import { correctionsJob } from "../scheduler/jobs/corrections.ts";
import { digestJob } from "../scheduler/jobs/digest.ts";
import { fallenGoalsJob } from "../scheduler/jobs/fallen-goals.ts";
import { ownersJob } from "../scheduler/jobs/owners.ts";
import { pullJob } from "../scheduler/jobs/pull.ts";
import { renewalsJob } from "../scheduler/jobs/renewals.ts";
import { remindersJob } from "../scheduler/jobs/reminders.ts";
import { retentionJob } from "../scheduler/jobs/retention.ts";
import { reviewsJob } from "../scheduler/jobs/reviews.ts";
import { staleSourcesJob } from "../scheduler/jobs/stale-sources.ts";
import { createScheduler } from "../scheduler/run.ts";
import type { Log } from "../slack/log.ts";
import type { PerMinute } from "../slack/rates.ts";
import type { Connection } from "../slack/receiver.ts";
import { createSlack } from "../slack/slack.ts";
import { listenForTerminal } from "../terminal/socket-server.ts";
import { createRoleOf } from "./role-of.ts";
import { serveHealth } from "./serve-health.ts";

export interface BotSettings {
  readonly app: App;
  readonly slack: Exclude<SlackMode, { kind: "playground" }>;
  readonly environment: Pick<Environment, "slackApiUrl" | "port" | "healthPort" | "production">;
  readonly log: Log;
  readonly perMinute?: PerMinute;
  /** Slack takes a token no more: the bot is of no use until somebody has seen to that. */
  readonly onRefused: (fault: unknown) => void;
}

/**
 * Opens every door: Slack, the terminal's socket, health; and starts the clockwork of pulls and
 * digests. Gives the way to stop it all, the stores last.
 */
export async function startBot({
  app,
  slack,
  environment,
  log,
  onRefused,
  perMinute,
}: BotSettings): Promise<() => Promise<void>> {
  const { config, clock } = app;
  const { slackApiUrl, healthPort, production } = environment;
  const bot = createSlack({
    botToken: slack.botToken,
    apiUrl: slackApiUrl,
    connection: connectionOf(slack, environment.port),
    commands: app.commands,
    home,
    desk: app.desk,
    roleOf: createRoleOf(config.people),
    agentFiguresIn: config.privacy.agentFiguresIn,
    sharedChannels: config.privacy.sharedChannels,
    locale: app.locale,
    zone: app.zone,
    chosenLocale: app.desk.people.localeOf,
    log,
    clock,
    onRefused,
    ...(perMinute !== undefined && { perMinute }),
    seen: app.seen,
    inProduction: production,
  });
  const { profileOf, ledger, zone } = app;
  const reminding = { ...app.desk, zone, profileOf, remind: ledger.remind };
  const alerting = {
    ...reminding,
    ...app.watching,
    locale: app.locale,
    alert: ledger.alert,
    keepers: app.keepers,
  };
  const stopping = new AbortController();
  const lastSuccess = async (source: string) =>
    (await app.sourceStates()).find((state) => state.source === source)?.succeededAt ?? null;
  const scheduler = createScheduler(
    [
      digestJob(app.ledger),
      remindersJob(reminding),
      reviewsJob(reminding),
      renewalsJob(reminding),
      ownersJob({ ...reminding, leads: app.leads }),
      fallenGoalsJob(alerting),
      staleSourcesJob(alerting),
      correctionsJob({ ...alerting, documents: app.documents, ask: ledger.ask, log }),
      ...(config.privacy.keepRecordsSeconds === null
        ? []
        : [retentionJob(app.zone, app.dropOldRecords)]),
      ...config.sources.flatMap(({ name, schedule }) =>
        schedule === null
          ? []
          : [
              pullJob(
                { name, schedule, zone: app.zone },
                { clock, lastSuccess, pull: pullOf(app, stopping.signal, log) },
              ),
            ],
      ),
    ],
    app.turns,
    log,
  );

  await bot.start();
  scheduler.start();
  const terminal = await listenForTerminal(app);
  const stopHealth =
    healthPort === null
      ? null
      : await serveHealth(healthPort, () => bot.isConnected() && ledger.isWell());
  return async () => {
    stopping.abort();
    await Promise.all([
      scheduler.stop(),
      ledger.stop(),
      terminal.close(),
      bot.stop(),
      stopHealth?.() ?? Promise.resolve(),
    ]);
    await app.close();
  };
}

function connectionOf(slack: BotSettings["slack"], port: number): Connection {
  switch (slack.kind) {
    case "socket":
      return { mode: "socket", appToken: slack.appToken };
    case "http":
      return { mode: "http", signingSecret: slack.signingSecret, port };
  }
}

/** A pull that was refused is a fact for `doctor` and the answers, not a fault of ours. */
const pullOf =
  (app: App, signal: AbortSignal, log: Log) =>
  async (source: string): Promise<void> => {
    try {
      const { rows, changed, badRows } = await app.pull(source, { signal });
      log.info({ source, rows, changed, badRows }, "pulled");
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof AppError)) throw error;
      log.warn({ source, code: error.code, hint: error.hint }, error.message);
    }
  };
