import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { builtProgram } from "../fixtures/built-program.ts";
import { freePort } from "../fixtures/malformed-lines.ts";
import { startProgram, startSlack } from "../fixtures/running-program.ts";
import { visitorAt } from "../playground/workspace-for-tests.ts";
import { fromBot, typed } from "../slack/bot-for-tests.ts";
import { newPlace, type Place } from "../terminal/desk.ts";

const program = builtProgram();

/** What a signal makes go wrong inside, with what a log must not hold. */
function accident({ folder }: Place, how: string): string {
  const path = join(folder, "accident.mjs");
  const error =
    'new Error("xoxb-planted-1 postgres://bot:hunter2@db/kpi " + process.env.SLACK_SIGNING_SECRET)';
  writeFileSync(path, `process.on("SIGUSR2", () => { const error = ${error}; ${how} });`);
  return path;
}

test("a rejection nobody caught ends the program with 70, told without secrets", async () => {
  const slack = await startSlack();
  const place = newPlace([]);
  const first = await startProgram(program, slack, place, {
    preload: accident(place, "void Promise.reject(error);"),
  });
  first.signal("SIGUSR2");
  expect(await first.ended).toBe(70);
  const told = first.said.err.split("\n").find((line) => line.includes("Ended by an accident"));
  expect(JSON.parse(told ?? "")).toMatchObject({ level: 50, error: expect.any(String) });
  expect(first.said.err).not.toMatch(/planted|hunter2/u);
});

test("after an accident it starts again on the same folder, and SIGTERM ends it with 0", async () => {
  const slack = await startSlack();
  const place = newPlace([]);
  const preload = accident(place, "throw error;");
  const first = await startProgram(program, slack, place, { preload });
  first.signal("SIGUSR2");
  expect(await first.ended).toBe(70);
  const second = await startProgram(program, slack, place, { preload });
  second.signal("SIGTERM");
  expect(await second.ended).toBe(0);
  const begun = second.said.err.split("\n").find((line) => line.includes("Goalpost is at work"));
  expect(JSON.parse(begun ?? "")).toMatchObject({ zones: process.versions.tz });
});

test("tokens that Slack takes no more end the running program with 78 and what to do", async () => {
  const port = await freePort();
  const slack = await startSlack({ port });
  const bot = await startProgram(program, slack, newPlace([]));
  await slack.stop();
  await startSlack({ port });
  expect(await bot.ended).toBe(78);
  expect(bot.said.err).toContain("Slack did not let Goalpost in: invalid_auth.");
  expect(bot.said.err).toContain("Check SLACK_BOT_TOKEN and SLACK_APP_TOKEN");
  expect(bot.said.err).not.toMatch(/UnhandledPromise|\n {4}at /u);
});

test("no log, and no file, of a day's work holds a secret", async () => {
  const slack = await startSlack();
  const place = newPlace(["1,2026-11-03 09:00,Y,20,Lena"]);
  const bot = await startProgram(program, slack, place, {
    preload: accident(place, "void Promise.reject(error);"),
    env: { LOG_LEVEL: "debug", SLACK_SIGNING_SECRET: slack.signingSecret },
  });
  const lena = visitorAt(slack, "U0LENA");
  for (const [count, words] of ["/kpi answer_rate", "/kpi answr_rate", "/goal list"].entries()) {
    await lena.do(typed(words));
    await lena.sees((all) => fromBot(all).length > count);
  }
  await lena.do({ kind: "open_home", tab: "home" });
  await lena.sees(({ home }) => home !== null);
  await lena.do(typed("/goal"));
  await lena.sees(({ modals }) => modals.length > 0);
  bot.signal("SIGUSR2");
  expect(await bot.ended).toBe(70);
  const files = readdirSync(join(place.folder, "data"), { withFileTypes: true })
    .filter((each) => each.isFile())
    .map(({ name }) => readFileSync(join(place.folder, "data", name), "latin1"));
  const written = [bot.said.out, bot.said.err, ...files].join("\n");
  const tokens = [slack.botToken, slack.appToken, slack.signingSecret];
  const secrets = [...tokens, "/response/", "ticket=", "planted", "hunter2"];
  expect(secrets.filter((secret) => written.includes(secret))).toEqual([]);
});
