import { createWriteStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDuckdb } from "../../src/records/duckdb.ts";
import { toRequest } from "../records/to-request.ts";

const million = 1_000_000;
const days = 730;
const firstMs = Date.UTC(2024, 0, 1);
let folder = "";

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "goalpost-bench-"));
  await writeCalls("million.csv", 0, million, million, "handled");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const records = {
  calls: {
    id: "Call Id",
    queued_at: { column: ["Date", "Time"], format: "dd/MM/yyyy H:mm:ss" },
    outcome: { column: "Answered", values: { Y: "handled", N: "abandoned" } },
    wait_seconds: "Wait",
    talk_seconds: { column: "Talk", as: "duration" },
    resolved: "Resolved",
    topic: "Topic",
    agent: "Agent",
    team: "Team",
  },
};

const two = (value: number): string => String(value).padStart(2, "0");

/** Calls `from` to `to` of a desk that had `total` over two years; the same every time. */
async function writeCalls(name: string, from: number, to: number, total: number, mark: string) {
  const file = createWriteStream(join(folder, name));
  file.write("Call Id,Agent,Date,Time,Topic,Answered,Resolved,Wait,Talk,Rating,Team\n");
  let text = "";
  for (let at = from; at < to; at += 1) {
    const when = new Date(firstMs + (at / total) * days * 86_400_000);
    const chance = (at * 7919) % 10_007;
    const isAnswered = chance % 5 > 0;
    const day = `${two(when.getUTCDate())}/${two(when.getUTCMonth() + 1)}/${when.getUTCFullYear()}`;
    const time = `${when.getUTCHours()}:${two(when.getUTCMinutes())}:${two(when.getUTCSeconds())}`;
    const talk = `0:${two(chance % 7)}:${two(chance % 60)}`;
    const answered = isAnswered
      ? `Y,${chance % 9 > 0 ? "Y" : "N"},${chance % 120},${talk}`
      : "N,N,,";
    text += `ID${String(at).padStart(9, "0")},Agent ${chance % 500},${day},${time},${mark} ${chance % 5},${answered},${chance % 6},Team ${chance % 20}\n`;
    if (text.length > 4_000_000) {
      if (!file.write(text)) await once(file, "drain");
      text = "";
    }
  }
  file.end(text);
  await once(file, "finish");
}

const secondsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
};

/** How long the event loop stood still at most, and the memory at its highest, while something ran. */
async function watched(work: () => Promise<unknown>) {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  let memoryMb = 0;
  const sampling = setInterval(() => {
    memoryMb = Math.max(memoryMb, process.memoryUsage.rss() / 1e6);
  }, 20);
  delay.enable();
  const seconds = await secondsOf(work);
  delay.disable();
  clearInterval(sampling);
  return { seconds, memoryMb, blockedMs: delay.max / 1e6 };
}

/** What the engine needs for the same file by itself. */
async function byEngine(name: string) {
  const path = join(folder, "engine.duckdb");
  const instance = await DuckDBInstance.create(path, { memory_limit: "1GB" });
  const connection = await instance.connect();
  const measured = await watched(() =>
    connection.run(`create table calls as select * from read_csv('${join(folder, name)}')`),
  );
  connection.closeSync();
  instance.closeSync();
  rmSync(path);
  return measured;
}

async function byPull(name: string, zone: string) {
  const path = join(folder, "records.duckdb");
  const store = await openDuckdb({ path, zone, roots: [folder] });
  const request = toRequest({ path: name, records }, folder, zone);
  const first = await watched(() => store.pullSource(request));
  const again = await watched(() => store.pullSource(request));
  await store.close();
  rmSync(path);
  return { first, again };
}

const megabytes = (path: string): string => `${(statSync(path).size / 1e6).toFixed(0)} MB`;

const best = (values: readonly number[]): number => Math.min(...values);
const print = (title: string, rows: Readonly<Record<string, string>>): void => {
  const lines = Object.entries(rows).map(([name, value]) => `  ${name.padEnd(44)}${value}`);
  process.stdout.write(`\n${[title, ...lines].join("\n")}\n`);
};

test.each(["UTC", "Europe/Berlin"])("a million calls land, times in %s", async (zone) => {
  const engine: Awaited<ReturnType<typeof watched>>[] = [];
  const pulls: Awaited<ReturnType<typeof byPull>>[] = [];
  for (let round = 0; round < 4; round += 1) {
    engine.push(await byEngine("million.csv"));
    pulls.push(await byPull("million.csv", zone));
  }
  const alone = best(engine.map(({ seconds }) => seconds));
  const pulled = best(pulls.map(({ first }) => first.seconds));
  const memoryMb = Math.max(
    ...pulls.map(({ first, again }) => Math.max(first.memoryMb, again.memoryMb)),
  );
  // What our own code holds up it holds up every time; a busy machine does so now and then.
  const blockedMs = best(pulls.flatMap(({ first, again }) => [first.blockedMs, again.blockedMs]));
  print(`1 million calls (${megabytes(join(folder, "million.csv"))}), ${zone}, best of 4`, {
    "the engine's own typed table": `${alone.toFixed(2)} s`,
    "pulled: mapped, checked, stored": `${pulled.toFixed(2)} s = ${(pulled / alone).toFixed(2)} times`,
    "the same file again": `${best(pulls.map(({ again }) => again.seconds)).toFixed(2)} s`,
    "memory at its highest": `${memoryMb.toFixed(0)} MB`,
    "event loop held up": `${blockedMs.toFixed(0)} ms`,
  });
  expect(pulled / alone).toBeLessThan(2.5);
  expect(memoryMb).toBeLessThan(1000);
  expect(blockedMs).toBeLessThan(50);
});

test("ten thousand changed calls of the last month meet ten million", async () => {
  const path = join(folder, "large.duckdb");
  const total = 10 * million;
  const store = await openDuckdb({ path, zone: "Europe/Berlin", roots: [folder] });
  const pull = (name: string) =>
    store.pullSource(toRequest({ path: name, records }, folder, "Europe/Berlin"));
  let landing = 0;
  for (let part = 0; part < 10; part += 1) {
    await writeCalls("part.csv", part * million, (part + 1) * million, total, "Topic");
    landing += await secondsOf(() => pull("part.csv"));
  }
  await writeCalls("changed.csv", total - 10_000, total, total, "Changed");
  const { seconds, blockedMs, memoryMb } = await watched(() => pull("changed.csv"));
  const [held] = await store.query(
    "select count(*) as n, count(*) filter (where topic like 'Changed%') as changed from calls",
  );
  await store.close();
  print("10 million calls", {
    "landed in ten pulls": `${landing.toFixed(1)} s`,
    "10,000 of the last month changed": `${seconds.toFixed(2)} s`,
    "event loop held up": `${blockedMs.toFixed(0)} ms`,
    "memory at its highest": `${memoryMb.toFixed(0)} MB`,
    "the file": megabytes(path),
  });
  expect(held).toEqual({ n: total, changed: 10_000 });
  expect(seconds).toBeLessThan(2);
});
