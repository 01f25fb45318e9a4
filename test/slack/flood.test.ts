import { expect, test } from "vitest";
import { createQuotas } from "../../src/documents/quotas.ts";
import { createAtOnce, TooBusy } from "../../src/slack/at-once.ts";
import { createRates } from "../../src/slack/rates.ts";
import { crowd } from "../fixtures/crowd.ts";
import { aCommand, collectLog, fromBot, pressOn, said, startBot, typed } from "./bot-for-tests.ts";

const ratesAt = (nowMs: () => number) => createRates(createQuotas(nowMs), collectLog().log);

test("a person may ask ten times a minute, and again as the minute goes on", async () => {
  let now = 0;
  const rates = ratesAt(() => now);
  const ask = (person = "U1", channel: string | null = null) => rates.question(person, channel);
  const times = async (count: number): Promise<readonly number[]> => {
    const waits: number[] = [];
    for (let nth = 0; nth < count; nth += 1) waits.push(await ask());
    return waits;
  };
  expect(await times(10)).toEqual(Array.from({ length: 10 }, () => 0));
  expect([await ask(), await ask("U2")]).toEqual([6, 0]);
  now += 3_000;
  expect(await ask()).toBe(3);
  now += 3_000;
  expect(await times(2)).toEqual([0, 6]);
  now += 600_000;
  expect((await times(11)).filter((wait) => wait === 0)).toHaveLength(10);
});

test("a channel may be asked in thirty times a minute, whoever asks", async () => {
  const rates = ratesAt(() => 0);
  const asked = Array.from({ length: 31 }, (_, at) => rates.question(`U${at}`, "C1"));
  const waits = await Promise.all(asked);
  expect(waits.filter((wait) => wait === 0)).toHaveLength(30);
  expect(waits.at(-1)).toBe(2);
  // Who was turned away there has lost nothing elsewhere.
  expect(await rates.question("U30", "C2")).toBe(0);
});

test("four are served, fifty wait in their order, and the next is told at once", async () => {
  const atOnce = createAtOnce();
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const all = Array.from({ length: 54 }, (_, at) =>
    atOnce(async () => {
      begun.push(at);
      await new Promise<void>((resolve) => ends.push(resolve));
      if (at === 1) throw new Error("one failed");
    }),
  );
  const outcomes = Promise.allSettled(all);
  await expect(atOnce(async () => "never")).rejects.toThrow(TooBusy);
  expect(begun).toEqual([0, 1, 2, 3]);
  for (let at = 0; at < 54; at += 1) {
    await expect.poll(() => ends.length).toBeGreaterThan(at);
    ends[at]?.();
  }
  expect((await outcomes).filter(({ status }) => status === "rejected")).toHaveLength(1);
  expect(begun).toEqual(Array.from({ length: 54 }, (_, at) => at));
  expect(await atOnce(async () => "again")).toBe("again");
});

test("the eleventh question of a minute is told when to ask again, in the person's language", async () => {
  const bot = await startBot([aCommand("kpi", async () => said("82.9 %"))]);
  const [lena, mina] = [bot.as("U0LENA"), bot.as("U0MINA")];
  for (let time = 0; time < 11; time += 1) await lena.do(typed("/kpi"));
  await mina.do(typed("/kpi"));
  const seen = await lena.sees((all) => fromBot(all).length === 11);
  const texts = fromBot(seen).map(({ text }) => text);
  expect(texts.filter((text) => text === "82.9 %")).toHaveLength(10);
  const refused = texts.find((text) => text !== "82.9 %");
  expect(refused).toMatch(/Please ask again in [1-6] seconds?\.$/u);
  expect(fromBot(await mina.sees((all) => fromBot(all).length === 1))[0]?.text).toBe("82.9 %");
  expect(bot.lines.filter(({ level }) => level === "error")).toEqual([]);
});

test("what was typed too soon is not lost: a button says it again", async () => {
  let ms = 0;
  const heard: string[] = [];
  const goal = aCommand("goal", async (words) => {
    heard.push(words);
    return said("Noted");
  });
  const bot = await startBot([goal], {
    quotas: createQuotas(() => ms),
    perMinute: { person: 1, channel: 9, steps: 9, letters: 9 },
  });
  const lena = bot.as("U0LENA");
  const words = ["check-in g1 one", "check-in g1 <Two> & *three*"];
  for (const each of words) await lena.do(typed(`/goal ${each}`));
  const told = async (count: number) =>
    fromBot(await lena.sees((all) => fromBot(all).length === count))[count - 1]!;
  for (const count of [2, 3]) {
    const refused = await told(count);
    expect(refused.text).toMatch(/Please ask again in 60 seconds\.$/u);
    expect(heard).toEqual(words.slice(0, 1));
    if (count === 3) ms += 60_000;
    await lena.do(pressOn(refused, "Ask again"));
  }
  await told(4);
  expect(heard).toEqual(words);
});

test("where too many wait the rest is told so at once, and those who wait are answered", async () => {
  const ends: (() => void)[] = [];
  const seed = crowd(60);
  const kpi = aCommand("kpi", async () => {
    await new Promise<void>((resolve) => ends.push(resolve));
    return said("82.9 %");
  });
  const bot = await startBot([kpi], {}, { seed });
  await Promise.all(
    seed.asking.map(([person, channel]) => bot.as(person).do(typed("/kpi", channel))),
  );
  const answers = async (): Promise<readonly string[]> => {
    const seen = await Promise.all(seed.asking.map(([person]) => bot.as(person).see()));
    return seen.flatMap((all) => fromBot(all).map(({ text }) => text));
  };
  const busy = "Too many people are asking at this moment. Please ask again in a few seconds.";
  await expect.poll(answers, { timeout: 20_000 }).toEqual(Array.from({ length: 6 }, () => busy));
  for (let at = 0; at < 54; at += 1) {
    await expect.poll(() => ends.length).toBeGreaterThan(at);
    ends[at]?.();
  }
  await expect.poll(async () => (await answers()).length, { timeout: 20_000 }).toBe(60);
  expect((await answers()).filter((text) => text === "82.9 %")).toHaveLength(54);
});
