import { describe, expect, test } from "vitest";
import { checkGoal, rangeOf, type GoalIdea } from "../../goals/smart.ts";
import { kpis } from "../../src/kpis/index.ts";
import type { Kpi } from "../../src/kpis/kpi.ts";

const today = "2026-10-01";
const baseline = { value: 70, sample: 100, from: "2026-09-21", to: "2026-09-27" } as const;
const fcr = { id: "fcr", unit: "percent", better: "higher" } as const;
const nps = { id: "nps", unit: "points", better: "higher" } as const;
const frt = { id: "first_response_time", unit: "seconds", better: "lower" } as const;
const volume = { id: "ticket_volume", unit: "count", better: "neutral" } as const;
const score = { id: "csat", unit: "score", better: "higher" } as const;
const cost = { id: "cost_per_contact", unit: "money", better: "lower" } as const;

const idea = (change: Partial<GoalIdea> = {}): GoalIdea => ({
  kpi: fcr,
  direction: "reach",
  target: 80,
  deadline: "2026-12-31",
  baseline,
  owner: "U0LEAD",
  why: "Customers should not have to call twice.",
  guardrails: ["csat"],
  ownedGoals: 0,
  surveyEvery: "month",
  ...change,
});
/** Eight days away. */
const soon = { deadline: "2026-10-09" } as const;
const codes = (change: Partial<GoalIdea>, severity?: "block" | "warn") =>
  checkGoal(idea(change), today)
    .filter((each) => severity === undefined || each.severity === severity)
    .map((each) => `${each.field}: ${each.code}`);

test("a goal with number, date, owner and reason passes", () => {
  expect(checkGoal(idea(), today)).toEqual([]);
});

describe("blocks", () => {
  test.each([
    ["no number", { target: null }, "target: target_missing"],
    ["not a number", { target: Number.NaN }, "target: target_missing"],
    ["more than everything", { target: 101 }, "target: target_out_of_range"],
    ["less than nothing", { target: -1 }, "target: target_out_of_range"],
    ["an NPS of 101", { kpi: nps, target: 101 }, "target: target_out_of_range"],
    ["a negative time", { kpi: frt, target: -60 }, "target: target_out_of_range"],
    ["where the team stands already", { target: 70 }, "target: target_not_better"],
    ["worse than today", { target: 60 }, "target: target_not_better"],
    ["slower than today", { kpi: frt, target: 80 }, "target: target_not_better"],
    ["the volume of today", { kpi: volume, target: 70 }, "target: target_not_better"],
    ["no date", { deadline: null }, "deadline: deadline_missing"],
    ["a date that is today", { deadline: today }, "deadline: deadline_not_ahead"],
    ["a date gone by", { deadline: "2026-09-30" }, "deadline: deadline_not_ahead"],
    ["the year 9999", { deadline: "9999-12-31" }, "deadline: deadline_too_far"],
    ["nobody", { owner: null }, "owner: owner_missing"],
    ["nothing that brings it", { undelivered: "No surveys." }, "kpi: not_delivered"],
    [
      "a mean above its scale",
      { kpi: score, range: { low: 1, high: 5 }, baseline: { ...baseline, value: 4 }, target: 5.1 },
      "target: target_out_of_range",
    ],
    [
      "a mean below its scale",
      { kpi: score, range: { low: 1, high: 5 }, direction: "keep", target: 0.9 },
      "target: target_out_of_range",
    ],
    ["eight days without a look", { ...soon, checkpoints: [] }, "checkpoints: checkpoint_missing"],
    [
      "a look on the last day alone",
      { ...soon, checkpoints: [today, "2026-10-09"] },
      "checkpoints: checkpoint_missing",
    ],
    [
      "surveys that nobody knows how often are sent",
      { kpi: nps, surveyEvery: null },
      "survey_every: survey_frequency_missing",
    ],
    ["no reason", { why: "  " }, "why: why_missing"],
  ] as const)("%s", (_name, change, finding) => {
    expect(codes(change, "block")).toEqual([finding]);
  });

  test("every missing thing is named at once, each on its own field", () => {
    expect(codes({ target: null, deadline: null, owner: "", why: null }, "block")).toEqual([
      "target: target_missing",
      "deadline: deadline_missing",
      "owner: owner_missing",
      "why: why_missing",
    ]);
  });
});

describe("passes", () => {
  test.each([
    ["the whole of a percentage", { target: 100 }],
    [
      "a negative NPS that is better than today's",
      { kpi: nps, target: -5, baseline: { ...baseline, value: -20 } },
    ],
    ["a shorter time", { kpi: frt, target: 30 }],
    ["less volume", { kpi: volume, target: 60 }],
    ["more volume", { kpi: volume, target: 90 }],
    ["keeping what is there", { direction: "keep", target: 70 }],
    ["tomorrow", { deadline: "2026-10-02" }],
    [
      "the end of a scale",
      { kpi: score, range: { low: 1, high: 5 }, baseline: { ...baseline, value: 4 }, target: 5 },
    ],
    ["a week without a look", { deadline: "2026-10-08", checkpoints: [] }],
    ["one look on the way", { ...soon, checkpoints: ["2026-10-08"] }],
    ["looks that the rules will propose", soon],
    ["no surveys of what lives on none", { surveyEvery: null }],
    ["more than all, where there is no end", { range: { low: 0, high: Infinity }, target: 120 }],
  ] as const)("%s", (_name, change) => {
    expect(codes(change, "block")).toEqual([]);
  });
});

test("a KPI without a better side needs a baseline to tell it", () => {
  expect(codes({ kpi: volume, target: 500, baseline: null }, "block")).toEqual([
    "target: side_unknown",
  ]);
  expect(codes({ kpi: volume, direction: "keep" }, "block")).toEqual(["target: side_unknown"]);
});

const npsFrom = (value: number, target: number) =>
  codes({ kpi: nps, baseline: { ...baseline, value }, target });

describe("warns", () => {
  test("of three quarters of improvement or more, not of less", () => {
    const from = { ...baseline, value: 40 };
    expect(codes({ baseline: from, target: 70 })).toEqual(["target: target_very_ambitious"]);
    expect(codes({ baseline: from, target: 69.9 })).toEqual([]);
  });

  test("not of a relative improvement where the baseline is 0", () => {
    expect(codes({ kpi: nps, baseline: { ...baseline, value: 0 }, target: 20 })).toEqual([]);
  });

  test("of a goal without a whole period behind it", () => {
    expect(codes({ baseline: null })).toEqual(["kpi: baseline_missing"]);
  });

  test("of points by what is left of the scale, not by what they are a multiple of", () => {
    // From 4 to 8 is twice as much, and four of ninety-six points.
    expect(npsFrom(4, 8)).toEqual([]);
    expect(npsFrom(20, 79)).toEqual([]);
    expect(npsFrom(20, 80)).toEqual(["target: target_very_ambitious"]);
    expect(npsFrom(-20, 69)).toEqual([]);
    expect(npsFrom(-20, 70)).toEqual(["target: target_very_ambitious"]);
  });

  test("of a mean by what is left of its scale, and by the mean where nobody knows the scale", () => {
    const from = { kpi: score, baseline: { ...baseline, value: 2 }, guardrails: ["aht"] };
    const range = { low: 1, high: 5 };
    expect(codes({ ...from, range, target: 4.2 })).toEqual([]);
    expect(codes({ ...from, range, target: 4.25 })).toEqual(["target: target_very_ambitious"]);
    expect(codes({ ...from, target: 3.4 })).toEqual([]);
    expect(codes({ ...from, target: 3.5 })).toEqual(["target: target_very_ambitious"]);
  });

  test.each([
    ["cost", cost],
    ["speed", frt],
    ["a share within a time", { ...frt, unit: "percent", better: "higher" }],
    ["calls in an hour", { id: "calls_per_hour", unit: "per_hour", better: "higher" }],
    ["solving without people", { id: "automation_rate", unit: "percent", better: "higher" }],
  ] as const)("of %s alone, with no customer KPI to watch over it", (_name, kpi) => {
    const target = kpi.better === "lower" ? 60 : 80;
    const warned = ["guardrails: guardrail_missing"];
    expect(codes({ kpi, target, guardrails: ["ticket_volume"] })).toEqual(warned);
    expect(codes({ kpi, target, guardrails: [] })).toEqual(warned);
    expect(codes({ kpi, target, guardrails: ["csat"] })).toEqual([]);
    expect(codes({ kpi, target, guardrails: ["aht", "abandonment_rate"] })).toEqual([]);
  });

  test("of any goal that nothing watches over; a KPI does not watch over itself", () => {
    expect(codes({ guardrails: [] })).toEqual(["guardrails: guardrail_none"]);
    expect(codes({ guardrails: ["fcr"] })).toEqual(["guardrails: guardrail_none"]);
    expect(codes({ guardrails: ["aht"] })).toEqual([]);
    expect(codes({ kpi: { ...score, unit: "percent" }, guardrails: ["csat"] })).toEqual([
      "guardrails: guardrail_none",
    ]);
  });

  test("of nothing that the catalogue itself proposes", () => {
    const found = kpis.flatMap((kpi: Kpi) =>
      codes({ kpi, target: null, guardrails: kpi.guardrails }, "warn")
        .filter((each) => each.startsWith("guardrails"))
        .map(() => kpi.id),
    );
    expect(found).toEqual([]);
  });

  test("of one person with more than five goals", () => {
    expect(codes({ ownedGoals: 4 })).toEqual([]);
    expect(codes({ ownedGoals: 5 })).toEqual(["owner: owner_of_many"]);
  });
});

const gains = { weeks: 13, best: 6, typical: 1 };
const askedFor = (target: number, more: Partial<GoalIdea> = {}) =>
  codes({ gains, target, ...more });

describe("notes", () => {
  test("what was never reached before, where it does not discourage anyway", () => {
    // Thirteen weeks lie between the first of October and the last of the year.
    expect(askedFor(76)).toEqual([]);
    expect(askedFor(76.1)).toEqual(["target: target_beyond_best"]);
    expect(askedFor(76.1, { direction: "keep" })).toEqual([]);
    expect(askedFor(76.1, { gains: null })).toEqual([]);
    const low = { ...baseline, value: 40 };
    expect(askedFor(70, { baseline: low })).toEqual(["target: target_very_ambitious"]);
    // An earlier deadline leaves less to the same pace.
    expect(askedFor(76, { deadline: "2026-12-30" })).toEqual(["target: target_beyond_best"]);
  });

  test("to begin with one channel", () => {
    const quick = { kpi: frt, target: 30 } as const;
    expect(codes({ ...quick, where: {} })).toEqual(["kpi: one_channel_first"]);
    expect(codes({ ...quick, where: { team: { in: ["Billing"] } } })).toEqual([
      "kpi: one_channel_first",
    ]);
    expect(codes({ ...quick, where: { channel: { in: ["email"] } } })).toEqual([]);
    expect(codes({ where: {} })).toEqual([]);
  });
});

describe("what a figure can be", () => {
  test.each([
    ["percent", null, 0, 100],
    ["points", null, -100, 100],
    ["seconds", null, 0, Infinity],
    ["score", null, 0, Infinity],
    ["score", { low: 1, high: 5 }, 1, 5],
    ["score", { low: null, high: null }, 0, Infinity],
    ["percent", { low: null, high: 100 }, -Infinity, 100],
    ["percent", { low: 0, high: null }, 0, Infinity],
  ] as const)("in %s with the ends %j", (unit, ends, low, high) => {
    expect(rangeOf(unit, ends)).toEqual({ low, high });
  });
});
