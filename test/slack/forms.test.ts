import { expect, test } from "vitest";
import type { Asker, Command, Form, FormValues, Submitted } from "../../commands/command.ts";
import type { ModalView } from "../../src/playground/wire.ts";
import { clientOf } from "../playground/workspace-for-tests.ts";
import { aCommand, fromBot, pressOn, said, startBot, typed } from "./bot-for-tests.ts";

const field = {
  hint: null,
  type: "text",
  choices: [],
  initial: null,
  optional: true,
  live: false,
} as const;
const agents = Array.from({ length: 150 }, (_, index) => ({
  label: `Agent ${index}`,
  value: `a${index}`,
}));
const form = (notices: readonly string[] = []): Form => ({
  kind: "form",
  command: "goal",
  state: "new-1",
  title: "Set a goal",
  submit: "Save",
  notices,
  fields: [
    { ...field, id: "kpi", label: "KPI", live: true },
    { ...field, id: "target", label: "Target" },
    { ...field, id: "agent", label: "Agent", type: "select", choices: agents },
  ],
});
const goal = (more: Partial<Command> = {}): Command => aCommand("goal", async () => form(), more);
const opened = (all: { readonly modals: readonly ModalView[] }) => all.modals.length > 0;
const given = (target: string | null, kpi: string | null = null) => ({
  kpi: { live: kpi },
  target: { field: target },
  agent: { field: null },
});

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

test("what asks back is laid over the form, which may be sent again, and goes with it when done", async () => {
  const heard: [string, FormValues][] = [];
  const bot = await startBot([
    goal({
      submit: async (state, values) => {
        heard.push([state, values]);
        return state === "sure"
          ? { ok: true, reply: said("Saved") }
          : {
              ok: true,
              reply: { ...form(["80 % by May"]), state: "sure", back: "Back", fields: [] },
            };
      },
    }),
  ]);
  const lena = bot.as("U0LENA");
  await lena.do(typed("/goal"));
  const { modals } = await lena.sees(opened);
  const submit = { kind: "submit", viewId: modals[0]!.id, values: given("80") } as const;
  const askedBack = async () => {
    expect(await lena.do(submit)).toEqual({ ok: true });
    const { modals: stack } = await lena.sees((all) => all.modals.length === 2);
    expect(stack[0]?.id).toBe(modals[0]!.id);
    expect(stack[1]?.payload).toMatchObject({ close: { text: "Back" }, submit: { text: "Save" } });
    return stack[1]!.id;
  };
  await lena.do({ kind: "close", viewId: await askedBack(), all: false });
  await lena.sees((all) => all.modals.length === 1);
  const viewId = await askedBack();
  expect(await lena.do({ kind: "submit", viewId, values: {} })).toEqual({ ok: true });
  await lena.sees((all) => JSON.stringify(all.modals).includes("Saved"));
  await lena.do({ kind: "close", viewId, all: false });
  await lena.sees((all) => all.modals.length === 0);
  expect(heard.map(([state]) => state)).toEqual(["new-1", "new-1", "sure"]);
});

test("a form after a form, its own question over it, and no way back to what is done", async () => {
  const bot = await startBot([
    goal({
      submit: async (state) => ({
        ok: true,
        reply: {
          ...form(["80 %"]),
          ...(state.endsWith("?")
            ? { state: `${state.length}`, title: "The next one" }
            : { state: `${state}?`, title: "Sure?", back: "Back", fields: [] }),
        },
      }),
    }),
  ]);
  const lena = bot.as("U0LENA");
  await lena.do(typed("/goal"));
  let top = (await lena.sees(opened)).modals[0]!;
  const send = async (depth: number, title: string) => {
    const submit = { kind: "submit", viewId: top.id, values: given("80") } as const;
    expect(await lena.do(submit)).toEqual({ ok: true });
    const { modals } = await lena.sees(
      (all) => all.modals.length === depth && all.modals.at(-1)?.payload.title.text === title,
    );
    top = modals.at(-1)!;
    return top.payload;
  };
  const leadsNowhere = { close: { text: "Cancel" }, clear_on_close: true };
  // However many there are, each stands where the first stood, and asks back over it.
  for (let count = 0; count < 5; count += 1) {
    expect(await send(2, "Sure?")).toMatchObject({ close: { text: "Back" } });
    expect(await send(1, "The next one")).toMatchObject(leadsNowhere);
  }
  await lena.do({ kind: "close", viewId: top.id, all: false });
  await lena.sees((all) => all.modals.length === 0);
});

test("what was typed is still there under a refusal", async () => {
  const bot = await startBot([
    goal({ submit: async () => ({ ok: true, reply: said("Not you", { refused: true }) }) }),
  ]);
  const lena = bot.as("U0LENA");
  await lena.do(typed("/goal"));
  const { modals } = await lena.sees(opened);
  await lena.do({ kind: "submit", viewId: modals[0]!.id, values: given("80") });
  const { modals: stack } = await lena.sees((all) =>
    JSON.stringify(all.modals).includes("Not you"),
  );
  expect(stack.map(({ id }) => id)).toEqual([modals[0]!.id, expect.any(String)]);
  await lena.do({ kind: "close", viewId: stack[1]!.id, all: false });
  await lena.sees((all) => all.modals.length === 1);
});

/** A form with a field of every kind, and what is chosen in each. */
const manifold: Form = {
  ...form(["Now: 70 %"]),
  fields: [
    { ...field, id: "kpi", label: "KPI", live: true, initial: "fcr" },
    { ...field, id: "target", label: "Target", initial: "70" },
    { ...field, id: "why", label: "Why", type: "long_text", initial: "before" },
    { ...field, id: "deadline", label: "Deadline", type: "date", initial: "2026-12-31" },
    { ...field, id: "severity", label: "Severity", type: "select", choices: agents.slice(0, 3) },
    { ...field, id: "agent", label: "Agent", type: "select", choices: agents },
    { ...field, id: "teams", label: "Teams", type: "several", choices: agents.slice(0, 3) },
    { ...field, id: "owner", label: "Owner", type: "person", initial: "U0LENA" },
    { ...field, id: "also", label: "Also", type: "people" },
    { ...field, id: "post_to", label: "Channel", type: "channel" },
  ],
};
const filledIn = (target: string) => ({
  kpi: { live: "csat" },
  target: { field: target },
  why: { field: null },
  deadline: { field: "2027-01-31" },
  severity: { field: "a1" },
  agent: { field: "a2" },
  teams: { field: ["a0", "a2"] },
  owner: { field: "U0MINA" },
  also: { field: ["U0LENA", "U0ANDREI"] },
  post_to: { field: "C0BILLING" },
});
const heardOf = (target: string): FormValues => ({
  kpi: "csat",
  target,
  why: null,
  deadline: "2027-01-31",
  severity: "a1",
  agent: "a2",
  teams: "a0\na2",
  owner: "U0MINA",
  also: "U0LENA,U0ANDREI",
  post_to: "C0BILLING",
});
const initialOf = (block: object): unknown => {
  const { element } = block as { element: Record<string, unknown> };
  return Object.entries(element).find(([key]) => key.startsWith("initial_"))?.[1] ?? null;
};

test("an error that comes late brings the form back as it was filled in, with what is wrong beneath its field", async () => {
  const heard: FormValues[] = [];
  let finish: ((submitted: Submitted) => void) | null = null;
  const bot = await startBot([
    aCommand("goal", async () => manifold, {
      submit: (_state, values) => {
        heard.push(values);
        return values["target"] === "80"
          ? Promise.resolve({ ok: true, reply: said("Saved") })
          : new Promise((resolve) => (finish = resolve));
      },
      refresh: async () => manifold,
    }),
  ]);
  const lena = bot.as("U0LENA");
  await lena.do(typed("/goal"));
  const { modals } = await lena.sees(opened);
  let viewId = modals[0]!.id;
  const lookedUp = {
    kind: "look_up",
    blockId: "agent",
    actionId: "field",
    text: "agent 2",
  } as const;
  await lena.do({ ...lookedUp, source: { kind: "view", id: viewId } });
  // Twice: what was wrong the first time does not stay.
  for (const target of ["eighty", "ninety"]) {
    await lena.do({ kind: "submit", viewId, values: filledIn(target) });
    await lena.sees((all) => all.modals.at(-1)?.payload.title.text === "Saving…");
    finish!({ ok: false, errors: { target: `Not ${target}.` } });
    const { modals: stack } = await lena.sees((all) =>
      JSON.stringify(all.modals.at(-1)).includes(`Not ${target}.`),
    );
    const { id, payload } = stack.at(-1)!;
    expect(payload).toMatchObject({ title: { text: "Set a goal" }, submit: { text: "Save" } });
    const [notice, ...blocks] = payload.blocks;
    expect(JSON.stringify(notice)).toContain("Now: 70 %");
    const place = blocks.findIndex(({ block_id }) => block_id === "target");
    expect(JSON.stringify(blocks[place + 1])).toContain(`Not ${target}.`);
    expect(blocks).toHaveLength(manifold.fields.length + 1);
    const fields = blocks.filter(({ type }) => type === "input");
    expect(
      Object.fromEntries(fields.map((each) => [each.block_id, initialOf(each)])),
    ).toMatchObject({
      kpi: "csat",
      target,
      why: null,
      deadline: "2027-01-31",
      severity: { value: "a1" },
      agent: { text: { text: "Agent 2" }, value: "a2" },
      teams: [{ value: "a0" }, { value: "a2" }],
      owner: "U0MINA",
      also: ["U0LENA", "U0ANDREI"],
      post_to: "C0BILLING",
    });
    viewId = id;
  }
  expect(await lena.do({ kind: "submit", viewId, values: filledIn("80") })).toEqual({ ok: true });
  await lena.sees((all) => JSON.stringify(all.modals.at(-1)).includes("Saved"));
  expect(heard).toEqual([heardOf("eighty"), heardOf("ninety"), heardOf("80")]);
  await lena.do({ kind: "close", viewId, all: false });
  await lena.sees((all) => all.modals.length === 0);
  expect(bot.lines.filter(({ level }) => level === "error")).toEqual([]);
});

test("whoever leaves a form that came back leaves the one below it as well", async () => {
  let finish: ((submitted: Submitted) => void) | null = null;
  const bot = await startBot([
    goal({ submit: () => new Promise((resolve) => (finish = resolve)) }),
  ]);
  const lena = bot.as("U0LENA");
  await lena.do(typed("/goal"));
  const { modals } = await lena.sees(opened);
  await lena.do({ kind: "submit", viewId: modals[0]!.id, values: given("80") });
  await lena.sees((all) => all.modals.length === 2);
  finish!({ ok: false, errors: { target: "A number, please." } });
  const { modals: stack } = await lena.sees((all) =>
    JSON.stringify(all.modals).includes("A number, please."),
  );
  await lena.do({ kind: "close", viewId: stack[1]!.id, all: false });
  const { modals: left } = await lena.sees((all) => all.modals.length < 2);
  expect(left).toEqual([]);
});

test("a form asked for in words comes as a button, which opens it", async () => {
  const bot = await startBot([goal()]);
  const lena = bot.as("U0LENA");
  await lena.do(typed("goal", "D0LENA"));
  const [answer] = fromBot(await lena.sees((all) => fromBot(all).length === 1));
  expect(answer?.text).toContain("This needs a few fields.");
  await lena.do(pressOn(answer!, "Open the form"));
  await lena.sees(opened);
});

test("a form that was ready too late is a button away", async () => {
  const bot = await startBot([
    aCommand("goal", async () => {
      // Slack's triggers live for three seconds.
      await new Promise((resolve) => setTimeout(resolve, 3_100));
      return form();
    }),
  ]);
  const lena = bot.as("U0LENA");
  await lena.do(typed("/goal"));
  const [answer] = fromBot(await lena.sees((all) => fromBot(all).length === 1));
  expect(answer?.text).toContain("The form did not open in time.");
  expect(pressOn(answer!, "Open the form")).toBeDefined();
});

test("a modal of another making is told that it is no longer known", async () => {
  const bot = await startBot([goal({ submit: async () => ({ ok: true, reply: said("no") }) })]);
  const lena = bot.as("U0LENA");
  await lena.do(typed("/goal"));
  const { modals } = await lena.sees(opened);
  const { payload, id } = modals[0]!;
  await clientOf(bot.playground).views.update({
    view_id: id,
    view: { ...(payload as object), private_metadata: '{"command":"rm"}' } as never,
  });
  expect(await lena.do({ kind: "submit", viewId: id, values: given("1") })).toEqual({ ok: true });
  await lena.sees((all) => JSON.stringify(all.modals).includes("This form is no longer known."));
});
