import { openPostgres } from "../../src/documents/postgres/open-postgres.ts";
import { createLedger } from "../../src/scheduler/ledger.ts";
import type { Poster } from "../../src/scheduler/poster.ts";
import type { Timer } from "../../src/scheduler/timer.ts";
import { aComposedDigest } from "../fixtures/composed-digest.ts";
import type { ReplicaSettings } from "./replica-settings.ts";

/** A process that delivers what is due, on a clock that runs faster than time. Ends when killed. */
const settings: ReplicaSettings = JSON.parse(process.argv[2] ?? "");
const { url, slackUrl, speed, startedMs, startsAt } = settings;
const clock = { now: () => new Date(Date.parse(startsAt) + (Date.now() - startedMs) * speed) };
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms / speed));
const timer: Timer = { ms: () => performance.now() * speed, wait: pause };

async function ask(path: string, body: object): Promise<string | null> {
  const response = await fetch(`${slackUrl}${path}`, {
    method: "POST",
    body: JSON.stringify(body),
  });
  return JSON.parse(await response.text());
}
const poster: Poster = {
  post: async (channel, _message, key, { ensure }) => {
    ensure();
    return { ts: String(await ask("/post", { channel, key })) };
  },
  findByKey: (channel, key) => ask("/find", { channel, key }),
  amend: async () => {},
  tell: async () => {},
};
const silent = { info: () => {}, warn: () => {}, error: () => {} };
const { documents, quotas } = await openPostgres({
  url,
  clock,
  warn: () => {},
  now: async () => clock.now(),
});
const ledger = createLedger({
  documents,
  quotas,
  clock,
  timer,
  random: Math.random,
  poster,
  compose: async ({ id }) => ({ kind: "digest", digest: aComposedDigest({ key: id }) }),
  awaits: async () => null,
  isNeedless: async () => false,
  workdaysIn: () => ({ isWorkday: () => true, isDayOff: () => false }),
  log: silent,
  holder: `${process.pid}`,
});
for (;;) {
  await ledger.tick().catch(() => {});
  process.stdout.write("looked\n");
  await pause(10_000);
}
