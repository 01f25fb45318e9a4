import { onTestFinished, expect, test } from "vitest";
import { systemClock } from "../../src/clock.ts";
import { createMayRead } from "../../src/slack/may-read.ts";
import { startForTest } from "../playground/workspace-for-tests.ts";
import { collectLog } from "./bot-for-tests.ts";

async function overPlayground() {
  const playground = await startForTest();
  onTestFinished(playground.stop);
  const { log } = collectLog();
  const { apiUrl, botToken } = playground;
  return { playground, mayRead: createMayRead({ apiUrl, botToken, log, clock: systemClock }) };
}

test("a public channel is open to everybody, a private one to its members", async () => {
  const { mayRead } = await overPlayground();
  const answers = await Promise.all([
    mayRead("C0BILLING", "U0MINA"),
    // Public, and the bot is not even in it.
    mayRead("C0GENERAL", "U0ANDREI"),
    mayRead("C0LEADS", "U0MINA"),
    mayRead("C0LEADS", "U0ANDREI"),
  ]);
  expect(answers).toEqual([true, true, true, false]);
});

test("what Slack does not know, or cannot be asked, is closed", async () => {
  const { playground, mayRead } = await overPlayground();
  expect(await mayRead("C0NOWHERE", "U0MINA")).toBe(false);
  expect(await mayRead("", "U0MINA")).toBe(false);
  await playground.stop();
  expect(await mayRead("C0SUPPORT", "U0MINA")).toBe(false);
});
