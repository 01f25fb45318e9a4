import { describe, expect, test } from "vitest";
import type { FormValues, Page, Submitted } from "../../commands/command.ts";
import type { Desk } from "../../commands/desk.ts";
import { goal } from "../../commands/goal.ts";
import { locales } from "../../src/i18n/locale.ts";
import { aGoal } from "../fixtures/goal.ts";
import type { FixtureRows } from "../records/store-of.ts";
import { ticketsOn } from "../reports/ask.ts";
import { anAsker, deskOver } from "./desk-for-tests.ts";

/** Last week 70 of 100 solved at once. */
const lastWeek: FixtureRows = { tickets: ticketsOn("2026-11-10", 100, 70) };

type Change = Parameters<typeof aGoal>[0];

/** A desk with a goal: from 60 up to 80 by the end of the year, and with others beside it. */
async function withGoals(change: Change = {}, others: readonly Change[] = [], rows = lastWeek) {
  const { desk, documents } = await deskOver(rows);
  const baseline = { value: 60, sample: 100, from: "2026-09-21", to: "2026-09-27" } as const;
  const kept = [
    aGoal({ baseline, ...change }),
    ...others.map((each, index) => aGoal({ id: `g${index + 2}`, submission: `${index}`, ...each })),
  ];
  await documents.change({ who: "x", via: "test" }, async ({ goals }) => {
    for (const each of kept) await goals.put(each);
  });
  return desk;
}

async function editing(desk: Desk, asker = anAsker()) {
  const form = await goal.run("edit g1", asker, desk);
  if (form.kind !== "form") throw new Error("no form");
  const values: FormValues = Object.fromEntries(form.fields.map((each) => [each.id, each.initial]));
  const send = (change: FormValues): Promise<Submitted> =>
    goal.submit!(form.state, { ...values, ...change }, asker, desk);
  return { form, values, send };
}

const errorsOf = (result: Submitted) => (result.ok ? {} : result.errors);
const historyOf = async (desk: Desk): Promise<Page> => {
  const reply = await goal.run("history g1", anAsker(), desk);
  if (reply.kind !== "page") throw new Error("no history");
  return reply;
};

describe("a rule that warns of an edit", () => {
  test("wants a reason, which is kept with the rule", async () => {
    const desk = await withGoals({ baseline: { ...aGoal().baseline!, value: 50 } });
    const { send } = await editing(desk);
    const errors = errorsOf(await send({ target: "90 %" }));
    expect(Object.keys(errors)).toEqual(["reason"]);
    expect(errors["reason"]).toContain("three quarters");
    expect(await desk.goals.find("g1")).toMatchObject({ target: 80, revision: 1 });
    const saved = await send({ target: "90 %", reason: "The bot starts in May" });
    expect(saved).toMatchObject({ ok: true });
    expect(JSON.stringify(saved)).toContain("three quarters");
    expect((await desk.goals.find("g1"))?.edits).toMatchObject([
      { reason: "The bot starts in May", rules: ["target_very_ambitious"] },
    ]);
    const history = await historyOf(desk);
    expect(history.table?.rows[0]?.slice(2)).toEqual([
      "Target: 80 % → 90 %",
      "The bot starts in May",
    ]);
  });

  test("is not asked about again where the edit is of something else", async () => {
    const low = { ...aGoal().baseline!, value: 40 };
    const desk = await withGoals({ baseline: low, target: 75, guardrails: [] });
    const { send } = await editing(desk);
    expect(await send({ why: "They call twice", guardrails: "" })).toMatchObject({
      ok: true,
    });
  });

  test("counts what the new owner looks after, not what the old one does", async () => {
    const five = Array.from({ length: 5 }, () => ({ owner: "U0BUSY" }));
    const desk = await withGoals({ owner: "U0LEAD" }, five);
    const { send } = await editing(desk);
    expect(Object.keys(errorsOf(await send({ owner: "U0BUSY" })))).toEqual(["reason"]);
    expect(Object.keys(errorsOf(await send({ checkpoint_owners: "U0BUSY" })))).toEqual(["reason"]);
    expect(await send({ owner: "U0IDLE" })).toMatchObject({ ok: true });
  });

  test("does not count the goal itself twice", async () => {
    const four = Array.from({ length: 4 }, () => ({ owner: "U0BUSY" }));
    const desk = await withGoals({ owner: "U0BUSY" }, four);
    const { send } = await editing(desk);
    expect(await send({ checkpoint_owners: "U0IDLE" })).toMatchObject({ ok: true });
  });
});

describe("what can be edited", () => {
  test("the guardrails: none is those of the catalogue, an unknown one is refused there", async () => {
    const desk = await withGoals({ guardrails: ["csat"] });
    const { send, values } = await editing(desk);
    expect(values["guardrails"]).toBe("csat");
    expect(errorsOf(await send({ guardrails: "csat, planet" }))).toEqual({
      guardrails: "There is no KPI “planet”.",
    });
    expect(await send({ guardrails: "reopen_rate" })).toMatchObject({ ok: true });
    expect(await desk.goals.find("g1")).toMatchObject({ guardrails: ["reopen_rate"] });
    const again = await editing(desk);
    await again.send({ guardrails: null });
    expect(await desk.goals.find("g1")).toMatchObject({ guardrails: ["aht", "csat"] });
  });

  test("to keep what is there; to reach it only later again is easier and wants a reason", async () => {
    const desk = await withGoals({ target: 70 });
    const first = await editing(desk);
    expect(await first.send({ direction: "keep" })).toMatchObject({ ok: true });
    expect(await desk.goals.find("g1")).toMatchObject({ direction: "keep" });
    expect((await historyOf(desk)).table?.rows[0]?.[2]).toBe(
      "What to do: Reach the target by the deadline → Keep it until the deadline",
    );
    const second = await editing(desk);
    expect(Object.keys(errorsOf(await second.send({ direction: "reach" })))).toEqual(["reason"]);
  });

  test("how often customers are asked, of a goal on surveys", async () => {
    const surveys = Array.from({ length: 10 }, (_, index) => ({
      id: `${index}`,
      kind: "csat",
      answered_at: new Date("2026-11-10T09:00:00Z"),
      score: index < 7 ? 5 : 1,
      scale_low: 1,
      scale_high: 5,
    }));
    const desk = await withGoals({ kpi: "csat", guardrails: ["fcr"] }, [], { surveys });
    const { send } = await editing(desk);
    expect(await send({ survey_every: "month" })).toMatchObject({ ok: true });
    expect((await historyOf(desk)).table?.rows[0]?.[2]).toBe(
      "How often customers are asked: – → Every month",
    );
  });

  test("an amount of money as it is shown, and in the currency it is shown in", async () => {
    const rows: FixtureRows = {
      tickets: ticketsOn("2026-11-10", 100, 70),
      costs: [{ day: "2026-11-10", kind: "salaries", amount: 500 }],
    };
    const money: Change = {
      kpi: "cost_per_contact",
      options: { kind: "tickets" },
      towards: "down",
      target: 4.4,
      baseline: { ...aGoal().baseline!, value: 5 },
      guardrails: ["csat"],
    };
    const desk = await withGoals(money, [], rows);
    const { form, values, send } = await editing(desk);
    expect(values["target"]).toBe("€4.40");
    expect(form.notices[0]).toContain("€5.00");
    expect(await send({ why: "Less for more" })).toMatchObject({ ok: true });
    expect(await desk.goals.find("g1")).toMatchObject({ target: 4.4 });
    const again = await editing(desk);
    // A change is one from what it costs now: five.
    const saved = await again.send({ target: "-20%" });
    expect(JSON.stringify(saved)).toContain("€4.00");
    expect(await desk.goals.find("g1")).toMatchObject({ target: 4 });
    const third = await editing(desk);
    expect(await third.send({ target: "€3.50" })).toMatchObject({ ok: true });
    expect(await desk.goals.find("g1")).toMatchObject({ target: 3.5 });
  });
});

/** Six of ten for twenty weeks, seven of ten for twenty more. */
const risen: FixtureRows = {
  tickets: Array.from({ length: 40 }, (_, week) =>
    ticketsOn(
      new Date(Date.UTC(2026, 10, 10 - 7 * (39 - week))).toISOString().slice(0, 10),
      10,
      week < 20 ? 6 : 7,
    ),
  ).flat(),
};

describe("an earlier deadline", () => {
  test("is held against what the team has reached, counted from where it stands today", async () => {
    const desk = await withGoals({ target: 78, deadline: "2027-03-31" }, [], risen);
    const { form, send } = await editing(desk);
    expect(form.notices.join("\n")).toContain("The last 12 weeks");
    // From 70 today at ten points in eleven weeks: ten more are 77 days, until 3 February.
    const text = JSON.stringify(await send({ target: "80", deadline: "2027-02-02" }));
    expect(text).toContain("more than the team has reached");
    expect(text).toContain("3 February 2027");
  });

  test("that the pace so far reaches is nothing to speak of", async () => {
    const desk = await withGoals({ target: 78, deadline: "2027-03-31" }, [], risen);
    const { send } = await editing(desk);
    expect(JSON.stringify(await send({ deadline: "2027-02-28" }))).not.toContain(
      "Best improvement",
    );
  });
});

test.each(locales)("every text is whole: %s", async (locale) => {
  const asker = anAsker({ locale });
  const desk = await withGoals({ baseline: { ...aGoal().baseline!, value: 50 } }, [], risen);
  const { form, send } = await editing(desk, asker);
  const refused = await send({ target: "90", deadline: "2027-12-31" });
  const saved = await send({ target: "90", guardrails: "fcr", reason: "May" });
  expect([refused.ok, saved.ok]).toEqual([false, true]);
  expect(JSON.stringify([form, refused, saved])).not.toMatch(/\{\w+\}|undefined|NaN/u);
});
