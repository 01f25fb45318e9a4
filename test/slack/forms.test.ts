import { once } from "node:events";
import { expect, test } from "vitest";
import type { Asker, FormValues } from "../../commands/command.ts";
import { aCommand, said, startBot, typed } from "./bot-for-tests.ts";
import { field, form, goal, opened, given } from "./a-form.ts";

test("a form opens as a modal, and an error lands on the very field", async () => {
  const heard: [string, FormValues, Asker][] = [];
  const bot = await startBot([
    goal({
      submit: async (state, values, asker) => {
        heard.push([state, values, asker]);
        return values["target"] === "80"
          ? { ok: true, reply: said("Saved: FCR 80 %") }
          : { ok: false, errors: { target: "A target is a number." } };
      },
    }),
  ]);
  const lena = bot.as("U0LENA");
  await lena.do(typed("/goal"));
  const { modals } = await lena.sees(opened);
  const viewId = modals[0]!.id;
  expect(await lena.do({ kind: "submit", viewId, values: given("eighty") })).toMatchObject({
    ok: false,
    errors: { target: "A target is a number." },
  });
  expect(await lena.do({ kind: "submit", viewId, values: given("80") })).toEqual({ ok: true });
  const after = await lena.sees((all) => JSON.stringify(all.modals).includes("Saved"));
  expect(after.modals[0]?.payload.submit).toBeUndefined();
  expect(heard.map(([state, values]) => [state, values["target"]])).toEqual([
    ["new-1", "eighty"],
    ["new-1", "80"],
  ]);
  expect(heard[0]?.[2]).toMatchObject({ id: "U0LENA", role: "lead", channel: null });
});

test("an error that belongs to no field is said at the first", async () => {
  const bot = await startBot([
    goal({ submit: async () => ({ ok: false, errors: { gone: "This goal was changed." } }) }),
  ]);
  const lena = bot.as("U0LENA");
  await lena.do(typed("/goal"));
  const { modals } = await lena.sees(opened);
  const submit = { kind: "submit", viewId: modals[0]!.id, values: given("1") } as const;
  expect(await lena.do(submit)).toMatchObject({ errors: { kpi: "This goal was changed." } });
});

test("a live field redraws the form, and what was typed stays with its field", async () => {
  const bot = await startBot([
    goal({ refresh: async (_state, values) => form([`Today ${values["kpi"]} is at 71 %`]) }),
  ]);
  const lena = bot.as("U0LENA");
  await lena.do(typed("/goal"));
  const { modals } = await lena.sees(opened);
  const view = modals[0]!;
  await lena.do({
    kind: "press",
    source: { kind: "view", id: view.id },
    blockId: "kpi",
    actionId: "live",
    given: "fcr",
    values: given(null, "fcr"),
  });
  const after = await lena.sees((all) => JSON.stringify(all.modals).includes("Today fcr is at"));
  expect(
    after.modals[0]?.payload.blocks.map(({ type, block_id }) => `${type} ${block_id}`),
  ).toEqual([expect.stringMatching(/^alert /u), "input kpi", "input target", "input agent"]);
});

test("a hundred and fifty choices are looked up while the person types", async () => {
  const bot = await startBot([goal({ refresh: async () => form() })]);
  const lena = bot.as("U0LENA");
  await lena.do(typed("/goal"));
  const { modals } = await lena.sees(opened);
  const found = await lena.do({
    kind: "look_up",
    source: { kind: "view", id: modals[0]!.id },
    blockId: "agent",
    actionId: "field",
    text: "agent 149",
  });
  expect(found).toMatchObject({ ok: true, choices: [{ text: "Agent 149", value: "a149" }] });
});

test("a form takes one save, however often the button is pressed", async () => {
  let saves = 0;
  const bot = await startBot([
    goal({
      submit: async () => {
        saves += 1;
        return { ok: true, reply: said("Saved") };
      },
    }),
  ]);
  const lena = bot.as("U0LENA");
  await lena.do(typed("/goal"));
  const { modals } = await lena.sees(opened);
  const submit = { kind: "submit", viewId: modals[0]!.id, values: given("1") } as const;
  await Promise.all([lena.do(submit), lena.do(submit), lena.do(submit)]);
  expect(saves).toBe(1);
});

test("a form over which a process died is taken again, and nothing that was typed is lost", async () => {
  const heard: FormValues[] = [];
  const ending = new AbortController();
  const bot = await startBot([
    goal({
      submit: async (_state, values) => {
        heard.push(values);
        // Nobody hears of the first again.
        if (heard.length === 1) await once(ending.signal, "abort");
        return { ok: true, reply: said("Saved after all") };
      },
    }),
  ]);
  const lena = bot.as("U0LENA");
  await lena.do(typed("/goal"));
  const { modals } = await lena.sees(opened);
  const submit = { kind: "submit", viewId: modals[0]!.id, values: given("1") } as const;
  const lost = lena.do(submit);
  expect(await lena.do(submit)).toEqual({ ok: true });
  await lena.sees((all) => JSON.stringify(all.modals).includes("Saved after all"));
  ending.abort();
  await lost;
  expect(heard.map(({ target }) => target)).toEqual(["1", "1"]);
});

test("a save that takes long is acknowledged in time and ends in the same window", async () => {
  let finish: (() => void) | null = null;
  const bot = await startBot([
    goal({
      submit: () =>
        new Promise((resolve) => {
          finish = () => resolve({ ok: true, reply: said("Saved after all") });
        }),
    }),
  ]);
  const lena = bot.as("U0LENA");
  await lena.do(typed("/goal"));
  const { modals } = await lena.sees(opened);
  const submit = { kind: "submit", viewId: modals[0]!.id, values: given("1") } as const;
  expect(await lena.do(submit)).toEqual({ ok: true });
  await lena.sees((all) => JSON.stringify(all.modals).includes("Saving…"));
  finish!();
  await lena.sees((all) => JSON.stringify(all.modals).includes("Saved after all"));
});

test("a save that fails says so calmly in the window", async () => {
  const bot = await startBot([
    goal({
      submit: async () => {
        throw new Error("disk full");
      },
    }),
  ]);
  const lena = bot.as("U0LENA");
  await lena.do(typed("/goal"));
  const { modals } = await lena.sees(opened);
  await lena.do({ kind: "submit", viewId: modals[0]!.id, values: given("1") });
  const after = await lena.sees((all) => JSON.stringify(all.modals).includes("the reference"));
  expect(JSON.stringify(after.modals)).not.toContain("disk full");
});

test("several people chosen in a field come back by commas", async () => {
  const people = { ...field, id: "team", label: "Team", type: "people" } as const;
  const heard: FormValues[] = [];
  const bot = await startBot([
    aCommand("goal", async () => ({ ...form(), fields: [people] }), {
      submit: async (_state, values) => {
        heard.push(values);
        return { ok: true, reply: said("Saved") };
      },
    }),
  ]);
  const lena = bot.as("U0LENA");
  await lena.do(typed("/goal"));
  const { modals } = await lena.sees(opened);
  const values = { team: { field: ["U0MINA", "U0ANDREI"] } };
  await lena.do({ kind: "submit", viewId: modals[0]!.id, values });
  expect(heard).toEqual([{ team: "U0MINA,U0ANDREI" }]);
});
