import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { botEvents } from "../../src/slack/scopes.ts";
import { builtProgram } from "../fixtures/built-program.ts";
import { crowd } from "../fixtures/crowd.ts";
import { startForTest, visitorAt } from "../playground/workspace-for-tests.ts";
import { fromBot, typed } from "../slack/bot-for-tests.ts";
import { pulledSample } from "./pulled-sample.ts";

const program = builtProgram();

const megabytes = (pid: number, what: "VmRSS" | "VmHWM"): number =>
  Math.round(
    Number(
      new RegExp(`${what}:\\s+(\\d+)`, "u").exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1],
    ) / 1024,
  );
const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;

const words = ["fcr", "csat", "first_response_time by channel", "answer_rate", "backlog by team"];

test("1,000 /kpi within ten seconds are each answered or turned away, in bounded memory", async () => {
  const seed = crowd(100);
  const slack = await startForTest({
    botEvents,
    seed,
    commands: commands.map((each) => ({ ...each, shouldEscape: true })),
  });
  const folder = mkdtempSync(join(tmpdir(), "goalpost-flood-"));
  const { env } = await pulledSample(program, folder, slack);
  const child = spawn(process.execPath, [program], {
    cwd: folder,
    env,
    stdio: ["ignore", "pipe", "ignore"],
  });
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await slack.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  await new Promise<void>((resolve) => {
    child.stdout.on("data", (text: Buffer) => text.includes("connected") && resolve());
  });

  const before = megabytes(child.pid!, "VmRSS");
  const acknowledged: number[] = [];
  const asks: Promise<void>[] = [];
  for (let at = 0; at < 1_000; at += 1) {
    const [person, channel] = seed.asking[at % seed.asking.length]!;
    const began = performance.now();
    const ask = async (): Promise<void> => {
      const text = `/kpi ${words[at % words.length]} last-${1 + (at % 7)}-weeks`;
      const { ok } = await visitorAt(slack, person).do(typed(text, channel));
      expect(ok).toBe(true);
      acknowledged.push(performance.now() - began);
    };
    asks.push(ask());
    await sleep(10);
  }
  await Promise.all(asks);
  const said = async (): Promise<readonly string[]> => {
    const all = await Promise.all(seed.asking.map(([person]) => visitorAt(slack, person).see()));
    return all.flatMap((seen) => fromBot(seen).map(({ text }) => text));
  };
  await expect
    .poll(async () => (await said()).length, { timeout: 120_000, interval: 500 })
    .toBe(1_000);
  const texts = await said();
  const busy = texts.filter((text) => text.startsWith("Too many people")).length;
  const often = texts.filter((text) => text.startsWith("These are more questions")).length;
  const after = megabytes(child.pid!, "VmHWM");
  const p99 = Math.round(quantile(acknowledged, 0.99));
  process.stdout.write(
    `answered ${1_000 - busy - often}, busy ${busy}, too often ${often}; acknowledged p99 ${p99} ms; memory ${before} MB before, ${after} MB at most\n`,
  );
  expect(texts.filter((text) => /went wrong/u.test(text))).toEqual([]);
  expect(after - before).toBeLessThan(400);
  expect(p99).toBeLessThan(3_000);
});
