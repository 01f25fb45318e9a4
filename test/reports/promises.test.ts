import { expect, test } from "vitest";
import { kpi } from "../../commands/kpi.ts";
import type { Asker } from "../../commands/command.ts";
import type { Desk } from "../../commands/desk.ts";
import { locales } from "../../src/i18n/locale.ts";
import type { SlaPolicy } from "../../src/kpis/kpi.ts";
import type { ReportSettings } from "../../src/reports/plan.ts";
import { ask, codes, reportsOver, settings, ticketsOn } from "./ask.ts";

const due = { sla_due_at: new Date("2026-11-10T09:30:00Z") };

/** Each answered after an hour. */
const desk = {
  tickets: [
    ...ticketsOn("2026-11-10", 8, 8, { priority: "urgent", channel: "email" }),
    ...ticketsOn("2026-11-11", 12, 12, { priority: "low", channel: "chat" }),
  ],
};

const policy = (change: Partial<SlaPolicy>): SlaPolicy => ({
  name: "reply",
  from: null,
  kpi: "first_response_time",
  withinSeconds: 7_200,
  priority: null,
  channel: null,
  clock: "calendar",
  share: 90,
  ...change,
});

const urgent = policy({ name: "urgent", priority: ["urgent"], withinSeconds: 60, share: 80 });

const answerTo = async (change: Partial<ReportSettings>, question = {}, rows = desk) =>
  ask(await reportsOver(rows, { settings: { ...settings, ...change } }), {
    kpi: "sla_attainment",
    ...question,
  });

test("the share that a rule promises is the target of what it covers", async () => {
  const answer = await answerTo({ sla: [policy({})] });
  expect(answer).toMatchObject({
    value: 100,
    target: { value: 90, from: "config", gap: 10, verdict: "met" },
  });
  expect(codes(answer.warnings)).not.toContain("promise");
});

test("rules that promise different shares have no target together, and each stands beside its own", async () => {
  const sla = [urgent, policy({})];
  const answer = await answerTo({ sla });
  expect(answer).toMatchObject({ value: 60, sample: 20, target: null });
  expect(answer.warnings.filter(({ code }) => code === "promise").map(({ text }) => text)).toEqual([
    "urgent: 0.0 % of 8 kept; 80 % promised.",
    "reply: 100.0 % of 12 kept; 90 % promised.",
  ]);
  const narrowed = await answerTo({ sla }, { where: { priority: { in: ["urgent"] } } });
  expect(narrowed).toMatchObject({ value: 0, target: { value: 80, verdict: "missed" } });
  const same = await answerTo({ sla: [{ ...urgent, share: 90 }, policy({})] });
  expect(same.target).toMatchObject({ value: 90, verdict: "missed" });
});

test("due times of tickets promise no share: beside them a rule's is no target", async () => {
  const rows = { tickets: [...desk.tickets, ...ticketsOn("2026-11-12", 5, 5, due)] };
  const answer = await answerTo({ sla: [urgent] }, {}, rows);
  expect(answer).toMatchObject({ sample: 13, target: null });
  expect(codes(answer.warnings)).toContain("promise");
});

test("a share that changed within the period is no target; of either side of it there is one", async () => {
  const sla = [policy({}), policy({ share: 95, from: new Date("2026-11-10T23:00:00Z") })];
  const whole = await answerTo({ sla });
  expect(whole.target).toBeNull();
  const spans = [
    ["2026-11-10", 90],
    ["2026-11-11", 95],
  ] as const;
  for (const [day, share] of spans) {
    const answer = await answerTo({ sla }, { period: { kind: "range", from: day, to: day } });
    expect(answer.target?.value).toBe(share);
  }
});

test("a target of the configuration wins over what the rules promise", async () => {
  const answer = await answerTo({ sla: [policy({})], targets: { sla_attainment: 99 } });
  expect(answer.target).toMatchObject({ value: 99, from: "config" });
});

test("without rules the examples by channel hold; with rules they do not", async () => {
  const rows = { tickets: ticketsOn("2026-11-10", 6, 6, { ...due, channel: "email" }) };
  const question = { where: { channel: { in: ["email"] } } };
  expect((await answerTo({}, question, rows)).target).toMatchObject({ value: 70, from: "default" });
  const answer = await answerTo({ sla: [urgent] }, question, rows);
  expect(answer.target).toBeNull();
});

const definedIn = async (locale: Asker["locale"], sla: readonly SlaPolicy[]): Promise<string> => {
  const reports = await reportsOver(desk, { settings: { ...settings, sla } });
  const asker: Asker = { id: "U1", name: "", role: "member", locale, zone: "UTC", channel: null };
  const reply = await kpi.run("define sla", asker, { reports } as Desk);
  return JSON.stringify(reply);
};

test("its definition names what is promised now, in each language, instead of the sources' examples", async () => {
  const later = policy({ share: 97, from: new Date("2027-01-01T00:00:00Z") });
  for (const locale of locales) {
    const text = await definedIn(locale, [urgent, policy({}), later]);
    expect(text).toMatch(/urgent 80\s?%.*reply 90\s?%/u);
    expect(text).not.toMatch(/97|70\s?%|\{\w+\}/u);
    expect(await definedIn(locale, [])).toMatch(/70\s?%/u);
  }
});
