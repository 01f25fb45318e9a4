import * as fc from "fast-check";
import { expect, test } from "vitest";
import { monthsIn } from "../../src/periods/months-in.ts";
import { storeOf } from "../records/store-of.ts";
import { disagreements } from "./by-hand.ts";
import { measured } from "./measured.ts";
import { moneyCases } from "./money-by-hand.ts";
import { asKnownAt, type MoneyDesk, ofChannel, type Span } from "./money-desk.ts";

const zone = "Europe/Berlin";

/** Two months of 2026, a week between two months, the whole year: as Berlin counts their days. */
const spans: readonly Span[] = [
  {
    from: new Date("2026-09-30T22:00:00Z"),
    to: new Date("2026-10-31T23:00:00Z"),
    firstDay: "2026-10-01",
    lastDay: "2026-10-31",
    months: 1,
  },
  {
    from: new Date("2026-01-31T23:00:00Z"),
    to: new Date("2026-02-28T23:00:00Z"),
    firstDay: "2026-02-01",
    lastDay: "2026-02-28",
    months: 1,
  },
  {
    from: new Date("2026-10-25T23:00:00Z"),
    to: new Date("2026-11-01T23:00:00Z"),
    firstDay: "2026-10-26",
    lastDay: "2026-11-01",
    months: 7 / 31,
  },
  {
    from: new Date("2025-12-31T23:00:00Z"),
    to: new Date("2026-12-31T23:00:00Z"),
    firstDay: "2026-01-01",
    lastDay: "2026-12-31",
    months: 12,
  },
];

const toDay = (number: number): string => new Date(number * 86_400_000).toISOString().slice(0, 10);
const dayNumber = (day: string): number => Date.parse(day) / 86_400_000;

/** Mostly around the windows' edges; two years and a half in all. */
const day = fc.oneof(
  fc.constantFrom("2026-01-31", "2026-02-28", "2026-09-30", "2026-10-01", "2026-10-25"),
  fc.constantFrom("2026-10-26", "2026-10-31", "2026-11-01", "2026-11-02", "2026-12-31"),
  fc.integer({ min: dayNumber("2024-06-01"), max: dayNumber("2026-12-31") }).map(toDay),
);

/** Midnight in Berlin is 22:00 or 23:00 UTC: on it, a second beside it, and in the day. */
const instant = fc
  .tuple(day, fc.constantFrom(-7_201, -7_200, -3_601, -3_600, -3_599, 0, 43_200, 80_000))
  .map(([each, seconds]) => new Date(Date.parse(`${each}T00:00:00Z`) + seconds * 1_000));

const after = fc.integer({ min: 0, max: 500 * 86_400 });
const ended = (started: Date, seconds: number | null): Date | null =>
  seconds === null ? null : new Date(started.getTime() + seconds * 1_000);
const channel = fc.option(fc.constantFrom("phone", "email"), { freq: 3 });
const amount = fc.integer({ min: 0, max: 900 });
const spent = fc.integer({ min: 1, max: 900 });

/** The engine is asked about kinds that have records; that some customer left, and some ticket was solved, is known. */
const fewRows = { minLength: 1, maxLength: 14 } as const;
const long = new Date("2024-06-01T10:00:00Z");

const desks: fc.Arbitrary<MoneyDesk> = fc.record({
  customers: fc
    .array(
      fc
        .record({
          started_at: instant,
          stayed: fc.option(after),
          monthly_revenue: fc.option(amount),
          channel,
        })
        .map(({ stayed, ...each }) => ({ ...each, ended_at: ended(each.started_at, stayed) })),
      fewRows,
    )
    .map((rows) => [
      ...rows,
      { started_at: long, ended_at: long, monthly_revenue: null, channel: null },
    ]),
  revenue: fc.array(
    fc.record({
      at: instant,
      kind: fc.constantFrom("new", "new", "expansion", "contraction", "churn"),
      amount,
      channel,
    }),
    fewRows,
  ),
  purchases: fc.array(
    fc.record({
      at: instant,
      customer: fc.option(fc.constantFrom("a", "b", "c", "d")),
      amount,
      channel,
    }),
    { minLength: 1, maxLength: 25 },
  ),
  costs: fc.array(
    fc.tuple(day, fc.boolean(), spent, channel).map(([each, isMonth, spentOn, of]) => ({
      day: isMonth ? null : each,
      month: isMonth ? each : null,
      amount: spentOn,
      channel: of,
    })),
    fewRows,
  ),
  tickets: fc
    .array(
      fc
        .record({ created_at: instant, took: fc.option(after), channel })
        .map(({ took, ...each }) => ({ ...each, solved_at: ended(each.created_at, took) })),
      fewRows,
    )
    .map((rows) => [...rows, { created_at: long, solved_at: long, channel: null }]),
  calls: fc.array(
    fc.record({
      queued_at: instant,
      outcome: fc.constantFrom("handled" as const, "abandoned" as const),
      channel,
    }),
    fewRows,
  ),
});

test("every KPI of money and customers is what plain loops make of the same records", async () => {
  await fc.assert(
    fc.asyncProperty(
      desks,
      fc.option(instant),
      fc.option(fc.constant("phone")),
      async (desk, now, only) => {
        const store = await storeOf({ ...desk }, zone);
        const known = now === null ? desk : asKnownAt(desk, now);
        const seen = only === null ? known : ofChannel(known, only);
        const faults: string[] = [];
        for (const [kpi, options, loop] of moneyCases) {
          const rows = await measured(store, kpi, {
            windows: spans,
            options,
            zone,
            hideAfter: now,
            where: only === null ? {} : { channel: { in: [only] } },
          });
          const by = new Map(spans.map((span) => [span.from, span]));
          const differing = disagreements(rows, spans, ({ from }) => loop(seen, by.get(from)!));
          faults.push(...differing.map((each) => `${kpi} ${JSON.stringify(options)} ${each}`));
        }
        await store.close();
        expect(faults).toEqual([]);
      },
    ),
    { numRuns: 8 },
  );
});

test("a window's months are those of the calendar", () => {
  expect(spans.map((span) => monthsIn(span, zone))).toEqual(spans.map(({ months }) => months));
  const half = { from: new Date("2026-10-31T23:00:00Z"), to: new Date("2026-11-15T23:00:00Z") };
  expect(monthsIn(half, zone)).toBe(0.5);
});
