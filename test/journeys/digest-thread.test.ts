import { expect, test } from "vitest";
import type { Message } from "../../src/playground/wire.ts";
import { fromBot, pressOn, typed } from "../slack/bot-for-tests.ts";
import { aWorkspace } from "./posting-workspace.ts";

const has = (message: Message, text: string): boolean => JSON.stringify(message).includes(text);

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
