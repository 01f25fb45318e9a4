import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { createSlack, type SlackSettings } from "../../src/slack/slack.ts";
import { startForTest } from "../playground/workspace-for-tests.ts";
import { aCommand, fromBot, said, slackSettings, startBot, typed } from "./bot-for-tests.ts";

async function startWith(settings: Partial<SlackSettings>): Promise<unknown> {
  const playground = await startForTest();
  onTestFinished(() => playground.stop());
  const slack = createSlack(slackSettings(playground, settings));
  return slack.start().then(
    async () => {
      await slack.stop();
      return "started";
    },
    (error: unknown) => error,
  );
}

test("a revoked bot token or app token ends the start with what to do", async () => {
  const expected = { code: "token_refused", hint: expect.stringContaining("SLACK_BOT_TOKEN") };
  expect(await startWith({ botToken: "xoxb-revoked" })).toMatchObject(expected);
  expect(await startWith({ connection: { mode: "socket", appToken: "xapp-old" } })).toMatchObject(
    expected,
  );
});

test("a Slack that is not there, or a page that stands before it, is told apart from one that says no", async () => {
  const portal = createServer((_request, response) => void response.end("<html>Log in</html>"));
  await new Promise<void>((resolve) => portal.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void portal.close());
  const { port } = portal.address() as AddressInfo;
  for (const apiUrl of ["http://127.0.0.1:9/api/", `http://127.0.0.1:${port}/api/`]) {
    expect(await startWith({ apiUrl })).toMatchObject({
      code: "slack_unreachable",
      hint: expect.stringContaining("SLACK_API_URL"),
    });
  }
});

test("both the Web API and the socket go to the given address, and nothing goes to slack.com", async () => {
  const asked: string[] = [];
  const real = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    asked.push(new URL(input instanceof Request ? input.url : input).host);
    return real(input, init);
  };
  onTestFinished(() => {
    globalThis.fetch = real;
  });
  expect(await startWith({})).toBe("started");
  expect(asked.length).toBeGreaterThanOrEqual(2);
  expect(asked.filter((host) => !host.startsWith("127.0.0.1:"))).toEqual([]);
});

test("a stop waits for the answer that is being made", async () => {
  let finish: (() => void) | null = null;
  const bot = await startBot([
    aCommand("kpi", () => new Promise((resolve) => (finish = () => resolve(said("in time"))))),
  ]);
  await bot.as("U0LENA").do(typed("/kpi"));
  await expect.poll(() => finish).not.toBeNull();
  let hasStopped = false;
  const stopped = bot.slack.stop().then(() => (hasStopped = true));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(hasStopped).toBe(false);
  finish!();
  await stopped;
  expect(fromBot(await bot.as("U0LENA").see())).toMatchObject([{ text: "in time" }]);
});

test("the socket comes back when Slack asks for a new one", async () => {
  const bot = await startBot([aCommand("kpi", async () => said("still here"))]);
  bot.playground.refreshConnections();
  const lena = bot.as("U0LENA");
  await lena.sees(({ connected }) => !connected);
  await lena.sees(({ connected }) => connected);
  expect(await lena.do(typed("/kpi"))).toEqual({ ok: true });
  await lena.sees((all) => fromBot(all).length === 1);
});
