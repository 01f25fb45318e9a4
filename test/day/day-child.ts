import { setImmediate } from "node:timers/promises";
import { jobsOf } from "../../src/app/jobs-of.ts";
import { startBot } from "../../src/app/start-bot.ts";
import { openApp } from "../../src/app.ts";
import { readConfig } from "../../src/config/read-config.ts";
import { AppError } from "../../src/errors.ts";
import type { DaySettings, Hour, Minute } from "./day-messages.ts";
import { rings } from "./rings.ts";

/** A bot that lives on a clock it is told, minute by minute, and says how large it is. */
const settings: DaySettings = JSON.parse(process.argv[2] ?? "");
const { configPath, dataFolder, botToken, appToken, apiUrl } = settings;
const time = { now: new Date(settings.startsAt) };
const clock = { now: () => new Date(time.now) };
const counts = { pulled: 0, refused: 0 };
const faults: string[] = [];
const log = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: (fields: object, message: string) =>
    void faults.push(`${message} ${JSON.stringify(fields)}`),
};
const app = await openApp({
  config: await readConfig({ path: configPath, env: {} }),
  dataFolder,
  databaseUrl: null,
  clock,
  log,
  slack: { botToken, apiUrl },
  inProduction: true,
});
await startBot({
  app,
  slack: { kind: "socket", botToken, appToken },
  environment: {
    slackApiUrl: apiUrl,
    port: 0,
    healthPort: 0,
    healthHost: "127.0.0.1",
    production: true,
  },
  log,
  // Its minutes are shorter than ours.
  perMinute: { person: 1e6, channel: 1e6, steps: 1e6, letters: 1e6 },
  onRefused: (fault) => void faults.push(String(fault)),
});

const pull = async (source: string): Promise<void> => {
  try {
    await app.pull(source, {});
    counts.pulled += 1;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    counts.refused += 1;
  }
};
const jobs = jobsOf(app, pull, log);

const say = (minute: Minute): void => void process.send?.(minute);

async function size(): Promise<Pick<Hour, "heapUsed" | "rss" | "external">> {
  for (let round = 0; round < 3; round += 1) {
    globalThis.gc?.();
    await setImmediate();
  }
  const { heapUsed, rss, external } = process.memoryUsage();
  return { heapUsed, rss, external };
}

/** How many there are of each kind, by what became of them. */
async function fates(): Promise<Readonly<Record<string, number>>> {
  const found: Record<string, number> = {};
  for (const { kind, state } of await app.documents.deliveries.list()) {
    found[`${kind} ${state}`] = (found[`${kind} ${state}`] ?? 0) + 1;
  }
  return found;
}

/** What its clockwork does in a minute. */
process.on("message", (at: string) => {
  const live = async (): Promise<void> => {
    time.now = new Date(at);
    for (const job of jobs) {
      if (rings(job.schedule, time.now)) await job.run();
    }
    const isFull = time.now.getUTCMinutes() === 0;
    say({
      hour: isFull ? { ...(await size()), fates: await fates(), ...counts } : null,
      faults: faults.splice(0),
    });
  };
  live().catch((error: unknown) => say({ hour: null, faults: [String(error)] }));
});
say({ hour: null, faults });
