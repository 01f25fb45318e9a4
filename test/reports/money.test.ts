import { describe, expect, test } from "vitest";
import { valueText } from "../../src/blocks/answer-texts.ts";
import { locales } from "../../src/i18n/locale.ts";
import type { Question } from "../../src/reports/question.ts";
import type { FixtureRow } from "../records/store-of.ts";
import { ask, codes, reportsOver } from "./ask.ts";

const october = { kind: "month", year: 2026, month: 10 } as const;

/** Customers of the summer, the first `leaving` of them gone in October. */
const customers = (count: number, leaving: number): FixtureRow[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `c${index}`,
    started_at: new Date("2026-07-01T08:00:00Z"),
    ended_at: index < leaving ? new Date("2026-10-12T08:00:00Z") : null,
  }));

const revenue = (start: number, lost: number): FixtureRow[] => [
  { id: "r1", at: new Date("2026-07-01T08:00:00Z"), kind: "new", amount: start },
  { id: "r2", at: new Date("2026-10-12T08:00:00Z"), kind: "churn", amount: lost },
];

describe("churn of customers beside churn of revenue", () => {
  test.each([
    [5, 200, "large_customers_leave"],
    [5, 40, "small_customers_leave"],
    [5, 50, "even_churn"],
    // 10 % of the customers: 11 % and 9 % of the revenue are still alike, a little more is not.
    [10, 110, "even_churn"],
    [10, 111, "large_customers_leave"],
    [10, 90, "even_churn"],
    [10, 89, "small_customers_leave"],
  ])("%s of 100 customers and %s of 1,000: %s, said on both", async (leaving, lost, code) => {
    const reports = await reportsOver({
      customers: customers(100, leaving),
      revenue: revenue(1_000, lost),
    });
    for (const kpi of ["customer_churn_rate", "revenue_churn_rate"] as const) {
      const answer = await ask(reports, { kpi, period: october });
      expect(codes(answer.warnings)).toContain(code);
    }
    const kept = {
      kpi: "revenue_churn_rate",
      period: october,
      options: { variant: "grr" },
    } as const;
    expect(codes((await ask(reports, kept)).warnings)).toContain(code);
  });

  test("is a sentence with both figures in every language", async () => {
    const reports = await reportsOver({
      customers: customers(100, 5),
      revenue: revenue(1_000, 200),
    });
    const texts = await Promise.all(
      locales.map(async (locale) => {
        const answer = await ask(reports, { kpi: "customer_churn_rate", period: october }, locale);
        return answer.warnings.find(({ code }) => code === "large_customers_leave")?.text ?? "";
      }),
    );
    expect(new Set(texts).size).toBe(locales.length);
    for (const text of texts) for (const part of ["20", "5", "4"]) expect(text).toContain(part);
  });

  test("says nothing where only one of them can be answered, or nobody left", async () => {
    const churnCodes = ["large_customers_leave", "small_customers_leave", "even_churn"];
    const cases = [
      { customers: customers(100, 5) },
      { customers: customers(100, 0), revenue: revenue(1_000, 200) },
    ];
    for (const rows of cases) {
      const answer = await ask(await reportsOver(rows), {
        kpi: "customer_churn_rate",
        period: october,
      });
      expect(codes(answer.warnings).filter((code) => churnCodes.includes(code))).toEqual([]);
    }
  });
});

test("300 a purchase, 5 a year, 2 years: a customer is worth 3,000", async () => {
  const purchases = ["a", "b"].flatMap((customer) =>
    [1, 3, 5, 7, 9].map((month) => ({
      id: `${customer}${month}`,
      at: new Date(Date.UTC(2025, month, 10, 10)),
      customer,
      // 300 on average, though no two are alike.
      amount: customer === "a" ? 300 + month : 300 - month,
    })),
  );
  const reports = await reportsOver({
    purchases,
    customers: [
      {
        id: "x",
        started_at: new Date("2023-03-01T09:00:00Z"),
        ended_at: new Date("2025-03-01T09:00:00Z"),
      },
      {
        id: "y",
        started_at: new Date("2022-06-15T09:00:00Z"),
        ended_at: new Date("2025-06-15T09:00:00Z"),
      },
      {
        id: "z",
        started_at: new Date("2024-09-30T09:00:00Z"),
        ended_at: new Date("2025-09-30T09:00:00Z"),
      },
    ],
  });
  const answer = await ask(reports, { kpi: "clv", period: { kind: "year", year: 2025 } });
  expect(answer.value).toBeCloseTo(3_000, 6);
  expect(answer).toMatchObject({ unit: "money", currency: "EUR" });
  expect(["en", "ru"].map((locale) => valueText(answer, locale as "en" | "ru"))).toEqual([
    "€3,000.00",
    "3 000,00 €",
  ]);
  expect(answer.sample).toBe(10);
  expect(codes(answer.warnings)).not.toContain("short_period");
  const month = await ask(reports, { kpi: "clv", period: { kind: "month", year: 2025, month: 2 } });
  expect(codes(month.warnings)).toContain("short_period");
});

test.each(["customer_churn_rate", "revenue_churn_rate"] as const)(
  "%s of anything but a month says that it is no month's rate",
  async (kpi) => {
    const reports = await reportsOver({
      customers: customers(100, 5),
      revenue: revenue(1_000, 200),
    });
    const said = async (period: Question["period"]) =>
      codes((await ask(reports, { kpi, period })).warnings).includes("whole_period_rate");
    expect(await said(october)).toBe(false);
    expect(await said({ kind: "range", from: "2026-10-01", to: "2026-10-31" })).toBe(false);
    expect(await said({ kind: "this", unit: "month" })).toBe(false);
    expect(await said({ kind: "this", unit: "quarter" })).toBe(true);
    expect(await said({ kind: "week", year: 2026, week: 42 })).toBe(true);
    expect(await said({ kind: "last-n", count: 2, unit: "month" })).toBe(true);
  },
);

test("a month's cost gives a week its part, and a channel its own", async () => {
  const reports = await reportsOver({
    costs: [
      { id: "1", month: "2026-11-01", channel: "phone", amount: 3_000 },
      { id: "2", day: "2026-11-10", channel: "email", amount: 50 },
      { id: "3", month: "2026-10-31", channel: "phone", amount: 9_999 },
    ],
    calls: Array.from({ length: 10 }, (_, index) => ({
      id: `${index}`,
      queued_at: new Date("2026-11-11T09:00:00Z"),
      outcome: index < 7 ? "handled" : "abandoned",
      channel: index === 0 ? "chat" : "phone",
    })),
  });
  // From Monday the 9th to Sunday the 15th: 7 of 30 days.
  const answer = await ask(reports, { kpi: "cost_per_contact", by: ["channel"] });
  expect(answer.value).toBeCloseTo((3_000 * 7) / 30 / 7 + 50 / 7, 9);
  const values = new Map(answer.segments.map(({ key, value }) => [key.channel, value]));
  expect(values.get("phone")).toBeCloseTo((3_000 * 7) / 30 / 6, 9);
  // Nobody wrote down what chat costs: that is not 0.
  expect(values.get("chat")).toBeNull();
});

describe("no data", () => {
  test("contacts without costs name the kind that is not there", async () => {
    const reports = await reportsOver({
      tickets: [
        {
          id: "1",
          created_at: new Date("2026-11-10T09:00:00Z"),
          solved_at: new Date("2026-11-10T10:00:00Z"),
        },
      ],
    });
    const answer = await ask(reports, { kpi: "cost_per_contact" });
    expect(answer.value).toBeNull();
    expect(answer.reason).toMatchObject({ code: "no_records" });
    expect(answer.reason?.text).toContain("Costs");
  });

  test("costs that end before the period are not 0", async () => {
    const reports = await reportsOver({
      costs: [{ id: "1", month: "2026-09-01", amount: 100 }],
      purchases: [{ id: "1", at: new Date("2026-10-11T09:00:00Z"), customer: "a", amount: 10 }],
    });
    const answer = await ask(reports, { kpi: "support_cost_ratio", period: october });
    expect(answer.value).toBeNull();
  });

  test("a period after the last record has no retention, though the customers stay", async () => {
    const reports = await reportsOver({ customers: customers(50, 5) });
    const asked = { kpi: "customer_retention_rate", period: october } as const;
    expect((await ask(reports, asked)).value).toBe(90);
    const november = { kind: "month", year: 2026, month: 11 } as const;
    const later = await ask(reports, { ...asked, period: november });
    expect(later.value).toBeNull();
    expect(later.reason).toMatchObject({ code: "empty_period" });
  });
});

test("costs come ready-made day by day, a stock never does", async () => {
  const reports = await reportsOver({
    measures: [
      { id: "1", day: "2026-11-10", input: "cost_amount", value: 70 },
      { id: "2", day: "2026-11-10", input: "calls_handled", value: 14 },
      { id: "3", day: "2026-11-10", input: "customers_at_start", value: 9 },
      { id: "4", day: "2026-11-10", input: "customers_lost", value: 3 },
    ],
  });
  const perCall = { kpi: "cost_per_contact", options: { kind: "calls" } } as const;
  expect((await ask(reports, perCall)).value).toBe(5);
  expect((await ask(reports, { kpi: "customer_churn_rate" })).value).toBeNull();
});

test("what is kept of the revenue is better the more it is", async () => {
  const reports = await reportsOver({
    revenue: [
      ...Array.from({ length: 5 }, (_, index) => ({
        id: `new${index}`,
        at: new Date("2026-07-01T08:00:00Z"),
        kind: "new",
        amount: 200,
      })),
      { id: "less", at: new Date("2026-10-12T08:00:00Z"), kind: "contraction", amount: 100 },
    ],
  });
  for (const [variant, change] of [
    ["gross", 10],
    ["grr", -10],
  ] as const) {
    const asked = { kpi: "revenue_churn_rate", period: october, options: { variant } } as const;
    const { comparison } = await ask(reports, asked);
    expect(comparison).toMatchObject({ change, verdict: "worse" });
  }
});
