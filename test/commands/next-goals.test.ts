import { describe, expect, test } from "vitest";
import type { Form, FormValues, Submitted } from "../../commands/command.ts";
import { goal } from "../../commands/goal.ts";
import { readNext, splitTargets, writeNext } from "../../commands/next-goals.ts";
import { locales } from "../../src/i18n/locale.ts";
import { kpiById } from "../../src/kpis/index.ts";
import { ticketsOn } from "../reports/ask.ts";
import { anAsker, deskOver } from "./desk-for-tests.ts";
import { sendGoal } from "./send-goal.ts";

/** Last week 70 of 100 solved at once, 4 of 5 satisfied. */
const rows = {
  tickets: ticketsOn("2026-11-10", 100, 70),
  surveys: [1, 2, 3, 4, 5].map((each) => ({
    id: `s${each}`,
    kind: "csat",
    answered_at: new Date("2026-11-10T09:00:00Z"),
    score: each === 1 ? 1 : 5,
    scale: 5,
  })),
};
const initials = ({ fields }: Form): FormValues =>
  Object.fromEntries(fields.map(({ id, initial }) => [id, initial]));
const formIn = (sent: Submitted): Form => {
  if (!sent.ok || sent.reply.kind !== "form") throw new Error(JSON.stringify(sent));
  return sent.reply;
};

describe("two KPIs in one goal", () => {
  test.each(locales)("named with the word open one form after the other: %s", async (locale) => {
    const { desk } = await deskOver(rows);
    const asker = anAsker({ locale });
    const first = await goal.run("fcr, csat", asker, desk);
    if (first.kind !== "form") throw new Error("no form");
    for (const kpi of ["fcr", "csat"] as const) {
      expect(first.notices[0]).toContain(kpiById(kpi).title[locale]);
    }
    const values = {
      ...initials(first),
      target: "80 %",
      why: "They write twice",
      severity: "high",
    };
    const second = formIn(await sendGoal(first, values, desk, asker));
    expect(second.notices[0]).toContain("g1");
    expect(second.back).toBeUndefined();
    expect(initials(second)).toMatchObject({
      kpi: "csat",
      target: null,
      deadline: values["deadline" as keyof typeof values],
      severity: "high",
      why: "They write twice",
    });
    const more = { ...initials(second), target: "90 %", accept: "It is right" };
    expect(await sendGoal(second, more, desk, asker)).toMatchObject({ reply: { kind: "page" } });
    const kept = (await desk.goals.list()).map(({ kpi, target }) => `${kpi} ${target}`);
    expect(kept.toSorted()).toEqual(["csat 90", "fcr 80"]);
  });

  test("written into the target are said before the first is kept, and the second keeps its target", async () => {
    const { desk } = await deskOver(rows);
    const form = await goal.run("fcr", anAsker(), desk);
    if (form.kind !== "form") throw new Error("no form");
    const typed = { ...initials(form), target: "80 % and CSAT 90 %", why: "They write twice" };
    const asked = formIn(await goal.submit!(form.state, typed, anAsker(), desk));
    expect(asked.notices.join("\n")).toContain("One goal measures one thing");
    expect(asked.notices.join("\n")).toContain("up to 80 %");
    const second = formIn(await sendGoal(form, typed, desk));
    expect(initials(second)).toMatchObject({ kpi: "csat", target: "90 %" });
    expect(await desk.goals.list()).toHaveLength(1);
  });

  test("saved twice lead to two goals and no more", async () => {
    const { desk } = await deskOver(rows);
    const form = await goal.run("fcr, csat", anAsker(), desk);
    if (form.kind !== "form") throw new Error("no form");
    const values = { ...initials(form), target: "80 %", why: "They write twice" };
    const seconds = [await sendGoal(form, values, desk), await sendGoal(form, values, desk)];
    for (const sent of seconds.map(formIn)) {
      await sendGoal(sent, { ...initials(sent), target: "90 %", accept: "It is right" }, desk);
    }
    expect(await desk.goals.list()).toHaveLength(2);
  });

  test("of which one is unknown open nothing", async () => {
    const { desk } = await deskOver(rows);
    expect(await goal.run("fcr, moon", anAsker(), desk)).toMatchObject({ refused: true });
    const member = anAsker({ role: "member" });
    expect(await goal.run("fcr, csat", member, desk)).toMatchObject({ refused: true });
  });
});

test.each([
  ["80 % and CSAT 90 %", "80 %", [{ kpi: "csat", target: "90 %" }]],
  ["FCR 80 %, CSAT 90 %, NPS 40", "80 %", ["csat 90 %", "nps 40"].map(goalOf)],
  ["80 % и CSAT 90 %", "80 %", [{ kpi: "csat", target: "90 %" }]],
  ["80 % 그리고 csat 90 %", "80 %", [{ kpi: "csat", target: "90 %" }]],
  ["CSAT 90 %", "", [{ kpi: "csat", target: "90 %" }]],
  ["75, 78, 80 and CSAT 90", "75, 78, 80", [{ kpi: "csat", target: "90" }]],
  ["75, 78, 80", "75, 78, 80", []],
  ["+5pp", "+5pp", []],
  ["", "", []],
])("%j of a first contact goal is %j, and %j", (text, target, next) => {
  expect(splitTargets("fcr", text)).toEqual({ target, next });
  expect(readNext(writeNext(splitTargets("fcr", text).next))).toEqual(next);
});

function goalOf(text: string) {
  const [kpi = "", ...target] = text.split(" ");
  return { kpi, target: target.join(" ") };
}

test.each([null, "", "=", "moon=1", "__proto__=1", "csat"])("%j carries nothing", (text) => {
  expect(readNext(text)).toEqual([]);
});
