import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { stoppedAt } from "../../src/clock.ts";
import { openPostgres } from "../../src/documents/postgres/open-postgres.ts";
import { afterTest } from "../closing.ts";
import { buildChild } from "../fixtures/build-child.ts";
import { hasPostgres, onServer } from "../fixtures/database.ts";
import { aDigest } from "../fixtures/digest.ts";
import { newFolder } from "../fixtures/new-folder.ts";
import type { BusySaid } from "../replicas/busy-said.ts";
import { aPair, type Pair } from "../replicas/pair.ts";
import { startPosting } from "../replicas/posting-server.ts";
import type { ReplicaSettings } from "../replicas/replica-settings.ts";

const failovers = 6;
const startsAt = "2026-11-16T07:59:30.000Z";
/** Digests of Monday in Berlin, some due at each of these. */
const times = ["09:00", "09:05", "09:10", "09:15", "09:20", "09:25", "09:30", "09:35"];
const perTime = 6;
const speed = 20;

function start(program: string, words: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, [program, ...words], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const over = once(child, "exit");
  afterTest(async () => {
    child.kill("SIGKILL");
    await over;
  });
  return child;
}

async function startBusy(url: string, names: readonly string[]) {
  const source = `${import.meta.dirname}/../replicas/busy-child.ts`;
  const program = await buildChild(source, newFolder());
  return names.map((name) => {
    const child = start(program, [url, name]);
    const said: BusySaid[] = [];
    let rest = "";
    child.stdout!.on("data", (chunk: Buffer) => {
      const lines = `${rest}${chunk.toString()}`.split("\n");
      rest = lines.pop() ?? "";
      said.push(...lines.map((line): BusySaid => JSON.parse(line)));
    });
    return { name, child, said };
  });
}

async function startDelivering(url: string, count: number) {
  const clock = stoppedAt(new Date(startsAt));
  const { documents } = await openPostgres({ url, clock, warn: () => {} });
  await documents.change({ who: "U0LEAD", via: "slack" }, async ({ digests }) => {
    for (const time of times) {
      for (let nth = 1; nth <= perTime; nth += 1) {
        const id = `${time.replace(":", "")}-${nth}`;
        const one = { id, channel: `C0TEAM${id}`, submission: `form-${id}`, time };
        await digests.put(aDigest({ ...one, activeFrom: startsAt }));
      }
    }
  });
  await documents.close();
  const slack = await startPosting();
  const source = `${import.meta.dirname}/../replicas/replica-child.ts`;
  const program = await buildChild(source, newFolder());
  const settings: ReplicaSettings = {
    url,
    slackUrl: slack.url,
    speed,
    startsAt,
    startedMs: Date.now(),
  };
  for (let nth = 0; nth < count; nth += 1) start(program, [JSON.stringify(settings)]);
  return slack;
}

/**
 * The primary dies, now and then after it has lost its standby; the address leads to that before it
 * is a primary, as it may happen.
 */
async function failOver({ address, primary, standby, part, promote }: Pair, nth: number) {
  if (nth % 2 === 1) {
    await part();
    await pause(500);
  }
  await primary().end(nth % 2 === 0 ? "SIGKILL" : "SIGQUIT");
  address.lead(null);
  await pause(500 * (nth % 3));
  address.lead(standby().port);
  await pause(1_000 + 500 * (nth % 4));
  await promote();
  return Date.now();
}

const doneIn = (said: readonly BusySaid[], what: string) =>
  said.filter((each) => each.kind === "done").filter((each) => each.what === what);

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(50);
}

describe.skipIf(!hasPostgres)("a PostgreSQL that fails over", () => {
  test("again and again: no acknowledged change is lost, nothing is posted twice or missed, and both processes go on", async () => {
    const pair = await aPair();
    const busy = await startBusy(pair.url, ["one", "other"]);
    await until(() => busy.every(({ said }) => said.length > 20));
    const slack = await startDelivering(pair.url, 2);
    const back: Record<string, number[]> = { change: [], pull: [], ask: [] };
    for (let nth = 0; nth < failovers; nth += 1) {
      await until(() => slack.posts.length > (nth + 0.5) * perTime);
      const promotedAt = await failOver(pair, nth);
      for (const { said } of busy) {
        for (const [what, tookMs] of Object.entries(back)) {
          const first = () =>
            doneIn(said, what).find(({ from, to }) => from >= promotedAt || to > promotedAt);
          await until(() => first() !== undefined);
          tookMs.push(first()!.to - promotedAt);
        }
      }
      await pair.addStandby();
    }
    const { documents } = await openPostgres({
      url: pair.url,
      clock: stoppedAt(new Date(startsAt)),
      warn: () => {},
    });
    afterTest(documents.close);
    const due = times.length * perTime;
    await until(async () => {
      const all = await documents.deliveries.list();
      return (
        all.length === due && all.every(({ state }) => state === "sent" || state === "skipped")
      );
    });
    for (const { child } of busy) {
      expect([child.exitCode, child.signalCode]).toEqual([null, null]);
      child.kill("SIGKILL");
      await once(child, "close");
    }

    // Posted once each, and none left out.
    const deliveries = await documents.deliveries.list();
    expect(deliveries.filter(({ state }) => state !== "sent")).toEqual([]);
    expect(slack.posts.toSorted()).toEqual(deliveries.map(({ id }) => id).toSorted());

    const people = new Set((await documents.people.list()).map(({ id }) => id));
    const lines = await onServer(pair.url, ["select who from goalpost.audit"]);
    const told: Record<string, number> = {};
    for (const { name, said } of busy) {
      const changes = doneIn(said, "change");
      expect(changes.filter(({ nth }) => !people.has(`${name}-${nth}`))).toEqual([]);
      // None was made twice, whatever became of its answer.
      const made = [...people].filter((id) => id.startsWith(`${name}-`)).length;
      expect((await documents.goals.get(name))?.target).toBe(made);
      expect(lines.filter(({ who }) => who === name)).toHaveLength(made);
      // Nobody ever saw half a pull, or things as they were before one that was over.
      const seen = said.filter((each) => each.kind === "seen").filter(({ rows }) => rows > 0);
      expect(seen.length).toBeGreaterThan(failovers);
      for (const { known, rows, lowest, highest } of seen) {
        expect([rows, lowest]).toEqual([100, highest]);
        expect(lowest).toBeGreaterThanOrEqual(known);
      }
      for (const each of said) {
        if (each.kind !== "told") continue;
        const key = `${each.what} ${each.code}`;
        told[key] = (told[key] ?? 0) + 1;
      }
    }
    const count = (what: string) =>
      busy.reduce((sum, { said }) => sum + doneIn(said, what).length, 0);
    process.stdout.write(
      `  ${failovers} failovers, ${slack.posts.length} digests, ${count("change")} changes, ` +
        `${count("pull")} pulls, ${count("ask")} questions; back after the promotion (ms) ` +
        `${JSON.stringify(back)}; told ${JSON.stringify(told)}\n`,
    );
  }, 600_000);
});
