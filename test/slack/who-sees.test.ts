import { expect, test } from "vitest";
import { digest } from "../../commands/digest.ts";
import { goal } from "../../commands/goal.ts";
import { home } from "../../commands/home.ts";
import { systemClock } from "../../src/clock.ts";
import type { MayRead } from "../../src/people/may-see.ts";
import { createMayRead } from "../../src/slack/may-read.ts";
import { deskOver } from "../commands/desk-for-tests.ts";
import { aDelivery, aDigest } from "../fixtures/digest.ts";
import { aGoal } from "../fixtures/goal.ts";
import { ticketsOn } from "../reports/ask.ts";
import { collectLog, fromBot, nowhere, startBot, typed, type Bot } from "./bot-for-tests.ts";

const secret = "Cut the night shift";

/** A goal and a digest of #support-leads, which Mina and Lena are in and Andrei is not. */
async function aBot(): Promise<Bot> {
  let ask: MayRead = nowhere;
  const { desk, documents } = await deskOver(
    { tickets: ticketsOn("2026-11-10", 100, 70) },
    { mayRead: (channel, person) => ask(channel, person) },
  );
  await documents.change({ who: "test", via: "test" }, async (draft) => {
    const channel = "C0LEADS";
    await draft.goals.put(aGoal({ channel, why: secret, owner: "U0LENA", createdBy: "U0LENA" }));
    await draft.digests.put(aDigest({ channel, createdBy: "U0LENA" }));
    const toLena = { digest: null, channel: "U0LENA", owner: "U0LENA", about: "g77" };
    const failed = { state: "dead", reason: "refused", told: true } as const;
    await draft.deliveries.put(aDelivery({ ...toLena, ...failed, id: "x", kind: "alert" }));
  });
  const bot = await startBot([goal, digest], { desk, home });
  const { apiUrl, botToken } = bot.playground;
  ask = createMayRead({ apiUrl, botToken, log: collectLog().log, clock: systemClock });
  return bot;
}

const answers = async (bot: Bot, person: string, words: readonly string[]): Promise<string> => {
  // What begins with a slash or a name is said in a channel, the rest to the bot alone.
  const placeOf = (each: string) => (/^[/@]/u.test(each) ? "C0BILLING" : `D${person.slice(1)}`);
  for (const each of words) await bot.as(person).do(typed(each, placeOf(each)));
  const seen = await bot.as(person).sees((all) => fromBot(all).length === words.length);
  return JSON.stringify(fromBot(seen));
};

test("who is in the private channel sees its goal and its digest, by command, mention and Home", async () => {
  const bot = await aBot();
  const said = await answers(bot, "U0MINA", ["/goal list", "/goal show g1", "digest list"]);
  expect(said).toContain(secret);
  expect(said).toContain("C0LEADS");
  await bot.as("U0MINA").do({ kind: "open_home", tab: "home" });
  await bot.as("U0MINA").sees((all) => JSON.stringify(all.home).includes("C0LEADS"));
});

test("who is not sees neither, whatever the words, and is not told that they are there", async () => {
  const bot = await aBot();
  const said = await answers(bot, "U0ANDREI", [
    "/goal list",
    "/goal show g1",
    "/goal history g1",
    "@Goalpost goal show g1",
    "digest list",
    "digest status",
    "digest preview d1",
  ]);
  expect(said).not.toContain(secret);
  expect(said).not.toContain("C0LEADS");
  await bot.as("U0ANDREI").do({ kind: "open_home", tab: "home" });
  const { home: view } = await bot.as("U0ANDREI").sees((all) => all.home !== null);
  expect(JSON.stringify(view)).not.toMatch(/C0LEADS|night shift/u);
});

test("what became of a message to one person stands in their status and on their Home, and in no other's", async () => {
  const bot = await aBot();
  expect(await answers(bot, "U0LENA", ["digest status"])).toContain("g77");
  await bot.as("U0LENA").do({ kind: "open_home", tab: "home" });
  await bot.as("U0LENA").sees((all) => JSON.stringify(all.home).includes("g77"));
  const words = ["@Goalpost digest status", "digest status"];
  expect(await answers(bot, "U0ANDREI", words)).not.toContain("g77");
  expect(await answers(bot, "U0MINA", ["digest status"])).not.toContain("g77");
  await bot.as("U0MINA").do({ kind: "open_home", tab: "home" });
  const { home: view } = await bot
    .as("U0MINA")
    .sees((all) => JSON.stringify(all.home).includes("C0LEADS"));
  expect(JSON.stringify(view)).not.toContain("g77");
});
