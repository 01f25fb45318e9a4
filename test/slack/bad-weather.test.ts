import { expect, onTestFinished, test } from "vitest";
import type { Form, Submitted } from "../../commands/command.ts";
import { aCommand, fromBot, said, startBot, typed, type Bot } from "./bot-for-tests.ts";
import { faultInSlack } from "./fault-in-slack.ts";

const form: Form = {
  kind: "form",
  command: "goal",
  state: "new-1",
  title: "Set a goal",
  submit: "Save",
  notices: [],
  fields: [
    {
      id: "kpi",
      label: "KPI",
      hint: null,
      type: "text",
      choices: [],
      initial: null,
      optional: true,
      live: true,
    },
  ],
};
const errorsIn = ({ lines }: Bot) => lines.filter(({ level }) => level === "error");

/** Slack refuses that many answers by `response_url`. */
function refuseAnswers(most: number, status: number): () => number {
  const real = globalThis.fetch;
  let refused = 0;
  globalThis.fetch = (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    if (!pathname.startsWith("/response/") || refused === most) return real(input, init);
    refused += 1;
    return Promise.resolve(Response.json({ ok: false }, { status }));
  };
  onTestFinished(() => {
    globalThis.fetch = real;
  });
  return () => refused;
}

test("an answer ready after half an hour comes as a direct message", async () => {
  let now = new Date("2026-11-26T09:00:00Z");
  let finish: (() => void) | null = null;
  const kpi = aCommand("kpi", async () => {
    await new Promise<void>((resolve) => (finish = resolve));
    return said("82.9 %");
  });
  const bot = await startBot([kpi], {}, { clock: { now: () => now } });
  const lena = bot.as("U0LENA");
  await lena.do(typed("/kpi"));
  await expect.poll(() => finish).not.toBeNull();
  now = new Date("2026-11-26T09:31:00Z");
  finish!();
  const [answer] = fromBot(await lena.sees((all) => fromBot(all).length === 1));
  expect(answer).toMatchObject({ text: "82.9 %", channel: "D0LENA" });
  expect(errorsIn(bot)).toEqual([]);
});

test("an answer whose address was used up comes as a direct message", async () => {
  refuseAnswers(1, 404);
  const bot = await startBot([aCommand("kpi", async () => said("82.9 %"))]);
  const lena = bot.as("U0LENA");
  await lena.do(typed("/kpi"));
  const [answer] = fromBot(await lena.sees((all) => fromBot(all).length === 1));
  expect(answer).toMatchObject({ text: "82.9 %", channel: "D0LENA" });
});

test("an answer whose blocks Slack refuses is sent once more in its oldest form", async () => {
  const refused = refuseAnswers(1, 400);
  const bot = await startBot([aCommand("kpi", async () => said("82.9 %"))]);
  const lena = bot.as("U0LENA");
  await lena.do(typed("/kpi"));
  const [answer] = fromBot(await lena.sees((all) => fromBot(all).length === 1));
  expect([answer?.text, answer?.channel, refused()]).toEqual(["82.9 %", "C0BILLING", 1]);
});

test.each(["invalid_blocks", "msg_blocks_too_long"])(
  "a mention's answer that Slack refuses with %s is sent once more, and not a third time",
  async (word) => {
    const slack = faultInSlack();
    const bot = await startBot([aCommand("kpi", async () => said("82.9 %"))]);
    const lena = bot.as("U0LENA");
    slack.failAt("chat.postMessage", word, 1);
    await lena.do(typed("@Goalpost kpi"));
    const seen = await lena.sees((all) => fromBot(all).length === 1);
    expect(fromBot(seen).map(({ text }) => text)).toEqual(["82.9 %"]);
    slack.failAt("chat.postMessage", word, 2);
    await lena.do(typed("@Goalpost kpi"));
    const again = await lena.sees((all) => fromBot(all).length === 2);
    expect(fromBot(again)[1]?.text).toMatch(
      /give your Goalpost admin the reference [\da-f]{8}\.$/u,
    );
  },
);

test("a form that was redrawn by a faster hand stays as it is, and nobody is alarmed", async () => {
  const slack = faultInSlack();
  let redraws = 0;
  const goal = aCommand("goal", async () => form, {
    refresh: async () => {
      redraws += 1;
      return form;
    },
  });
  const bot = await startBot([goal]);
  const lena = bot.as("U0LENA");
  await lena.do(typed("/goal"));
  const { modals } = await lena.sees((all) => all.modals.length > 0);
  slack.failAt("views.update", "hash_conflict");
  const [view] = modals;
  await lena.do({
    kind: "press",
    source: { kind: "view", id: view!.id },
    blockId: "kpi",
    actionId: "live",
    given: "fcr",
    values: { kpi: { live: "fcr" } },
  });
  await expect.poll(() => redraws).toBe(1);
  slack.mend();
  const after = await lena.see();
  expect(after.modals.map(({ hash }) => hash)).toEqual(modals.map(({ hash }) => hash));
  expect(errorsIn(bot)).toEqual([]);
});

test.each<[string, Submitted, string]>([
  ["what was done", { ok: true, reply: said("Goal g1 is set.") }, "Goal g1 is set."],
  ["what is wrong", { ok: false, errors: { kpi: "No such KPI." } }, "No such KPI."],
  ["that it was asked back", { ok: true, reply: form }, "Nothing was saved yet"],
])("whoever closes a form before its late answer is told %s", async (_, submitted, words) => {
  let finish: (() => void) | null = null;
  const submit = (): Promise<Submitted> =>
    new Promise((resolve) => (finish = () => resolve(submitted)));
  const bot = await startBot([aCommand("goal", async () => form, { submit })]);
  const lena = bot.as("U0LENA");
  await lena.do(typed("/goal"));
  const { modals } = await lena.sees((all) => all.modals.length > 0);
  const values = { kpi: { live: "fcr" } };
  await lena.do({ kind: "submit", viewId: modals[0]!.id, values });
  const { modals: waiting } = await lena.sees((all) => JSON.stringify(all).includes("Saving…"));
  await lena.do({ kind: "close", viewId: waiting.at(-1)!.id, all: true });
  finish!();
  const [told] = fromBot(await lena.sees((all) => fromBot(all).length === 1));
  expect(told).toMatchObject({ text: expect.stringContaining(words), channel: "D0LENA" });
  expect(errorsIn(bot)).toEqual([]);
});

test("of whom or of which channel Slack tells nothing, no figure is shown", async () => {
  const slack = faultInSlack();
  const bot = await startBot([
    aCommand("kpi", async () => said("82.9 %", { choices: [{ label: "More", words: "kpi" }] })),
  ]);
  const lena = bot.as("U0LENA");
  slack.failAt("conversations.info");
  await lena.do(typed("@Goalpost kpi"));
  const [answer] = fromBot(await lena.sees((all) => fromBot(all).length === 1));
  // Who else reads there is not known, so only who asked sees it.
  expect(answer).toMatchObject({ visibleTo: "U0LENA", text: "82.9 %" });
  slack.failAt("users.info");
  const mina = bot.as("U0MINA");
  await mina.do(typed("/kpi"));
  const [refused] = fromBot(
    await mina.sees((all) => fromBot(all).some((m) => m.visibleTo === "U0MINA")),
  );
  expect(refused?.text).not.toContain("82.9");
});
