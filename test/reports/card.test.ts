import { expect, test } from "vitest";
import { showsAgents } from "../../src/slack/agent-figures.ts";
import { parseKpiWords } from "../../commands/words.ts";
import { ask, codes, reportsOver, settings, ticketsOn } from "./ask.ts";

const at = (time: string) => new Date(`2026-11-10T${time}:00Z`);

const survey = (id: string, agent: string, score: number) => ({
  id,
  agent,
  kind: "csat",
  sent_at: at("10:00"),
  answered_at: at("11:00"),
  score,
  scale_low: 1,
  scale_high: 5,
});

const rows = {
  tickets: [
    ...ticketsOn("2026-11-10", 10, 7, { agent: "Ann" }),
    ...ticketsOn("2026-11-10", 4, 1, { agent: "Bo" }),
  ],
  surveys: [survey("1", "Ann", 5), survey("2", "Ann", 2), survey("3", "Ann", 4)],
  shifts: [
    { id: "a", agent: "Ann", from: at("08:00"), logged_seconds: 7_200, scheduled_seconds: 7_200 },
    { id: "b", agent: "Bo", from: at("08:00"), logged_seconds: 3_600, adherent_seconds: 900 },
    { id: "c", agent: "Ann", from: at("12:00"), scheduled_seconds: 3_600, adherent_seconds: 900 },
  ],
};

const kind = { kind: "tickets" };
/** Single agents are shown over a month at least. */
const period = { kind: "range", from: "2026-10-18", to: "2026-11-16" } as const;

test("an agent's card shows three figures, how sure each is, and no score", async () => {
  const reports = await reportsOver(rows);
  const card = await ask(reports, { kpi: "top_agent", by: ["agent"], options: kind, period });
  expect(card).toMatchObject({ value: null, numerator: null, comparison: null, target: null });
  expect(card.reason?.code).toBe("card");
  expect(card.segments.map(({ key, sample }) => [key.agent, sample])).toEqual([
    ["Ann", 10],
    ["Bo", 4],
  ]);
  const [ann, bo] = card.segments.map(({ variants }) => variants);
  expect(ann).toMatchObject({ fcr: 70, calls_per_hour: 5 });
  expect(ann?.["csat"]).toBeCloseTo(200 / 3, 9);
  expect(bo).toMatchObject({ fcr: 25, calls_per_hour: 4, csat: null, csat_low: null });
  for (const name of ["fcr", "csat"]) {
    expect(ann?.[`${name}_low`]).toBeLessThan(ann?.[name] ?? 0);
    expect(ann?.[`${name}_high`]).toBeGreaterThan(ann?.[name] ?? 100);
  }
});

test("a card stands where one of its figures has no records", async () => {
  // Nobody says who called, so that a repeat is not known and first contact resolution has none.
  const calls = [1, 2, 3].map((each) => ({
    id: `${each}`,
    agent: "Ann",
    queued_at: at("09:00"),
    outcome: "handled",
  }));
  const reports = await reportsOver({ calls, surveys: rows.surveys });
  const options = { kind: "calls" };
  const card = await ask(reports, { kpi: "top_agent", by: ["agent"], options, period });
  expect(card.reason?.code).toBe("card");
  expect(card.segments).toMatchObject([
    { key: { agent: "Ann" }, sample: 3, variants: { fcr: null, csat: (100 * 2) / 3 } },
  ]);
});

test("what a card shows is what each KPI answers when it is asked alone", async () => {
  const options = { csat: { satisfied: { 5: [5] } } };
  const reports = await reportsOver(rows, { settings: { ...settings, options } });
  const card = await ask(reports, { kpi: "top_agent", options: kind });
  for (const kpi of ["fcr", "calls_per_hour", "csat"] as const) {
    const { value, interval } = await ask(reports, {
      kpi,
      options: kpi === "csat" ? {} : kind,
    });
    expect(value).not.toBeNull();
    expect(card.variants[kpi]).toBe(value);
    expect(card.variants[`${kpi}_low`]).toBe(interval?.low);
  }
});

test("productivity is volume, contacts per hour, adherence and script use", async () => {
  const reports = await reportsOver({
    ...rows,
    calls: [
      { id: "1", queued_at: at("09:00"), outcome: "handled", script_used: true },
      { id: "2", queued_at: at("09:01"), outcome: "handled", script_used: null },
      { id: "3", queued_at: at("09:02"), outcome: "abandoned" },
    ],
  });
  const card = await ask(reports, { kpi: "agent_productivity", options: { kind: "calls" } });
  expect(card.variants).toMatchObject({
    ticket_volume: 3,
    calls_per_hour: 2 / 3,
    schedule_adherence: 25,
    resource_usage: 100,
  });
});

test("a card of nothing says that there is nothing", async () => {
  const reports = await reportsOver({ tickets: rows.tickets });
  const card = await ask(reports, {
    kpi: "top_agent",
    options: kind,
    period: { kind: "last", unit: "quarter" },
  });
  expect(card.reason?.code).toBe("empty_period");
  expect(codes(card.warnings)).not.toContain("tiny_sample");
});

test("an agent's card is always about agents, however it is asked", async () => {
  const reports = await reportsOver(rows);
  for (const words of ["top-agents last-month", "лучший сотрудник", "top_agent by team"]) {
    const asked = parseKpiWords(words);
    if (asked.kind !== "question") throw new Error(`${words} is no question`);
    const { question } = asked;
    expect(question.by[0]).toBe("agent");
    const answer = await ask(reports, { ...question, options: kind, period });
    expect(showsAgents({ kind: "answer", answer, question })).toBe(true);
  }
});
