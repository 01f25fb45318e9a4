import { describe, expect, test } from "vitest";
import { ask, periods, reportsOver, ticketsOn } from "./ask.ts";

const isWeekday = (day: string) => ![0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay());

/** Waits spread evenly from one end to the other, so that how thick they lie is known. */
const spread = (day: string, from: number, to: number, count = 101) =>
  Array.from({ length: count }, (_, at) => ({
    id: `${day}-${at}`,
    queued_at: new Date(`${day}T09:00:00Z`),
    outcome: "handled",
    wait_seconds: from + ((to - from) * at) / (count - 1),
  }));

describe("a percentile", () => {
  const options = { stat: "median" };

  test("is as sure as the records around it are many and near", async () => {
    const reports = await reportsOver({ calls: spread("2026-11-10", 0, 1000) });
    const median = await ask(reports, { kpi: "asa", options });
    // Evenly spread over 1,000 s: a margin of 1.96 · √(¼ ÷ 101) of them.
    const margin = 1.96 * Math.sqrt(0.25 / 101) * 1000;
    expect(median.value).toBeCloseTo(500, 9);
    expect(median.interval?.low).toBeCloseTo(500 - margin, 6);
    expect(median.interval?.high).toBeCloseTo(500 + margin, 6);
    const late = await ask(reports, { kpi: "asa", options: { stat: "p90" } });
    const edge = 1.96 * Math.sqrt((0.9 * 0.1) / 101) * 1000;
    expect(late.interval?.low).toBeCloseTo(900 - edge, 6);
    expect(late.interval?.high).toBeCloseTo(900 + edge, 6);
  });

  test.each([
    ["a second less is no gain", [0, 998], "noise"],
    ["half as long is", [0, 500], "better"],
  ] as const)("%s", async (_, [from, to], verdict) => {
    const calls = [...spread("2026-11-03", 0, 1000), ...spread("2026-11-10", from, to)];
    const answer = await ask(await reportsOver({ calls }), { kpi: "asa", options });
    expect(answer.comparison?.verdict).toBe(verdict);
  });
});

describe("a count", () => {
  const month = { kind: "month", year: 2026, month: 10 } as const;
  const weekdays = { ...periods, isWorkday: isWeekday };
  const solvedIn = async (september: number, october: number) => {
    const tickets = [
      ...ticketsOn("2026-09-10", september, 0),
      ...ticketsOn("2026-10-10", october, 0),
    ];
    const reports = await reportsOver({ tickets }, { periods: weekdays });
    return (await ask(reports, { kpi: "resolved_issues", period: month })).comparison;
  };

  // 22 working days each: by Poisson a difference of 1.96 · √(a + b) is chance.
  test.each([
    [1000, 1089, "noise"],
    [1000, 1091, "better"],
    [1000, 915, "noise"],
    [1000, 914, "worse"],
  ])("of %d and then %d over as many working days is %s", async (before, now, verdict) => {
    expect(await solvedIn(before, now)).toMatchObject({ change: now - before, verdict });
  });

  test("is judged by the working day where months differ", async () => {
    const november = { kind: "month", year: 2026, month: 11 } as const;
    const tickets = [...ticketsOn("2026-10-10", 2200, 0), ...ticketsOn("2026-11-10", 2090, 0)];
    const at = new Date("2026-12-10T11:00:00Z");
    const reports = await reportsOver({ tickets }, { periods: weekdays, at });
    // 22 days with 100 each, then 21 with 99.5: fewer, and no worse.
    const { comparison } = await ask(reports, { kpi: "resolved_issues", period: november });
    expect(comparison).toMatchObject({ change: -110, verdict: "noise" });
  });
});

test("a score between two points of a scale has reached the lower one", async () => {
  const survey = { kind: "csat", scale_low: 1, scale_high: 5, high_is_good: true };
  const answers = [5, 4.5, 4, 3.9, 1].map((score, at) => ({
    ...survey,
    id: `${at}`,
    score,
    answered_at: new Date("2026-11-10T09:00:00Z"),
  }));
  const answer = await ask(await reportsOver({ surveys: answers }), { kpi: "csat" });
  expect(answer).toMatchObject({ numerator: 3, denominator: 5, value: 60 });
});
