import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { builtProgram } from "../fixtures/built-program.ts";
import { hasPostgres } from "../fixtures/database.ts";
import { startProgram, startSlack } from "../fixtures/running-program.ts";
import { visitorAt } from "../playground/workspace-for-tests.ts";
import { aPair } from "../replicas/pair.ts";
import { fromBot, typed } from "../slack/bot-for-tests.ts";
import { calls, configText, newPlace } from "../terminal/desk.ts";

const run = promisify(execFile);

describe.skipIf(!hasPostgres)("the program, whose database dies", () => {
  const program = builtProgram();

  test("says so calmly, with a reference that the log has, and answers again after the failover", async () => {
    const pair = await aPair();
    const slack = await startSlack();
    const place = newPlace(calls, configText.replace("U0LEAD", "U0LENA"));
    const env = { PATH: process.env["PATH"] ?? "", DATABASE_URL: pair.url };
    await run(process.execPath, [program, "pull"], { cwd: place.folder, env });
    const bot = await startProgram(program, slack, place, { env });
    const lena = visitorAt(slack, "U0LENA");
    const answer = async (words: string): Promise<string> => {
      const before = fromBot(await lena.see()).length;
      expect(await lena.do(typed(words))).toMatchObject({ ok: true });
      const after = await lena.sees((all) => fromBot(all).length > before);
      return JSON.stringify(fromBot(after).at(-1));
    };
    const question = "/kpi answer_rate 2026-11-09..2026-11-13";
    expect(await answer(question)).toContain("75");

    await pair.primary().end("SIGKILL");
    const calm = /database does not answer at present.*Reference[^:]*: ([0-9a-f]{8})\./u;
    const told: string[] = [];
    for (const words of [question, "/kpi note 2026-11-12 a new menu", "/goal list"]) {
      const from = Date.now();
      const text = await answer(words);
      told.push(`${words} ${Date.now() - from} ms`);
      expect(text).toMatch(calm);
      const [, reference = ""] = calm.exec(text) ?? [];
      expect(bot.said.out + bot.said.err).toContain(reference);
    }

    pair.address.lead(pair.standby().port);
    await pair.promote();
    const from = Date.now();
    expect(await answer(question)).toContain("75");
    told.push(`back after ${Date.now() - from} ms`);
    expect(await answer("/kpi note 2026-11-12 a newer menu")).toContain("a newer menu");
    expect(bot.said.out + bot.said.err).not.toContain("word@");
    bot.signal("SIGTERM");
    expect(await bot.ended).toBe(0);
    process.stdout.write(`  ${told.join("; ")}\n`);
  }, 300_000);
});
