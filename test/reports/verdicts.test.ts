import { describe, expect, test } from "vitest";
import type { FixtureRow } from "../records/store-of.ts";
import { ask, reportsOver, settings, ticketsOn } from "./ask.ts";

const at = (day: string, seconds = 0) => new Date(Date.parse(`${day}T09:00:00Z`) + seconds * 1_000);

const reply = (day: string, hour: string) => ({
  first_response_at: new Date(`${day}T${hour}:00Z`),
});

const fcrOf = async (before: readonly [number, number], after: readonly [number, number]) => {
  const reports = await reportsOver({
    tickets: [
      ...ticketsOn("2026-11-04", before[0], before[1]),
      ...ticketsOn("2026-11-11", after[0], after[1]),
    ],
  });
  return (await ask(reports, {})).comparison?.verdict;
};

describe("verdicts", () => {
  test.each([
    ["a change that chance could make is noise", [50, 25], [50, 27], "noise"],
    ["a change beyond chance is judged", [400, 200], [400, 120], "worse"],
    ["no change is the same", [40, 20], [20, 10], "same"],
    ["fewer than five records are not judged", [4, 4], [40, 0], null],
  ] as const)("%s", async (_, before, after, verdict) => {
    expect(await fcrOf(before, after)).toBe(verdict);
  });

  test("a shorter time is better", async () => {
    const reports = await reportsOver({
      tickets: [
        ...ticketsOn("2026-11-04", 6, 0, reply("2026-11-04", "11:00")),
        ...ticketsOn("2026-11-11", 6, 0, reply("2026-11-11", "09:30")),
      ],
    });
    const { value, comparison } = await ask(reports, { kpi: "first_response_time" });
    expect([value, comparison?.change, comparison?.verdict]).toEqual([1_800, -5_400, "better"]);
  });
});

const callsOn = (day: string, talkSeconds: number): FixtureRow[] =>
  Array.from({ length: 40 }, (_, index) => ({
    id: `${day}-${index}`,
    queued_at: at(day, index),
    outcome: "handled",
    wait_seconds: 10,
    talk_seconds: talkSeconds,
    transfers: 0,
    customer: `${day}-${index}`,
  }));

const surveysOn = (day: string, score: number): FixtureRow[] =>
  Array.from({ length: 40 }, (_, index) => ({
    id: `${day}-${index}`,
    kind: "csat",
    answered_at: at(day),
    score,
    scale_low: 1,
    scale_high: 5,
  }));

describe("guardrails", () => {
  const rows = {
    calls: [...callsOn("2026-11-03", 300), ...callsOn("2026-11-10", 200)],
    surveys: [...surveysOn("2026-11-03", 5), ...surveysOn("2026-11-10", 2)],
  };

  test("a KPI that got better at the price of another says so", async () => {
    const answer = await ask(await reportsOver(rows), { kpi: "aht" });
    expect(answer.comparison?.verdict).toBe("better");
    expect(answer.guardrails).toEqual([
      { kpi: "csat", value: 0, unit: "percent", verdict: "worse" },
      { kpi: "fcr", value: 100, unit: "percent", verdict: "same" },
    ]);
    expect(answer.warnings.at(-1)).toEqual({
      code: "guardrail_worse",
      text: "Better, but at the same time worse: Customer satisfaction.",
    });
  });

  test("what is asked of calls is guarded by calls, whatever is configured", async () => {
    const tickets = ticketsOn("2026-11-10", 9, 1);
    const options = { fcr: { kind: "tickets" } };
    const reports = await reportsOver({ ...rows, tickets }, { settings: { ...settings, options } });
    const ofCalls = await ask(reports, { kpi: "aht" });
    expect(ofCalls.guardrails.find(({ kpi }) => kpi === "fcr")?.value).toBe(100);
    const ofTickets = await ask(reports, { kpi: "fcr" });
    expect(ofTickets.guardrails.map(({ kpi }) => kpi)).toEqual(["csat"]);
  });

  test("what no source can answer is shown as no data, never as if it were watched", async () => {
    const answer = await ask(await reportsOver({ calls: rows.calls }), { kpi: "aht" });
    expect(answer.guardrails).toMatchObject([
      { kpi: "csat", value: null, verdict: null },
      { kpi: "fcr", value: 100 },
    ]);
  });

  test("a window that is still open is provisional", async () => {
    const answer = await ask(await reportsOver(rows), { options: { kind: "calls" } });
    expect(answer.warnings).toContainEqual({
      code: "provisional",
      text: "Provisional until 23 Nov 2026: a repeat contact can still come.",
    });
  });
});

/** Waits of answered calls, one call each. */
const callsWaiting = (day: string, waits: readonly number[]): FixtureRow[] =>
  waits.map((wait, index) => ({
    id: `${day}-${index}`,
    queued_at: at(day, index),
    outcome: "handled",
    wait_seconds: wait,
  }));

describe("a mean", () => {
  const calm = [10, 20, 30, 40, 50, 60];
  const alike = [12, 22, 32, 42, 52, 62];
  const slow = [110, 120, 130, 140, 150, 160];

  test("is as sure as its records are alike", async () => {
    const reports = await reportsOver({ calls: callsWaiting("2026-11-10", calm) });
    const { value, interval } = await ask(reports, { kpi: "asa" });
    const squares = calm.map((wait) => (wait - 35) ** 2).reduce((sum, each) => sum + each, 0);
    const margin = (1.96 * Math.sqrt(squares / 5)) / Math.sqrt(6);
    expect(value).toBe(35);
    expect(interval?.low).toBeCloseTo(35 - margin, 9);
    expect(interval?.high).toBeCloseTo(35 + margin, 9);
  });

  test.each([
    ["a little longer is noise", alike, "noise"],
    ["much longer is worse", slow, "worse"],
  ] as const)("%s", async (_, waits, verdict) => {
    const calls = [...callsWaiting("2026-11-03", calm), ...callsWaiting("2026-11-10", waits)];
    const answer = await ask(await reportsOver({ calls }), { kpi: "asa" });
    expect(answer.comparison?.verdict).toBe(verdict);
  });

  test("of ready-made sums has no interval, since nobody knows the records", async () => {
    const calls = callsWaiting("2026-11-10", calm);
    const measures = [{ id: "1", day: "2026-11-10", input: "calls_answered", value: 6 }];
    const answer = await ask(await reportsOver({ calls, measures }), { kpi: "asa" });
    expect([answer.value, answer.interval]).toEqual([17.5, null]);
  });

  test("of handling times takes every part of a call into its spread", async () => {
    const calls = [100, 200, 300].map((talk, index) => ({
      id: String(index),
      queued_at: at("2026-11-10"),
      outcome: "handled",
      talk_seconds: talk,
      hold_seconds: index === 0 ? null : 50,
      wrap_seconds: 10,
    }));
    const { value, interval } = await ask(await reportsOver({ calls }), { kpi: "aht" });
    // 110, 260 and 360 s: 243⅓ on average, 125.83 apart.
    expect(value).toBeCloseTo(730 / 3, 9);
    expect((interval?.high ?? 0) - (value ?? 0)).toBeCloseTo(
      (1.96 * 125.830_573_922_999_4) / Math.sqrt(3),
      6,
    );
  });
});

/** Tickets of so many customers, of whom the first so many wrote twice. */
const ticketsOf = (day: string, customers: number, twice: number): FixtureRow[] =>
  Array.from({ length: customers + twice }, (_, index) => ({
    id: `${day}-${index}`,
    created_at: at(day, index),
    customer: `c${index % customers}`,
  }));

const perCustomer = async (before: readonly [number, number], after: readonly [number, number]) => {
  const tickets = [...ticketsOf("2026-11-03", ...before), ...ticketsOf("2026-11-10", ...after)];
  return await ask(await reportsOver({ tickets }), { kpi: "tickets_per_customer" });
};

describe("how often a customer wrote", () => {
  test("is as sure as the share of tickets that no other followed", async () => {
    const { value, interval } = await perCustomer([500, 0], [500, 100]);
    const [n, z] = [600, 1.96];
    const share = 500 / n;
    const middle = share + z ** 2 / (2 * n);
    const reach = z * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n * n));
    expect(value).toBe(1.2);
    expect(interval?.low).toBeCloseTo((1 + z ** 2 / n) / (middle + reach), 9);
    expect(interval?.high).toBeCloseTo((1 + z ** 2 / n) / (middle - reach), 9);
  });

  test.each([
    ["1.118 to 1.131 of a thousand customers is noise", [1_000, 118], [1_000, 131], "noise"],
    ["1.1 to 1.3 is worse", [1_000, 100], [1_000, 300], "worse"],
    ["nobody twice before and after is the same", [100, 0], [80, 0], "same"],
  ] as const)("%s", async (_, before, after, verdict) => {
    expect((await perCustomer(before, after)).comparison?.verdict).toBe(verdict);
  });
});

test("the promoter score has its margin of error", async () => {
  const scores = [10, 10, 9, 9, 9, 8, 7, 6, 3, 0];
  const surveys = scores.map((score, index) => ({
    id: String(index),
    kind: "nps",
    answered_at: new Date("2026-11-10T09:00:00Z"),
    score,
    scale_low: 0,
    scale_high: 10,
  }));
  const answer = await ask(await reportsOver({ surveys }), { kpi: "nps" });
  const margin = 1.96 * Math.sqrt((0.5 + 0.3 - 0.2 ** 2) / 10) * 100;
  expect(answer.value).toBeCloseTo(20, 9);
  expect(answer.interval?.low).toBeCloseTo(20 - margin, 9);
  expect(answer.interval?.high).toBeCloseTo(20 + margin, 9);
});
