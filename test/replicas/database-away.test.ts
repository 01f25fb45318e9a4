import { expect, test } from "vitest";
import { createPatience } from "../../src/patience.ts";
import { aProxy } from "../documents/postgres/proxy.ts";
import { opened } from "../documents/postgres/postgres-for-tests.ts";
import { aDatabase, hasPostgres } from "../fixtures/database.ts";
import { dueAt, minute } from "../scheduler/ledger-desk.ts";
import { aCommand, fromBot, said, startBot, typed } from "../slack/bot-for-tests.ts";
import { aWiredDesk } from "./wired-desk.ts";

test.skipIf(!hasPostgres)(
  "a digest whose database is away from before nine until five past is posted once, when it is back",
  async () => {
    const { slack, start, fates, live, time, proxy } = await aWiredDesk();
    const ledger = start("a");
    await ledger.tick();
    time.now = new Date(dueAt.getTime() - minute);
    proxy.turn("off");
    for (let looks = 0; looks < 6; looks += 1) {
      await expect(ledger.tick()).rejects.toMatchObject({ code: "database_unreachable" });
      time.now = new Date(time.now.getTime() + minute);
    }
    expect(slack.posts).toEqual([]);
    proxy.turn("on");
    // As the clockwork does: what fails is done again at the next look.
    await live({ tick: () => ledger.tick().catch(() => {}) }, 10 * minute);
    expect(slack.posts).toHaveLength(1);
    expect(slack.posts[0]!.at.getTime() - dueAt.getTime()).toBeLessThanOrEqual(6 * minute);
    expect(await fates()).toEqual(["2026-W47 sent"]);
  },
);

test.skipIf(!hasPostgres)(
  "who asks while nobody can count is answered all the same, and the log says so",
  async () => {
    const proxy = await aProxy((await aDatabase()).url);
    const { quotas } = await opened(proxy.url, { patience: createPatience(300) });
    const bot = await startBot([aCommand("kpi", async () => said("82.9 %"))], { quotas });
    const lena = bot.as("U0LENA");
    proxy.turn("off");
    await lena.do(typed("/kpi"));
    await lena.sees((all) => fromBot(all).some(({ text }) => text === "82.9 %"));
    expect(bot.lines.some(({ text }) => text.includes("how often this person asks"))).toBe(true);
    proxy.turn("on");
    for (let nth = 0; nth < 20; nth += 1) await lena.do(typed("/kpi"));
    await lena.sees((all) => fromBot(all).some(({ text }) => text.includes("Please ask again")));
  },
);
