import { expect, test } from "vitest";
import { digest } from "../../commands/digest.ts";
import { goal } from "../../commands/goal.ts";
import { kpi } from "../../commands/kpi.ts";
import type { Message } from "../../src/playground/wire.ts";
import type { Poster } from "../../src/scheduler/poster.ts";
import { createPoster } from "../../src/slack/poster.ts";
import { deskOver } from "../commands/desk-for-tests.ts";
import { ticketsOn } from "../reports/ask.ts";
import { collectLog, fromBot, pressOn, startBot, typed } from "../slack/bot-for-tests.ts";

const tickets = [
  ...ticketsOn("2026-11-03", 200, 180, { channel: "email" }),
  ...ticketsOn("2026-11-03", 200, 180, { channel: "chat" }),
  ...ticketsOn("2026-11-10", 200, 80, { channel: "email" }),
  ...ticketsOn("2026-11-10", 200, 180, { channel: "chat" }),
];

const has = (message: Message, text: string): boolean => JSON.stringify(message).includes(text);

/** The bot with real digests, posting through the real client to the playground's Slack. */
async function aWorkspace() {
  let real: Poster | undefined;
  const posting = (): Poster => {
    if (real === undefined) throw new Error("the workspace is not open yet");
    return real;
  };
  const poster: Poster = {
    post: (...all) => posting().post(...all),
    findByKey: (...all) => posting().findByKey(...all),
    tell: (...all) => posting().tell(...all),
  };
  const { desk } = await deskOver({ tickets }, { poster });
  const commands = [kpi, goal, digest];
  const bot = await startBot(commands, { desk }, { commands });
  const { apiUrl, botToken } = bot.playground;
  real = createPoster({
    apiUrl,
    botToken,
    log: collectLog().log,
    inProduction: false,
    sharedChannels: [],
  });
  return { bot, poster: real };
}

test("under a digest: why, privately; the details, in its thread, once and found again", async () => {
  const { bot, poster } = await aWorkspace();
  const lena = bot.as("U0LENA");
  await lena.do(typed("/digest now"));
  const seen = await lena.sees((all) =>
    fromBot(all).some((each) => has(each, "The digest is posted")),
  );
  const posted = fromBot(seen).find((each) => has(each, "What moved most"))!;

  await lena.do(pressOn(posted, "Why: First contact resolution"));
  const asked = await lena.sees((all) => fromBot(all).some((each) => each.text.startsWith("Why:")));
  const why = fromBot(asked).find((each) => each.text.startsWith("Why:"));
  expect(why?.visibleTo).toBe("U0LENA");

  for (const times of [1, 2]) {
    await lena.do(pressOn(posted, "Details in the thread"));
    await lena.sees(
      (all) => fromBot(all).filter((each) => has(each, "The details stand")).length === times,
    );
  }
  const after = await lena.see();
  const threads = fromBot(after).filter(
    (each) => each.threadTs === posted.ts && each.visibleTo === null,
  );
  expect(threads).toHaveLength(1);
  expect(has(threads[0]!, "First contact resolution")).toBe(true);
  const [own = ""] = /now:[^"]+/u.exec(JSON.stringify(posted.metadata)) ?? [];
  const key = `${own}:details`;
  const before = new Date(Date.now() - 60_000);
  expect(await poster.findByKey("C0BILLING", key, before, posted.ts)).toBe(threads[0]!.ts);
  expect(await poster.findByKey("C0BILLING", `${key}x`, before, posted.ts)).toBeNull();
}, 20_000);

test("a test reaches its asker alone", async () => {
  const { bot } = await aWorkspace();
  const lena = bot.as("U0LENA");
  await lena.do(typed("/digest test"));
  const seen = await lena.sees((all) => fromBot(all).some((each) => has(each, "Test · Weekly")));
  const tests = fromBot(seen).filter((each) => has(each, "Test · Weekly"));
  expect(tests.map(({ channel }) => channel)).toEqual(["D0LENA"]);
}, 20_000);
