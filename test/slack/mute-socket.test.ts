import { once } from "node:events";
import { expect, test } from "vitest";
import { usualPatience } from "../../src/slack/patience.ts";
import { given, goal, opened } from "./a-form.ts";
import { aCommand, fromBot, said, startBot, typed, type Bot } from "./bot-for-tests.ts";
import { cutLine } from "./cut-line.ts";
import { faultInSlack } from "./fault-in-slack.ts";

const patience = { ...usualPatience, hello: 1_500, mute: 150, parting: 50, retries: [0, 10] };
const soon = { timeout: 20_000 };
const commands = [aCommand("kpi", async () => said("82.9 %"))];

/** A command goes the whole way there and back. */
async function answers({ as }: Bot): Promise<void> {
  const lena = as("U0LENA");
  const before = fromBot(await lena.see()).length;
  await expect.poll(async () => (await lena.do(typed("/kpi"))).ok, soon).toBe(true);
  await lena.sees((all) => fromBot(all).length > before);
}

const count = ({ lines }: Bot, text: string): number =>
  lines.filter((line) => line.text.includes(text)).length;

const replaced = "another took its place";

test("a socket that answers pings and brings nothing gives way to another, over which it comes again", async () => {
  const line = await cutLine();
  const bot = await startBot(commands, { patience });
  await answers(bot);
  line.mute();
  await expect.poll(() => count(bot, replaced), soon).toBeGreaterThan(0);
  await answers(bot);
  expect(count(bot, "was lost")).toBe(0);
});

test("the mute one stays until another is open, and is closed then", async () => {
  const slack = faultInSlack();
  const line = await cutLine();
  const bot = await startBot(commands, { patience });
  slack.failAt("apps.connections.open");
  await expect.poll(() => count(bot, "was not replaced"), soon).toBeGreaterThan(2);
  await answers(bot);
  expect([bot.slack.isConnected(), line.opened(), count(bot, replaced)]).toEqual([true, 1, 0]);
  slack.mend();
  await expect.poll(() => count(bot, replaced), soon).toBeGreaterThan(0);
  await expect.poll(() => line.opened() - line.open(), soon).toBeGreaterThan(0);
  await answers(bot);
  expect(count(bot, "was lost")).toBe(0);
});

test("a mute one whose token is taken no more is told of as any other", async () => {
  const slack = faultInSlack();
  const refused: unknown[] = [];
  await startBot(commands, { patience, onRefused: (error) => void refused.push(error) });
  slack.failAt("apps.connections.open", "token_revoked");
  await expect.poll(() => refused.length, soon).toBe(1);
  expect(refused[0]).toMatchObject({ code: "token_refused" });
});

test("however often it is replaced, whatever is taken is answered, and once", async () => {
  const bot = await startBot(commands, {
    patience: { ...patience, mute: 60, parting: 20 },
    perMinute: { person: 1e3, channel: 1e3, steps: 1e3, letters: 1e3 },
  });
  for (let nth = 1; nth <= 10; nth += 1) {
    const before = count(bot, replaced);
    await answers(bot);
    expect(fromBot(await bot.as("U0LENA").see())).toHaveLength(nth);
    await expect.poll(() => count(bot, replaced), soon).toBeGreaterThan(before);
  }
});

test("a form in work is acknowledged over the socket it came by", async () => {
  const [begun, end] = [new AbortController(), new AbortController()];
  const submit = async () => {
    begun.abort();
    await once(end.signal, "abort");
    return { ok: false, errors: { target: "A target is a number." } } as const;
  };
  const bot = await startBot([goal({ submit })], { patience: { ...patience, parting: 5_000 } });
  const lena = bot.as("U0LENA");
  await lena.do(typed("/goal"));
  const [view] = (await lena.sees(opened)).modals;
  const sent = lena.do({ kind: "submit", viewId: view!.id, values: given("eighty") });
  await once(begun.signal, "abort");
  const before = count(bot, replaced);
  await expect.poll(() => count(bot, replaced), soon).toBeGreaterThan(before);
  end.abort();
  expect(await sent).toMatchObject({ errors: { target: "A target is a number." } });
});

test("a stop closes them all", async () => {
  const line = await cutLine();
  const bot = await startBot([], { patience: { ...patience, mute: 20, parting: 60_000 } });
  await expect.poll(() => line.open(), soon).toBeGreaterThan(2);
  await bot.slack.stop();
  await expect.poll(() => line.open(), soon).toBe(0);
  expect(bot.slack.isConnected()).toBe(false);
});
