import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Command } from "../../commands/command.ts";
import type { App } from "../../src/app.ts";
import { startBot } from "../../src/app/start-bot.ts";
import { systemClock } from "../../src/clock.ts";
import { readConfig } from "../../src/config/read-config.ts";
import { afterTest } from "../closing.ts";
import { aDatabase, hasPostgres } from "../fixtures/database.ts";
import { freePort } from "../fixtures/malformed-lines.ts";
import { startSlack } from "../fixtures/running-program.ts";
import { visitorAt } from "../playground/workspace-for-tests.ts";
import { collectLog, fromBot, nowhere, typed } from "../slack/bot-for-tests.ts";
import { calls, configText, newPlace, openPlace, type } from "../terminal/desk.ts";

/** The first question waits, in the middle of its answer, until it is let go. */
function held(command: Command) {
  const letGo = new AbortController();
  let waiting = 0;
  const run: Command["run"] = async (...asked) => {
    waiting += 1;
    if (!letGo.signal.aborted) {
      await new Promise((resolve) => letGo.signal.addEventListener("abort", resolve));
    }
    return command.run(...asked);
  };
  return { command: { ...command, run }, waiting: () => waiting, letGo: () => letGo.abort() };
}

/** The running bot, on its way to Slack and on its store, with `/kpi` held up. */
async function aBot(way: "socket" | "http", store: "folder" | "PostgreSQL") {
  const port = await freePort();
  const requestUrl = `http://127.0.0.1:${port}/slack/events`;
  const slack = await startSlack(way === "http" ? { requestUrl } : {});
  const { botToken, appToken, signingSecret, apiUrl } = slack;
  const place = newPlace(calls);
  const databaseUrl = store === "folder" ? null : (await aDatabase()).url;
  const opened = await openPlace(place, systemClock, { botToken, apiUrl }, databaseUrl);
  await type(["pull"], { app: opened });
  const kpi = held(opened.commands.find(({ name }) => name === "kpi")!);
  const app: App = {
    ...opened,
    commands: opened.commands.map((each) => (each.name === "kpi" ? kpi.command : each)),
  };
  const { log, lines } = collectLog();
  const bot = await startBot({
    app,
    slack:
      way === "http"
        ? { kind: "http", botToken, signingSecret }
        : { kind: "socket", botToken, appToken },
    environment: {
      slackApiUrl: apiUrl,
      port,
      healthPort: null,
      healthHost: "127.0.0.1",
      production: false,
    },
    log,
    onRefused: nowhere,
  });
  afterTest(bot.stop);
  const reload = async (text: string): Promise<void> => {
    writeFileSync(place.configPath, text);
    await bot.reconfigure(await readConfig({ path: place.configPath, env: {} }));
  };
  return { bot, kpi, lines, reload, as: (person: string) => visitorAt(slack, person) };
}

const question = typed("/kpi answer_rate 2026-W46");

test.each([
  ["socket", "folder"],
  ["http", hasPostgres ? "PostgreSQL" : "folder"],
] as const)(
  "over %s and on %s a question in the middle of its answer is answered, and the next by the new configuration",
  async (way, store) => {
    const { kpi, lines, reload, as } = await aBot(way, store);
    const [lena, mina] = [as("U0LENA"), as("U0MINA")];
    expect(await lena.do(question)).toEqual({ ok: true });
    await expect.poll(kpi.waiting).toBe(1);

    await reload(
      configText.replace("answer_rate: 80", "answer_rate: 95").replace("Berlin", "Moscow"),
    );
    expect(await mina.do(question)).toEqual({ ok: true });
    const [second] = fromBot(await mina.sees((all) => fromBot(all).length === 1));
    expect(JSON.stringify(second)).toMatch(/95\s?%/u);
    expect(fromBot(await lena.see())).toEqual([]);

    kpi.letGo();
    const [first] = fromBot(await lena.sees((all) => fromBot(all).length === 1));
    expect(JSON.stringify(first)).toMatch(/80\s?%/u);
    expect(kpi.waiting()).toBe(1);
    expect(lines.filter(({ level }) => level === "error")).toEqual([]);
  },
);
