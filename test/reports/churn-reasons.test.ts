import * as fc from "fast-check";
import { expect, test } from "vitest";
import { ask, question, reportsOver } from "./ask.ts";

/** October 2026 in Berlin. */
const month = { from: new Date("2026-09-30T22:00:00Z"), to: new Date("2026-10-31T23:00:00Z") };
const asked = { period: { kind: "month", year: 2026, month: 10 }, by: ["topic"] } as const;
const day = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((at) => new Date(Date.UTC(2026, 8, at, 12)));

const customers = fc
  .array(
    fc.record({
      started_at: day(1, 55),
      stayed: fc.option(fc.integer({ min: 0, max: 60 })),
      topic: fc.constantFrom("price", "moved away", "rival", null),
      customer_segment: fc.constantFrom("vip", "free"),
    }),
    { minLength: 1, maxLength: 30 },
  )
  .map((rows) => [
    ...rows.map(({ stayed, ...row }, index) => ({
      ...row,
      id: `c${index}`,
      // Only who leaves says why.
      topic: stayed === null ? null : row.topic,
      ended_at: stayed === null ? null : new Date(row.started_at.getTime() + stayed * 86_400_000),
    })),
    {
      id: "long",
      started_at: new Date("2026-01-01T12:00:00Z"),
      ended_at: new Date("2026-10-05T12:00:00Z"),
      topic: "price",
      customer_segment: "vip",
    },
  ]);

test("why customers left adds up to the churn, and what stays to the rest", async () => {
  await fc.assert(
    fc.asyncProperty(customers, fc.option(fc.constant("vip")), async (rows, only) => {
      const where = only === null ? {} : { customer_segment: { in: [only] } };
      const seen = rows.filter((row) => only === null || row.customer_segment === only);
      const start = seen.filter(
        (row) => row.started_at < month.from && !(row.ended_at && row.ended_at < month.from),
      );
      const lost = start.filter((row) => row.ended_at !== null && row.ended_at < month.to);
      const reports = await reportsOver({ customers: rows });
      const churn = await ask(reports, { ...asked, kpi: "customer_churn_rate", where });
      expect(churn.value).toBeCloseTo((100 * lost.length) / start.length, 9);
      for (const { key, numerator, denominator } of churn.segments) {
        const own = lost.filter(({ topic }) => topic === key.topic);
        expect([key.topic, numerator]).toEqual([key.topic, own.length]);
        expect(denominator).toBe(start.length);
      }
      const parts = churn.segments.reduce((sum, { value }) => sum + (value ?? 0), 0);
      expect(parts).toBeCloseTo(churn.value ?? -1, 9);

      const price = { ...where, topic: { in: ["Price"] } };
      const one = await ask(reports, {
        ...asked,
        by: [],
        kpi: "customer_churn_rate",
        where: price,
      });
      const stay = await ask(reports, {
        ...asked,
        by: [],
        kpi: "customer_retention_rate",
        where: price,
      });
      const forPrice = lost.filter(({ topic }) => topic === "price").length;
      expect(one.value).toBeCloseTo((100 * forPrice) / start.length, 9);
      expect((one.value ?? 0) + (stay.value ?? 0)).toBeCloseTo(100, 9);
    }),
    { numRuns: 15, endOnFailure: true },
  );
});

test("what moved churn is still told by the customers' segments", async () => {
  const rows = Array.from({ length: 80 }, (_, index) => ({
    id: `c${index}`,
    started_at: new Date("2026-01-01T12:00:00Z"),
    ended_at: index < 20 ? new Date("2026-10-05T12:00:00Z") : null,
    topic: index < 20 ? "price" : null,
    customer_segment: index < 40 ? "vip" : "free",
  }));
  const reports = await reportsOver({
    customers: [...rows, { ...rows[79]!, id: "left", ended_at: new Date("2026-09-10T12:00:00Z") }],
  });
  const why = await reports.why(
    question({ kpi: "customer_churn_rate", ...asked, by: ["customer_segment"] }),
    "en",
  );
  if (!("adds" in why)) throw new Error("nothing was told");
  expect(why.adds).toBe("ratio");
  const total = why.parts.reduce((sum, part) => sum + (part.total ?? 0), 0);
  expect(total).toBeCloseTo(why.comparison?.change ?? -1, 9);
});

const customer = (id: string, left: string | null, topic: string | null) => ({
  id,
  started_at: new Date("2026-01-01T12:00:00Z"),
  ended_at: left === null ? null : new Date(`${left}T12:00:00Z`),
  topic,
});
const some = (count: number, name: string, left: string | null, topic: string | null) =>
  Array.from({ length: count }, (_, index) => customer(`${name}${index}`, left, topic));

test("what moved churn is told by the reasons, one that is new included", async () => {
  const customers = [
    ...some(300, "stay", null, null),
    ...some(6, "price9", "2026-09-10", "price"),
    ...some(5, "price10", "2026-10-10", "price"),
    ...some(40, "rival", "2026-10-10", "rival"),
  ];
  const reports = await reportsOver({ customers });
  const why = await reports.why(question({ kpi: "customer_churn_rate", ...asked }), "en");
  if (!("adds" in why)) throw new Error("nothing was told");
  const [before, now] = [351, 345];
  const wanted = new Map([
    ["price", 100 * (5 / now - 6 / before)],
    ["rival", 100 * (40 / now)],
  ]);
  expect(why.adds).toBe("ratio");
  for (const [topic, total] of wanted) {
    expect(why.parts.find(({ key }) => key.topic === topic)?.total).toBeCloseTo(total, 9);
  }
  const sum = why.parts.reduce((total, part) => total + (part.total ?? 0), 0);
  expect(sum).toBeCloseTo(why.comparison?.change ?? -1, 9);
  expect(why.parts[0]).toMatchObject({ key: { topic: "rival" }, verdict: "clear" });
});

test("where nobody left before, all of the churn is what moved it", async () => {
  const customers = Array.from({ length: 50 }, (_, index) => ({
    id: `c${index}`,
    started_at: new Date("2026-01-01T12:00:00Z"),
    ended_at: index < 10 ? new Date("2026-10-10T12:00:00Z") : null,
    topic: index < 10 ? (index < 4 ? "price" : "rival") : null,
  }));
  const reports = await reportsOver({ customers });
  const why = await reports.why(question({ kpi: "customer_churn_rate", ...asked }), "en");
  if (!("adds" in why)) throw new Error("nothing was told");
  expect(why.parts.map(({ key, total }) => [key.topic, total])).toEqual([
    ["rival", 12],
    ["price", 8],
  ]);
});
