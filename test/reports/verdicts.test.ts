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

describe("targets", () => {
  const tickets = ticketsOn("2026-11-10", 6, 3, { channel: "email" });

  test("the configuration's wins over the source's", async () => {
    const call = {
      outcome: "handled",
      queued_at: new Date("2026-11-10T09:00:00Z"),
      wait_seconds: 9,
    };
    const calls = ["a", "b", "c", "d", "e"].map((id) => ({ ...call, id }));
    const usual = await ask(await reportsOver({ calls }), { kpi: "service_level" });
    expect(usual.target).toEqual({ value: 80, from: "default", gap: 20, verdict: "met" });
    const configured = { ...settings, targets: { service_level: 100.5 } };
    const raised = await ask(await reportsOver({ calls }, { settings: configured }), {
      kpi: "service_level",
    });
    expect(raised.target).toEqual({ value: 100.5, from: "config", gap: -0.5, verdict: "missed" });
  });

  test("a target by channel holds for that channel alone", async () => {
    const reports = await reportsOver({ tickets });
    const kpi = "first_response_time";
    const email = await ask(reports, { kpi, where: { channel: { in: ["Email"] } } });
    expect(email.target).toEqual({
      value: 86_400,
      from: "default",
      gap: 3_600 - 86_400,
      verdict: "met",
    });
    expect((await ask(reports, { kpi })).target).toBeNull();
    expect(
      (await ask(reports, { kpi, where: { channel: { in: ["email", "chat"] } } })).target,
    ).toBeNull();
    const alike = await ask(reports, { kpi, where: { channel: { in: ["social", "chat"] } } });
    expect(alike.target?.value).toBe(3_600);
  });

  test("each channel of a table has its own target, where targets are by channel", async () => {
    const configured = { ...settings, targets: { first_response_time: { email: 7_200 } } };
    const mixed = ["email", "fax"].flatMap((channel) => ticketsOn("2026-11-10", 3, 1, { channel }));
    const reports = await reportsOver({ tickets: mixed }, { settings: configured });
    const targetsOf = async (kpi: "first_response_time" | "fcr") => {
      const answer = await ask(reports, { kpi, by: ["team", "channel"] });
      return new Map(answer.segments.map(({ key, target }) => [key.channel, target]));
    };
    const own = await targetsOf("first_response_time");
    expect([own.size, own.get("email"), own.get("fax")]).toEqual([2, 7_200, undefined]);
    expect([...(await targetsOf("fcr")).values()]).toEqual([undefined, undefined]);
  });

  test("a percentage is no target for a mean score", async () => {
    const surveys = ["a", "b", "c", "d", "e"].map((id) => ({
      id,
      kind: "csat",
      answered_at: new Date("2026-11-10T09:00:00Z"),
      score: 4,
      scale_low: 1,
      scale_high: 5,
    }));
    const configured = { ...settings, targets: { csat: 90 } };
    const reports = await reportsOver({ surveys }, { settings: configured });
    const share = await ask(reports, { kpi: "csat" });
    const mean = await ask(reports, { kpi: "csat", options: { stat: "mean" } });
    expect([share.unit, share.target?.verdict]).toEqual(["percent", "met"]);
    expect([mean.unit, mean.value, mean.target]).toEqual(["score", 4, null]);
  });

  test("fewer than five records meet no target and miss none; a count of all does", async () => {
    const call = {
      outcome: "handled",
      queued_at: new Date("2026-11-10T09:00:00Z"),
      wait_seconds: 9,
    };
    const calls = ["a", "b", "c", "d"].map((id) => ({ ...call, id }));
    const configured = { ...settings, targets: { service_level: 80, resolved_issues: 5 } };
    const tickets = ticketsOn("2026-11-10", 4, 4);
    const reports = await reportsOver({ calls, tickets }, { settings: configured });
    const share = await ask(reports, { kpi: "service_level" });
    expect(share.target).toEqual({ value: 80, from: "config", gap: 20, verdict: null });
    const count = await ask(reports, { kpi: "resolved_issues" });
    expect(count.target).toMatchObject({ verdict: "missed" });
  });

  test("hours around the clock are no target for hours of work", async () => {
    const reports = await reportsOver({ tickets });
    const where = { channel: { in: ["email"] } } as const;
    const kpi = "first_response_time";
    expect((await ask(reports, { kpi, where })).target).not.toBeNull();
    const worked = await ask(reports, { kpi, where, options: { clock: "business" } });
    expect(worked.target).toBeNull();
  });

  test("asked against the target, nothing else is compared", async () => {
    const answer = await ask(await reportsOver({ tickets }), { versus: "target" });
    expect(answer.comparison).toBeNull();
    expect(answer.warnings).toContainEqual({
      code: "no_target",
      text: "There is no target for this figure. Set one in goalpost.yml under “targets:”, or a goal with /goal.",
    });
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
