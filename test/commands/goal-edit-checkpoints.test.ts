import { expect, test } from "vitest";
import type { FormValues, Submitted } from "../../commands/command.ts";
import { goal } from "../../commands/goal.ts";
import { locales } from "../../src/i18n/locale.ts";
import { aGoal } from "../fixtures/goal.ts";
import { ticketsOn } from "../reports/ask.ts";
import { anAsker, deskOver } from "./desk-for-tests.ts";

/** It is Wednesday 18 November 2026: one is past, two lie ahead; from 60 up to 80 by 31 December. */
async function editing(locale: (typeof locales)[number] = "en") {
  const { desk, documents } = await deskOver({ tickets: ticketsOn("2026-11-10", 100, 70) });
  const kept = aGoal({
    baseline: { value: 60, sample: 100, from: "2026-09-21", to: "2026-09-27" },
    checkpoints: ["2026-11-04", "2026-12-02", "2026-12-16"],
  });
  await documents.change({ who: "x", via: "test" }, ({ goals }) => goals.put(kept));
  const asker = anAsker({ locale });
  const form = await goal.run("edit g1", asker, desk);
  if (form.kind !== "form") throw new Error("no form");
  const values: FormValues = Object.fromEntries(form.fields.map((each) => [each.id, each.initial]));
  const send = (change: FormValues): Promise<Submitted> =>
    goal.submit!(form.state, { ...values, ...change }, asker, desk);
  return { values, send, now: async () => (await desk.goals.find("g1"))!, desk, asker };
}

test("an edit shows the days that lie ahead, and leaves them where nobody touches them", async () => {
  const { values, send, now } = await editing();
  expect(values["checkpoints"]).toBe("2026-12-02, 2026-12-16");
  await send({ why: "They call twice" });
  expect((await now()).checkpoints).toEqual(["2026-11-04", "2026-12-02", "2026-12-16"]);
});

test.each([
  ["days that were typed", "2026-12-09, 2026-11-25", ["2026-11-25", "2026-12-09"]],
  ["none, so that they are proposed", null, ["2026-12-02", "2026-12-16", "2026-12-30"]],
])("an edit takes %s, keeps what is past, and the history says so", async (_, typed, ahead) => {
  const { send, now, desk, asker } = await editing();
  expect(await send({ checkpoints: typed })).toMatchObject({ ok: true });
  expect(await now()).toMatchObject({ checkpoints: ["2026-11-04", ...ahead], revision: 2 });
  const history = await goal.run("history g1", asker, desk);
  expect(JSON.stringify(history)).toContain("Checkpoints: 4 November 2026, 2 December 2026");
});

test("days that were typed stay where the deadline moves too", async () => {
  const { send, now } = await editing();
  await send({ deadline: "2026-12-20", checkpoints: "2026-12-18" });
  expect((await now()).checkpoints).toEqual(["2026-11-04", "2026-12-18"]);
});

test.each(locales)("what is no day on the way is told on the field: %s", async (locale) => {
  const { send, now } = await editing(locale);
  for (const checkpoints of ["soon", "2026-11-18", "2026-12-31", "2026-02-30"]) {
    const refused = await send({ checkpoints });
    if (refused.ok) throw new Error("was let through");
    expect(Object.keys(refused.errors)).toEqual(["checkpoints"]);
    expect(refused.errors["checkpoints"]).toMatch(/[.。]$/u);
  }
  expect((await now()).revision).toBe(1);
});
