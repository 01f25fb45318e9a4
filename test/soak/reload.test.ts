import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { builtProgram } from "../fixtures/built-program.ts";
import { aDatabase, hasPostgres } from "../fixtures/database.ts";
import { freePort } from "../fixtures/malformed-lines.ts";
import { startProgram, startSlack } from "../fixtures/running-program.ts";
import { visitorAt } from "../playground/workspace-for-tests.ts";
import { fromBot, typed } from "../slack/bot-for-tests.ts";
import { calls, newPlace } from "../terminal/desk.ts";

const program = builtProgram();
const soon = { timeout: 50_000 };

/** Socket Mode on a data folder, and HTTP on a database. */
const ways = ["socket", ...(hasPostgres ? ["http"] : [])];

test.each(ways)(
  "over %s SIGHUP lets another configuration be in force, whole or not at all, without a break",
  async (way) => {
    const port = await freePort();
    const isHttp = way === "http";
    const slack = await startSlack(
      isHttp ? { requestUrl: `http://127.0.0.1:${port}/slack/events` } : {},
    );
    const http = {
      PORT: String(port),
      SLACK_APP_TOKEN: "",
      SLACK_SIGNING_SECRET: slack.signingSecret,
      DATABASE_URL: isHttp ? (await aDatabase()).url : "",
    };
    const env: Readonly<Record<string, string>> = isHttp ? http : {};
    const place = newPlace(calls);
    const ask = async (...words: readonly string[]) => {
      const { stdout } = await promisify(execFile)(
        process.execPath,
        [program, ...words, "--json"],
        {
          cwd: place.folder,
          env: { PATH: process.env["PATH"] ?? "", DATABASE_URL: env["DATABASE_URL"] ?? "" },
        },
      );
      return JSON.parse(stdout) as Record<string, unknown>;
    };
    await ask("pull");
    const bot = await startProgram(program, slack, place, { env });
    const lena = visitorAt(slack, "U0LENA");
    let asked = 0;
    const answered = async () => {
      await lena.do(typed("/kpi answer_rate 2026-W46"));
      asked += 1;
      const { messages } = await lena.sees((all) => fromBot(all).length === asked);
      return JSON.stringify(messages.at(-1));
    };
    const logged = (text: string) => () => bot.said.err.split(text).length - 1;
    expect(await answered()).toMatch(/80\s?%/u);

    const before = readFileSync(place.configPath, "utf8");
    writeFileSync(
      place.configPath,
      before.replace("answer_rate: 80 }", "answer_rte: 90 }\nteams: 5"),
    );
    bot.signal("SIGHUP");
    await expect.poll(logged("The configuration was refused"), soon).toBe(1);
    expect(bot.said.err).toMatch(/answer_rte/u);
    expect(bot.said.err).toMatch(/teams/u);
    expect(await answered()).toMatch(/80\s?%/u);

    const second = before.slice(before.indexOf("  - name")).replace("phones", "chats");
    const after = before.replace("answer_rate: 80", "answer_rate: 95").replace("Berlin", "Moscow");
    writeFileSync(
      place.configPath,
      after + second.replace("stale_after", "schedule: '0 0 1 1 *'\n    stale_after"),
    );
    bot.signal("SIGHUP");
    await expect.poll(logged("The configuration was read anew"), soon).toBe(1);
    expect(await answered()).toMatch(/95\s?%/u);
    // Read at once, since it never was; and the days are counted in the new zone.
    await expect.poll(logged('"source":"chats"'), soon).toBe(1);
    const answer = await ask("kpi", "answer_rate", "2026-W46");
    expect(answer).toMatchObject({ value: 75, period: { zone: "Europe/Moscow" } });

    writeFileSync(place.configPath, before);
    bot.signal("SIGHUP");
    await expect.poll(logged("The configuration was read anew"), soon).toBe(2);
    const { findings } = await ask("doctor");
    expect(JSON.stringify(findings)).not.toMatch(/chats/u);
    expect(logged("Slack's socket was lost")()).toBe(0);
    bot.signal("SIGTERM");
    expect(await bot.ended).toBe(0);
  },
  240_000,
);

test("a SIGHUP that comes while it opens does not end it, and is obeyed once it is open", async () => {
  const place = newPlace(calls);
  const preload = join(place.folder, "early.mjs");
  writeFileSync(
    preload,
    `import { existsSync } from "node:fs";
    const looking = setInterval(() => {
      if (!existsSync("data/records.duckdb")) return;
      clearInterval(looking);
      process.kill(process.pid, "SIGHUP");
    }, 1);`,
  );
  const bot = await startProgram(program, await startSlack(), place, { preload });
  await expect
    .poll(() => bot.said.err, soon)
    .toContain("The configuration was read anew and is in force");
  bot.signal("SIGTERM");
  expect(await bot.ended).toBe(0);
});
