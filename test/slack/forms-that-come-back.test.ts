import { expect, test } from "vitest";
import type { Form, FormValues, Submitted } from "../../commands/command.ts";
import { aCommand, said, startBot, typed } from "./bot-for-tests.ts";
import { field, agents, form, goal, opened, given } from "./a-form.ts";

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
