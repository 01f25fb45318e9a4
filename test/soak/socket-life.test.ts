import { expect, test } from "vitest";
import { usualPatience } from "../../src/slack/patience.ts";
import { aCommand, fromBot, said, startBot, typed, type Bot } from "../slack/bot-for-tests.ts";
import { cutLine } from "../slack/cut-line.ts";
import { faultInSlack } from "../slack/fault-in-slack.ts";

const patience = {
  answer: 400,
  hello: 600,
  pong: 300,
  mute: 60_000,
  parting: 50,
  retries: [0, 10, 20],
  token: 30,
  doubt: 10,
};
const commands = [aCommand("kpi", async () => said("82.9 %"))];

/** A command goes the whole way there and back. */
async function answers({ as }: Bot): Promise<void> {
  const lena = as("U0LENA");
  const before = fromBot(await lena.see()).length;
  await expect.poll(async () => (await lena.do(typed("/kpi"))).ok, { timeout: 20_000 }).toBe(true);
  await lena.sees((all) => fromBot(all).length > before);
}

test("a socket that is open and dead is noticed, and another takes its place", async () => {
  const line = await cutLine();
  const bot = await startBot(commands, { patience });
  await answers(bot);
  line.freeze();
  await expect.poll(() => line.opened(), { timeout: 20_000 }).toBeGreaterThan(1);
  await answers(bot);
});

test("a socket that is never greeted is given up, and asked for again", async () => {
  const line = await cutLine();
  const bot = await startBot(commands, { patience });
  line.setDeaf(true);
  line.dropAll();
  await expect.poll(() => line.opened(), { timeout: 20_000 }).toBeGreaterThan(3);
  expect(bot.slack.isConnected()).toBe(false);
  line.setDeaf(false);
  await answers(bot);
  expect(bot.slack.isConnected()).toBe(true);
});

test("a request for a socket that hangs is given up, and made again", async () => {
  const slack = faultInSlack();
  const line = await cutLine();
  const bot = await startBot(commands, { patience });
  slack.hangAt("apps.connections.open");
  line.dropAll();
  await expect.poll(() => slack.hung(), { timeout: 20_000 }).toBeGreaterThan(1);
  slack.mend();
  await answers(bot);
});

test("a socket that is dropped again and again comes back each time", async () => {
  const line = await cutLine();
  const bot = await startBot(commands, { patience });
  for (let drop = 1; drop <= 10; drop += 1) {
    line.dropAll();
    await expect.poll(() => line.opened() > drop && bot.slack.isConnected()).toBe(true);
  }
  await answers(bot);
});

test.each(["internal_error", "ratelimited", "service_unavailable"])(
  "an outage that says %s ends with the socket open again",
  async (word) => {
    const slack = faultInSlack();
    const line = await cutLine();
    const bot = await startBot(commands, { patience });
    slack.failAt("apps.connections.open", word);
    line.dropAll();
    await expect
      .poll(() => bot.lines.filter(({ text }) => text.includes("did not open")).length)
      .toBeGreaterThan(5);
    slack.mend();
    await answers(bot);
  },
);

test.each([
  ["apps.connections.open", "token_revoked"],
  ["auth.test", "account_inactive"],
])("a token revoked while running (%s) is told once, in words", async (method, word) => {
  const slack = faultInSlack();
  const line = await cutLine();
  const told: unknown[] = [];
  const bot = await startBot(commands, { patience, onRefused: (fault) => told.push(fault) });
  slack.failAt(method, word);
  line.dropAll();
  await expect.poll(() => told).toHaveLength(1);
  expect(told[0]).toMatchObject({
    code: "token_refused",
    message: `Slack did not let Goalpost in: ${word}.`,
    hint: expect.stringContaining("SLACK_BOT_TOKEN"),
  });
  await bot.slack.stop();
  expect(told).toHaveLength(1);
});

test("one refusal is not believed: on a bad day Slack refuses good tokens", async () => {
  const slack = faultInSlack();
  const line = await cutLine();
  const told: unknown[] = [];
  const settings = { patience: { ...patience, retries: [0, 100] }, onRefused: told.push };
  const bot = await startBot(commands, settings);
  slack.failAt("apps.connections.open", "invalid_auth");
  line.dropAll();
  await expect.poll(() => bot.lines.some(({ text }) => text.includes("invalid_auth"))).toBe(true);
  slack.mend();
  await answers(bot);
  expect(told).toEqual([]);
});

test("the longest pause and a request that hangs are shorter than half a minute", () => {
  const { answer, hello, retries } = usualPatience;
  expect(Math.max(...retries) + Math.max(answer, hello)).toBeLessThan(30_000);
});
