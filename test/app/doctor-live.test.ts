import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { examineLive } from "../../src/terminal/examine-live.ts";
import { builtProgram } from "../fixtures/built-program.ts";
import { startProgram, startSlack } from "../fixtures/running-program.ts";
import { newPlace, type } from "../terminal/desk.ts";

const program = builtProgram();
const said = z.looseObject({
  findings: z.array(z.looseObject({ level: z.string(), text: z.string() })),
});

/** A machine whose clock is ten minutes slow. */
const slow = `const real = Date.now;
Date.now = () => real() - 600_000;
globalThis.Date = class extends Date {
  constructor(...given) { given.length === 0 ? super(Date.now()) : super(...given); }
};`;

test("doctor --live asks the running bot how it does, and compares its clock with Slack's", async () => {
  const slack = await startSlack();
  const place = newPlace([]);
  const preload = join(place.folder, "slow.mjs");
  writeFileSync(preload, slow);
  const bot = await startProgram(program, slack, place, { preload });
  // The bot answers only once its socket listens, in the moment after it has said that it is connected.
  const ask = async () => {
    const answer = await type(["doctor", "--live", "--json"], { place });
    return answer.exit === 0 ? said.parse(JSON.parse(answer.out)).findings : [];
  };
  await expect.poll(async () => (await ask()).length, { timeout: 50_000 }).toBeGreaterThan(3);
  const texts = (await ask()).map(({ level, text }) => `${level}: ${text}`);
  expect(texts).toContainEqual(expect.stringMatching(/^ok: Slack has been connected for /u));
  expect(texts).toContainEqual(expect.stringMatching(/^ok: The scheduler looked .* ago\.$/u));
  expect(texts).toContain("ok: No delivery is waiting.");
  expect(texts).toContainEqual(
    expect.stringMatching(
      /^warning: The clock is (?:10 min|9 min 5\d s|10 min \d s) off Slack’s\.$/u,
    ),
  );
  expect(texts.join()).not.toContain("database");
  bot.signal("SIGTERM");
  expect(await bot.ended).toBe(0);
}, 180_000);

test("doctor --live where no bot runs says so and opens nothing", async () => {
  const place = newPlace([]);
  const { exit, out, err } = await type(["doctor", "--live"], { place });
  expect([exit, out]).toEqual([1, ""]);
  expect(err).toBe(
    `No bot is running on ${place.data}. Start it with “npm start”, or leave out --live.\n`,
  );
});

test("what is wrong with a running bot is a fault, with what to do next", () => {
  const nowMs = Date.parse("2026-11-18T10:00:00Z");
  const findings = examineLive(
    {
      nowMs,
      isConnected: false,
      steadyMs: 180_000,
      tickAgeMs: 240_000,
      isShutOut: true,
      oldestDueAt: new Date(nowMs - 3_600_000),
      unknown: 1,
      dead: 2,
      slackAheadMs: null,
      databaseAheadMs: -31_000,
    },
    "en",
  );
  expect(findings.map(({ level, text }) => `${level}: ${text}`)).toEqual([
    "fault: Slack has not been connected for 3 min.",
    "fault: The scheduler has not looked for due digests for 4 min.",
    "fault: Slack lets no delivery in.",
    "warning: The oldest delivery that is not over has been due for 1 h.",
    "warning: 1 delivery may have reached Slack or not; the bot is finding out.",
    "warning: 2 deliveries were given up in the last week.",
    "warning: The clock is 31 s off the database’s.",
    "warning: Slack’s clock could not be read.",
  ]);
  expect(findings.every(({ next }) => next?.endsWith(".") === true)).toBe(true);
});
