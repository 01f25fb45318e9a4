import { expect, test } from "vitest";
import type { FormValues, Submitted } from "../../commands/command.ts";
import { digest } from "../../commands/digest.ts";
import { goal } from "../../commands/goal.ts";
import { locales } from "../../src/i18n/locale.ts";
import { kpiById } from "../../src/kpis/index.ts";
import { ticketsOn } from "../reports/ask.ts";
import { anAsker, deskOver } from "./desk-for-tests.ts";
import { sendGoal } from "./send-goal.ts";

const tickets = ticketsOn("2026-11-10", 40, 30);
const errorsOf = (result: Submitted) => (result.ok ? {} : result.errors);

const aGoal: FormValues = {
  kpi: "top_agent",
  target: "80",
  direction: "reach",
  deadline: "2026-12-31",
  owner: "U0OWNER",
  post_to: "C0TEAM",
  why: "Customers should not have to write twice.",
};
const aDigest: FormValues = {
  post_to: "C0TEAM",
  weekday: "1",
  time: "09:00",
  zone: "Europe/Berlin",
  lang: "en",
};

test.each(locales)("a card is no goal, and its figures are named in %s", async (locale) => {
  const { desk } = await deskOver({ tickets });
  const errors = errorsOf(await goal.submit!("s1", aGoal, anAsker({ locale }), desk));
  for (const part of ["fcr", "calls_per_hour", "csat"] as const) {
    expect(errors["kpi"]).toContain(kpiById(part).title[locale]);
  }
  expect(await desk.goals.list()).toEqual([]);
});

test.each(["top_agent", "agent_productivity"] as const)(
  "%s stands in no digest, whatever stands beside it",
  async (card) => {
    const { desk } = await deskOver({ tickets });
    const values = { ...aDigest, kpis: `fcr, ${card}` };
    const errors = errorsOf(await digest.submit!("s1", values, anAsker(), desk));
    expect(errors["kpis"]).toContain(kpiById(card).title.en);
    expect(await desk.digests.list()).toEqual([]);
    const result = await digest.submit!("s2", { ...aDigest, kpis: "fcr" }, anAsker(), desk);
    expect(result.ok).toBe(true);
  },
);

test.each(["4.50", "€4.50", "4,50 EUR", "4.5 euros"])(
  "%s is an amount of money that a goal can aim at",
  async (target) => {
    const costs = [{ id: "c1", day: "2026-11-10", amount: 800 }];
    const { desk } = await deskOver({ tickets, costs });
    const values = { ...aGoal, kpi: "cost_per_contact", target, accept: "A new supplier." };
    const result = await sendGoal({ state: "s1" }, values, desk);
    expect(errorsOf(result)).toEqual({});
    expect(await desk.goals.list()).toMatchObject([{ kpi: "cost_per_contact", target: 4.5 }]);
  },
);

test("money of another country is not taken for the workspace's", async () => {
  const { desk } = await deskOver({ tickets });
  const values = { ...aGoal, kpi: "cost_per_contact", target: "4.50 USD" };
  const errors = errorsOf(await goal.submit!("s1", values, anAsker(), desk));
  expect(errors["target"]).toContain("12.00");
});
