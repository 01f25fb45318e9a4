import { expect, test } from "vitest";
import type { Command } from "../../commands/command.ts";
import { createQuotas } from "../../src/documents/quotas.ts";
import type { ModalView } from "../../src/playground/wire.ts";
import { shortcuts } from "../../src/slack/shortcuts.ts";
import { crowd } from "../fixtures/crowd.ts";
import { form, given, goal, opened } from "./a-form.ts";
import { aCommand, fromBot, nowhere, pressOn, said, startBot, typed } from "./bot-for-tests.ts";

const stays = "The form was not brought up to date";
const soon = { timeout: 20_000 };
const again = "Nothing was done: there are too many requests at this moment.";

/** A bot where a minute has room for two of each; `pass` lets time go by. */
async function strictBot(
  commands: readonly Command[],
  settings: Parameters<typeof startBot>[1] = {},
  options: Parameters<typeof startBot>[2] = {},
) {
  let ms = 0;
  const bot = await startBot(
    commands,
    {
      quotas: createQuotas(() => ms),
      perMinute: { person: 2, channel: 100, steps: 2, letters: 2 },
      ...settings,
    },
    options,
  );
  return { ...bot, pass: (by: number) => void (ms += by) };
}

const change = (view: ModalView, kpi: string) =>
  ({
    kind: "press",
    source: { kind: "view", id: view.id },
    blockId: "kpi",
    actionId: "live",
    given: kpi,
    values: given("80", kpi),
  }) as const;

const lookUp = (view: ModalView) =>
  ({
    kind: "look_up",
    source: { kind: "view", id: view.id },
    blockId: "agent",
    actionId: "field",
    text: "agent 149",
  }) as const;

const textOf = (views: readonly ModalView[]): string => JSON.stringify(views);

test("a form that is drawn anew too often stays as it is, says so beneath the field, and goes on later", async () => {
  const drawn: (string | null)[] = [];
  const refresh: Command["refresh"] = async (_state, values) => {
    drawn.push(values["kpi"] ?? null);
    return form([`Today ${values["kpi"]} is at 71 %`]);
  };
  const bot = await strictBot([goal({ refresh })]);
  const lena = bot.as("U0LENA");
  await lena.do(typed("/goal"));
  const [view] = (await lena.sees(opened)).modals;
  for (const kpi of ["aht", "csat"]) {
    await lena.do(change(view!, kpi));
    await lena.sees(({ modals }) => textOf(modals).includes(`Today ${kpi} is`));
  }
  await lena.do(change(view!, "fcr"));
  const { modals } = await lena.sees((all) => textOf(all.modals).includes(stays));
  expect(modals[0]!.payload.blocks.map(({ type, block_id }) => `${type} ${block_id}`)).toEqual([
    expect.stringMatching(/^alert /u),
    "input kpi",
    "alert fault:kpi",
    "input target",
    "input agent",
  ]);
  expect(textOf(modals)).toContain("Today csat is");
  await lena.do(change(view!, "nps"));
  bot.pass(60_000);
  await lena.do(change(view!, "ces"));
  const after = await lena.sees((all) => textOf(all.modals).includes("Today ces is"));
  expect(textOf(after.modals)).not.toContain(stays);
  expect(drawn).toEqual(["aht", "csat", "ces"]);
  expect(bot.lines.filter(({ level }) => level === "error")).toEqual([]);
});

test("of two fields that were changed too often the last one is told of", async () => {
  const both = { ...form(), fields: form().fields.map((each) => ({ ...each, live: true })) };
  const bot = await strictBot([aCommand("goal", async () => both, { refresh: async () => both })]);
  const lena = bot.as("U0LENA");
  await lena.do(typed("/goal"));
  const [view] = (await lena.sees(opened)).modals;
  const values = { kpi: { live: "fcr" }, target: { live: "80" }, agent: { live: null } };
  const typedIn = (blockId: string) => lena.do({ ...change(view!, "fcr"), blockId, values });
  for (let nth = 0; nth < 3; nth += 1) await typedIn("kpi");
  await lena.sees((all) => textOf(all.modals).includes("fault:kpi"));
  await typedIn("target");
  const { modals } = await lena.sees((all) => textOf(all.modals).includes("fault:target"));
  expect(textOf(modals)).not.toContain("fault:kpi");
});

test("suggestions have a limit of their own: beyond it there are none, and later again", async () => {
  let asked = 0;
  const refresh = async () => {
    asked += 1;
    return form();
  };
  const bot = await strictBot([goal({ refresh })]);
  const lena = bot.as("U0LENA");
  await lena.do(typed("/goal"));
  const [view] = (await lena.sees(opened)).modals;
  const found = { ok: true, choices: [{ text: "Agent 149", value: "a149" }] };
  const none = { ok: true, choices: [] };
  const looks = [];
  for (let nth = 0; nth < 3; nth += 1) looks.push(await lena.do(lookUp(view!)));
  expect(looks).toMatchObject([found, found, none]);
  bot.pass(60_000);
  expect(await lena.do(lookUp(view!))).toMatchObject(found);
  expect(asked).toBe(3);
});

test("a form that is sent too often keeps what was typed, and is taken when it is sent again", async () => {
  const heard: unknown[] = [];
  const submit: Command["submit"] = async (_state, values) => {
    heard.push(values["target"]);
    return values["target"] === "80"
      ? { ok: true, reply: said("Saved: 80 %") }
      : { ok: false, errors: { target: "A target is a number." } };
  };
  const bot = await strictBot([goal({ submit })]);
  const lena = bot.as("U0LENA");
  await lena.do(typed("/goal"));
  const [view] = (await lena.sees(opened)).modals;
  const send = (target: string) =>
    lena.do({ kind: "submit", viewId: view!.id, values: given(target) });
  await send("x");
  await send("y");
  expect(await send("80")).toMatchObject({
    ok: false,
    errors: { kpi: expect.stringContaining(again) },
  });
  bot.pass(60_000);
  expect(await send("80")).toEqual({ ok: true });
  await lena.sees((all) => textOf(all.modals).includes("Saved: 80 %"));
  expect(heard).toEqual(["x", "y", "80"]);
});

test("a form without fields that is sent too often says so over it", async () => {
  const bot = await strictBot(
    [aCommand("goal", async () => ({ ...form(["Sure?"]), fields: [] }), { submit: nowhere })],
    { perMinute: { person: 9, channel: 9, steps: 0.001, letters: 9 } },
  );
  const lena = bot.as("U0LENA");
  // What a limit below one leaves is nothing at all.
  await lena.do(typed("/goal"));
  const [view] = (await lena.sees(opened)).modals;
  await lena.do({ kind: "submit", viewId: view!.id, values: {} });
  const { modals } = await lena.sees((all) => textOf(all.modals).includes(again));
  expect(modals).toHaveLength(2);
});

test("a Home that is opened too often stays as it was drawn", async () => {
  let drawn = 0;
  const bot = await strictBot([], {
    home: async () => [said(`drawn ${(drawn += 1)} times`)],
  });
  const lena = bot.as("U0LENA");
  const open = () => lena.do({ kind: "open_home", tab: "home" });
  for (let nth = 1; nth <= 2; nth += 1) {
    await open();
    await lena.sees(({ home }) => JSON.stringify(home).includes(`drawn ${nth} times`));
  }
  await open();
  bot.pass(60_000);
  await open();
  await lena.sees(({ home }) => JSON.stringify(home).includes("drawn 3 times"));
  expect(drawn).toBe(3);
});

test("a shortcut used too often is answered as a question, and then told when to ask again", async () => {
  const callbackId = shortcuts[0]!.callback;
  const bot = await strictBot(
    [goal({ opensForm: () => true })],
    {},
    {
      shortcuts: [{ callbackId, name: "Set a goal", type: "global" }],
    },
  );
  const lena = bot.as("U0LENA");
  for (let nth = 1; nth <= 5; nth += 1) {
    await lena.do({ kind: "shortcut", callbackId, source: null });
  }
  const seen = await lena.sees((all) => fromBot(all).length === 1);
  expect(fromBot(seen)[0]!.text).toMatch(/Please ask again in \d+ seconds\.$/u);
});

test("a button in a window that is pressed too often leaves the window as it is", async () => {
  const page = said("One", { choices: [{ label: "More", words: "goal more" }] });
  const bot = await strictBot([
    aCommand("goal", async (words) => (words === "more" ? { ...page, lines: ["Another"] } : page), {
      opensForm: () => true,
    }),
  ]);
  const lena = bot.as("U0LENA");
  await lena.do(typed("/goal"));
  const press = async (line: string) => {
    const { modals } = await lena.sees((all) => textOf(all.modals).includes(line));
    const view = modals[0]!;
    const message = { channel: "", ts: "", blocks: view.payload.blocks } as never;
    await lena.do({ ...pressOn(message, "More"), source: { kind: "view", id: view.id } });
  };
  await press("One");
  await press("Another");
  const seen = await lena.sees((all) => fromBot(all).length === 1);
  expect(fromBot(seen)[0]!.text).toMatch(/Please ask again in \d+ seconds\.$/u);
  expect(textOf(seen.modals)).toContain("Another");
});

test("where four are answered and fifty wait, forms are as patient as questions", async () => {
  const seed = crowd(54);
  const ends: (() => void)[] = [];
  const kpi = aCommand("kpi", async () => {
    await new Promise<void>((resolve) => ends.push(resolve));
    return said("82.9 %");
  });
  const asked: string[] = [];
  const bot = await startBot(
    [
      kpi,
      goal({
        refresh: async () => {
          asked.push("refresh");
          return form();
        },
        submit: async () => {
          asked.push("submit");
          return { ok: true, reply: said("Saved") };
        },
      }),
    ],
    {},
    { seed },
  );
  const lena = bot.as("U0LENA");
  await lena.do(typed("/goal"));
  const [view] = (await lena.sees(opened)).modals;
  await Promise.all(
    seed.asking.map(([person, channel]) => bot.as(person).do(typed("/kpi", channel))),
  );
  // One more question is turned away: all the others are in.
  await expect
    .poll(async () => {
      await lena.do(typed("/kpi"));
      return JSON.stringify((await lena.see()).messages);
    }, soon)
    .toContain("Too many people are asking");
  expect(await lena.do(lookUp(view!))).toMatchObject({ ok: true, choices: [] });
  expect(await lena.do({ kind: "submit", viewId: view!.id, values: given("80") })).toMatchObject({
    ok: false,
    errors: { kpi: expect.stringContaining(again) },
  });
  await lena.do(change(view!, "fcr"));
  await lena.sees((all) => textOf(all.modals).includes(stays));
  expect(asked).toEqual([]);
  for (let at = 0; at < 54; at += 1) {
    await expect.poll(() => ends.length, soon).toBeGreaterThan(at);
    ends[at]!();
  }
  expect(await lena.do({ kind: "submit", viewId: view!.id, values: given("80", "fcr") })).toEqual({
    ok: true,
  });
  expect(asked).toEqual(["submit"]);
});
