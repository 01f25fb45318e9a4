import { describe, expect, test } from "vitest";
import { checkGoal, type GoalIdea } from "../../goals/smart.ts";

const today = "2026-10-01";
const baseline = { value: 70, sample: 100, from: "2026-09-21", to: "2026-09-27" } as const;
const fcr = { id: "fcr", unit: "percent", better: "higher" } as const;
const nps = { id: "nps", unit: "points", better: "higher" } as const;
const frt = { id: "first_response_time", unit: "seconds", better: "lower" } as const;
const volume = { id: "ticket_volume", unit: "count", better: "neutral" } as const;
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
  ...change,
});
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

  test("of saving money with no customer KPI to watch over it", () => {
    expect(codes({ kpi: cost, target: 60, guardrails: ["ticket_volume"] })).toEqual([
      "kpi: guardrail_missing",
    ]);
    expect(codes({ kpi: cost, target: 60, guardrails: ["csat"] })).toEqual([]);
  });

  test("of one person with more than five goals", () => {
    expect(codes({ ownedGoals: 4 })).toEqual([]);
    expect(codes({ ownedGoals: 5 })).toEqual(["owner: owner_of_many"]);
  });
});
