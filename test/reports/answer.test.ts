import { beforeAll, describe, expect, test } from "vitest";
import type { Answer } from "../../src/reports/answer.ts";
import type { Question } from "../../src/reports/question.ts";
import type { FixtureRow } from "../records/store-of.ts";
import { ask, codes, now, question, reportsOver, settings, ticketsOn } from "./ask.ts";

describe("a week of tickets", () => {
  let answer: Answer;
  beforeAll(async () => {
    const reports = await reportsOver({
      tickets: [
        ...ticketsOn("2026-11-04", 80, 40),
        ...ticketsOn("2026-11-10", 60, 50, { channel: "email", team: "Billing" }),
        ...ticketsOn("2026-11-11", 30, 15, { channel: "chat", team: "Orders" }),
        ...ticketsOn("2026-11-12", 1, 0),
      ],
    });
    answer = await ask(reports, { by: ["channel", "team"] });
  });

  test("is a share of sums, with all that made it", () => {
    expect(answer).toMatchObject({
      kpi: "fcr",
      definition: "fcr@1",
      value: (65 / 91) * 100,
      unit: "percent",
      numerator: 65,
      denominator: 91,
      sample: 91,
      reason: null,
      period: {
        label: "last-week",
        from: new Date("2026-11-08T23:00:00Z"),
        to: new Date("2026-11-15T23:00:00Z"),
        complete: true,
      },
    });
  });

  test("prints its keys in the order of the specification", () => {
    expect(Object.keys(answer).join(" ")).toBe(
      "kpi definition period where value unit currency numerator denominator sample variants interval " +
        "reason comparison target guardrails segments other series freshness warnings",
    );
  });

  test("is compared with the week before, beyond chance", () => {
    expect(answer.comparison).toMatchObject({
      period: { label: "2026-W45" },
      value: 50,
      change: (65 / 91) * 100 - 50,
      verdict: "better",
    });
  });

  test("has Wilson's interval", () => {
    // By the textbook formula: (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n).
    const [p, n, z] = [65 / 91, 91, 1.96];
    const middle = p + z ** 2 / (2 * n);
    const reach = z * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2));
    expect(answer.interval?.low).toBeCloseTo((100 * (middle - reach)) / (1 + z ** 2 / n), 9);
    expect(answer.interval?.high).toBeCloseTo((100 * (middle + reach)) / (1 + z ** 2 / n), 9);
  });

  test("splits by two segments, the largest first and what has no value last", () => {
    expect(answer.segments.map(({ key, sample, value }) => [key, sample, value])).toEqual([
      [{ channel: "email", team: "Billing" }, 60, 5_000 / 60],
      [{ channel: "chat", team: "Orders" }, 30, 50],
      [{ channel: null, team: null }, 1, 0],
    ]);
  });

  test("shows twelve weeks, blank before the data begin", () => {
    expect(answer.series).toHaveLength(12);
    expect(answer.series.slice(-2).map(({ value, sample }) => [value, sample])).toEqual([
      [50, 80],
      [(65 / 91) * 100, 91],
    ]);
    expect(answer.series[0]).toMatchObject({ value: null, sample: 0 });
  });
});

test("more points where the trend is asked for, at most twenty", async () => {
  const reports = await reportsOver({ tickets: ticketsOn("2026-11-10", 3, 1) });
  const period = { kind: "last", unit: "month" } as const;
  expect((await ask(reports, { trend: true })).series).toHaveLength(20);
  expect((await ask(reports, { trend: true, period })).series).toHaveLength(20);
});

const lacksTrend = async (tickets: readonly FixtureRow[], change: Partial<Question>) =>
  codes((await ask(await reportsOver({ tickets }), change)).warnings).includes("no_trend");

test("a trend without an earlier figure says so, and only where it was asked for", async () => {
  const week = ticketsOn("2026-11-10", 40, 10);
  expect(await lacksTrend(week, { trend: true })).toBe(true);
  expect(await lacksTrend(week, {})).toBe(false);
  expect(await lacksTrend(week, { trend: true, every: "day" })).toBe(false);
  expect(await lacksTrend([...week, ...ticketsOn("2026-10-06", 40, 10)], { trend: true })).toBe(
    false,
  );
});

test("an unfinished week is compared with the same days and hours of the week before", async () => {
  const reports = await reportsOver({
    tickets: [
      ...ticketsOn("2026-11-09", 10, 0), // Monday of last week
      ...ticketsOn("2026-11-11", 5, 0), // its Wednesday, 10:00 in Berlin
      ...ticketsOn("2026-11-12", 100, 0), // its Thursday: not reached yet this week
      ...ticketsOn("2026-11-16", 18, 0),
    ],
  });
  const answer = await ask(reports, {
    kpi: "ticket_volume",
    period: { kind: "this", unit: "week" },
  });
  expect(answer.value).toBe(18);
  expect(answer.comparison).toMatchObject({ value: 15, change: 3, verdict: null });
  expect(answer.period.complete).toBe(false);
  expect(codes(answer.warnings)).toContain("unfinished_period");
});

test("a chosen period to compare with is cut like an unfinished one of its kind", async () => {
  const reports = await reportsOver({
    tickets: [
      ...ticketsOn("2026-10-12", 4, 0),
      ...ticketsOn("2026-10-17", 40, 0),
      ...ticketsOn("2026-11-16", 18, 0),
    ],
  });
  const answer = await ask(reports, {
    kpi: "ticket_volume",
    period: { kind: "this", unit: "week" },
    versus: { kind: "week", year: 2026, week: 42 },
  });
  expect(answer.comparison).toMatchObject({
    value: 4,
    period: { label: "2026-W42", complete: false },
  });
});

test("a stopped clock hides what happened later", async () => {
  const tickets = [
    ...ticketsOn("2026-11-09", 4, 4),
    ...ticketsOn("2026-11-10", 4, 4, { solved_at: new Date("2026-11-17T08:00:00Z") }),
  ];
  const at = new Date("2026-11-16T08:00:00Z");
  const then = await ask(await reportsOver({ tickets }, { at, hideLater: true }), {});
  const today = await ask(await reportsOver({ tickets }), {});
  expect([then.numerator, today.numerator]).toEqual([4, 8]);
});

describe("tickets or calls", () => {
  const calls: FixtureRow[] = [
    { id: "a", queued_at: new Date("2026-11-10T09:00:00Z"), outcome: "handled", transfers: 1 },
  ];
  const tickets = ticketsOn("2026-11-10", 6, 3, { transfers: 0 });

  test("are asked about where both hold records", async () => {
    const reports = await reportsOver({ tickets, calls });
    expect(await reports.answer(question({}), "en")).toEqual({
      mustChoose: "kind",
      values: ["tickets", "calls"],
    });
    // A week that there is not comes first: a choice would only lead to it.
    const period = { kind: "week", year: 2026, week: 54 } as const;
    expect(await reports.answer(question({ period }), "en")).toEqual({ fault: "no_such_week" });
    expect(await reports.kindsToChoose("transfer_rate", {})).toEqual(["tickets", "calls"]);
    expect(await reports.kindsToChoose("csat", {})).toEqual([]);
  });

  test("are taken as said", async () => {
    const reports = await reportsOver({ tickets, calls });
    const answer = await ask(reports, { kpi: "transfer_rate", options: { kind: "calls" } });
    expect(answer.value).toBe(100);
  });

  test("are taken as configured", async () => {
    const options = { transfer_rate: { kind: "tickets" } };
    const reports = await reportsOver({ tickets, calls }, { settings: { ...settings, options } });
    expect((await ask(reports, { kpi: "transfer_rate" })).value).toBe(0);
  });

  test("are taken from ready-made figures where those name only one of them", async () => {
    const measures = [{ id: "1", day: "2026-11-10", input: "calls_offered", value: 30 }];
    const reports = await reportsOver({ measures });
    expect((await ask(reports, { kpi: "ticket_volume" })).value).toBe(30);
    const both = [...measures, { id: "2", day: "2026-11-10", input: "tickets_created", value: 9 }];
    const choice = await (await reportsOver({ measures: both })).kindsToChoose("ticket_volume", {});
    expect(choice).toEqual(["tickets", "calls"]);
  });

  test("need no question where one of them is empty", async () => {
    const reports = await reportsOver({ calls });
    expect((await ask(reports, { kpi: "transfer_rate" })).value).toBe(100);
  });
});

test("a period in the future is refused as such", async () => {
  const reports = await reportsOver({ tickets: ticketsOn("2026-11-10", 1, 1) });
  expect(await reports.answer(question({ period: { kind: "year", year: 2030 } }), "en")).toEqual({
    fault: "future",
  });
});

describe("for goals", () => {
  test("a figure is the number alone", async () => {
    const reports = await reportsOver({ tickets: ticketsOn("2026-11-10", 8, 2) });
    const period = { from: new Date("2026-11-09T00:00:00Z"), to: new Date("2026-11-12T00:00:00Z") };
    expect(await reports.figure("fcr", { period })).toEqual({
      value: 25,
      numerator: 2,
      denominator: 8,
      sample: 8,
    });
  });

  test("a series ends with the period that now lies in", async () => {
    const reports = await reportsOver({
      tickets: [...ticketsOn("2026-11-10", 8, 2), ...ticketsOn("2026-11-17", 4, 4)],
    });
    const series = await reports.series("fcr", { count: 3, unit: "week" });
    expect(series.map(({ value, sample }) => [value, sample])).toEqual([
      [null, 0],
      [25, 8],
      [100, 4],
    ]);
    expect(series[2]?.to).toEqual(now);
  });
});
