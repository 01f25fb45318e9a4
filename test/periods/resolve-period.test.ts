import * as fc from "fast-check";
import { expect, test } from "vitest";
import { isLocalDay, localDay } from "../../src/periods/local-day.ts";
import type { LocalDay, PeriodSettings, PeriodSpec } from "../../src/periods/period.ts";
import { resolvePeriod } from "../../src/periods/resolve-period.ts";

const isWeekday = (day: LocalDay): boolean =>
  ![0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay());

const berlin: PeriodSettings = {
  zone: "Europe/Berlin",
  weekStarts: "monday",
  fiscalYearStarts: 1,
  isWorkday: isWeekday,
};
/** A Sunday, 14:00 in Berlin. */
const sunday = new Date("2026-11-22T13:00:00Z");

/** From and to as the wall clock shows them. */
function resolved(spec: PeriodSpec, settings = berlin, now = sunday): string {
  const period = resolvePeriod(spec, now, settings);
  if ("fault" in period) return period.fault;
  const show = (at: Date): string =>
    new Intl.DateTimeFormat("sv-SE", {
      timeZone: settings.zone,
      dateStyle: "short",
      timeStyle: "short",
    }).format(at);
  return `${period.label} ${show(period.from)} → ${show(period.to)}${period.complete ? "" : " so far"}`;
}

test.each<[PeriodSpec, string]>([
  [{ kind: "day", which: "today" }, "today 2026-11-22 00:00 → 2026-11-22 14:00 so far"],
  [{ kind: "day", which: "yesterday" }, "yesterday 2026-11-21 00:00 → 2026-11-22 00:00"],
  [{ kind: "day", which: "last-workday" }, "last-workday 2026-11-20 00:00 → 2026-11-21 00:00"],
  [{ kind: "this", unit: "week" }, "this-week 2026-11-16 00:00 → 2026-11-22 14:00 so far"],
  [{ kind: "last", unit: "week" }, "last-week 2026-11-09 00:00 → 2026-11-16 00:00"],
  [{ kind: "last", unit: "month" }, "last-month 2026-10-01 00:00 → 2026-11-01 00:00"],
  [{ kind: "this", unit: "quarter" }, "this-quarter 2026-10-01 00:00 → 2026-11-22 14:00 so far"],
  [{ kind: "last", unit: "year" }, "last-year 2025-01-01 00:00 → 2026-01-01 00:00"],
  [{ kind: "last-n", count: 7, unit: "day" }, "last-7-days 2026-11-15 00:00 → 2026-11-22 00:00"],
  [{ kind: "last-n", count: 2, unit: "week" }, "last-2-weeks 2026-11-02 00:00 → 2026-11-16 00:00"],
  [
    { kind: "last-n", count: 3, unit: "month" },
    "last-3-months 2026-08-01 00:00 → 2026-11-01 00:00",
  ],
  [{ kind: "to-date", unit: "week" }, "wtd 2026-11-16 00:00 → 2026-11-22 14:00 so far"],
  [{ kind: "to-date", unit: "quarter" }, "qtd 2026-10-01 00:00 → 2026-11-22 14:00 so far"],
  [{ kind: "week", year: 2026, week: 46 }, "2026-W46 2026-11-09 00:00 → 2026-11-16 00:00"],
  [{ kind: "week", year: 2020, week: 53 }, "2020-W53 2020-12-28 00:00 → 2021-01-04 00:00"],
  [{ kind: "week", year: 2025, week: 53 }, "no_such_week"],
  [{ kind: "week", year: 2026, week: 0 }, "no_such_week"],
  [{ kind: "month", year: 2026, month: 10 }, "2026-10 2026-10-01 00:00 → 2026-11-01 00:00"],
  [{ kind: "month", year: null, month: 10 }, "2026-10 2026-10-01 00:00 → 2026-11-01 00:00"],
  [{ kind: "month", year: null, month: 11 }, "2026-11 2026-11-01 00:00 → 2026-11-22 14:00 so far"],
  [{ kind: "month", year: null, month: 12 }, "2025-12 2025-12-01 00:00 → 2026-01-01 00:00"],
  [{ kind: "month", year: 2026, month: 12 }, "future"],
  [{ kind: "quarter", year: null, quarter: 3 }, "2026-q3 2026-07-01 00:00 → 2026-10-01 00:00"],
  [
    { kind: "quarter", year: null, quarter: 4 },
    "2026-q4 2026-10-01 00:00 → 2026-11-22 14:00 so far",
  ],
  [{ kind: "month", year: 2021, month: 13 }, "no_such_month"],
  [{ kind: "quarter", year: 2021, quarter: 5 }, "no_such_quarter"],
  [{ kind: "quarter", year: 2021, quarter: 0 }, "no_such_quarter"],
  [{ kind: "year", year: 2025 }, "2025 2025-01-01 00:00 → 2026-01-01 00:00"],
  [{ kind: "year", year: 2027 }, "future"],
  [
    { kind: "range", from: "2026-10-01", to: "2026-10-15" },
    "2026-10-01..2026-10-15 2026-10-01 00:00 → 2026-10-16 00:00",
  ],
  [
    { kind: "range", from: "2026-11-20", to: "2026-11-30" },
    "2026-11-20..2026-11-30 2026-11-20 00:00 → 2026-11-22 14:00 so far",
  ],
  [
    { kind: "range", from: "2026-11-18", to: "2026-11-18" },
    "2026-11-18 2026-11-18 00:00 → 2026-11-19 00:00",
  ],
  [{ kind: "range", from: "2026-10-15", to: "2026-10-01" }, "reversed"],
  [{ kind: "range", from: "2026-02-30", to: "2026-03-01" }, "no_such_day"],
  [{ kind: "range", from: "1990-01-01", to: "2026-01-01" }, "too_long"],
  [{ kind: "range", from: "2026-12-01", to: "2026-12-02" }, "future"],
  [
    { kind: "since", day: "2026-11-01" },
    "since 2026-11-01 2026-11-01 00:00 → 2026-11-22 14:00 so far",
  ],
  [
    { kind: "since", day: "yesterday" },
    "since 2026-11-21 2026-11-21 00:00 → 2026-11-22 14:00 so far",
  ],
  [
    { kind: "since", day: "last-workday" },
    "since 2026-11-20 2026-11-20 00:00 → 2026-11-22 14:00 so far",
  ],
  [{ kind: "since", day: "2026-11-23" }, "future"],
  [{ kind: "last-n", count: 0, unit: "day" }, "empty"],
  [{ kind: "last-n", count: 100_000, unit: "month" }, "too_long"],
])("%o is %s", (spec, expected) => {
  expect(resolved(spec)).toBe(expected);
});

test("a fiscal year moves quarters and years, not months", () => {
  const april = { ...berlin, fiscalYearStarts: 4 };
  expect(resolved({ kind: "quarter", year: 2026, quarter: 1 }, april)).toBe(
    "2026-q1 2026-04-01 00:00 → 2026-07-01 00:00",
  );
  expect(resolved({ kind: "quarter", year: null, quarter: 4 }, april)).toBe(
    "2025-q4 2026-01-01 00:00 → 2026-04-01 00:00",
  );
  expect(resolved({ kind: "last", unit: "quarter" }, april)).toBe(
    "last-quarter 2026-07-01 00:00 → 2026-10-01 00:00",
  );
  expect(resolved({ kind: "last", unit: "year" }, april)).toBe(
    "last-year 2025-04-01 00:00 → 2026-04-01 00:00",
  );
  expect(resolved({ kind: "last", unit: "month" }, april)).toBe(
    "last-month 2026-10-01 00:00 → 2026-11-01 00:00",
  );
});

test("Sunday weeks begin the day before the ISO week of their number", () => {
  const sundays = { ...berlin, weekStarts: "sunday" } as const;
  expect(resolved({ kind: "week", year: 2026, week: 46 }, sundays)).toBe(
    "2026-W46 2026-11-08 00:00 → 2026-11-15 00:00",
  );
  expect(resolved({ kind: "this", unit: "week" }, sundays)).toBe(
    "this-week 2026-11-22 00:00 → 2026-11-22 14:00 so far",
  );
});

test("the last workday leaps over a holiday and a weekend", () => {
  const closed = {
    ...berlin,
    isWorkday: (day: LocalDay) => isWeekday(day) && day !== "2026-11-20",
  };
  expect(resolved({ kind: "day", which: "last-workday" }, closed)).toBe(
    "last-workday 2026-11-19 00:00 → 2026-11-20 00:00",
  );
});

test("no workday in a year is a fault, not a hang", () => {
  const never = { ...berlin, isWorkday: () => false };
  expect(resolved({ kind: "day", which: "last-workday" }, never)).toBe("no_such_day");
});

test("today counts from the zone's midnight, wherever the machine stands", () => {
  const auckland = { ...berlin, zone: "Pacific/Auckland" };
  expect(resolved({ kind: "day", which: "yesterday" }, auckland)).toBe(
    "yesterday 2026-11-22 00:00 → 2026-11-23 00:00",
  );
});

test("weeks hold exactly the instants whose local day lies in them, over both clock changes", () => {
  const zones = ["Europe/Berlin", "America/Santiago", "Asia/Kathmandu", "Africa/Cairo"];
  const specs: PeriodSpec[] = [
    { kind: "last", unit: "week" },
    { kind: "last", unit: "month" },
    { kind: "last-n", count: 9, unit: "day" },
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.constantFrom(...specs),
      fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2027, 0) }),
      fc.integer({ min: -70 * 24, max: 24 }),
      (zone, spec, nowMs, hours) => {
        const now = new Date(nowMs);
        const period = resolvePeriod(spec, now, { ...berlin, zone });
        if ("fault" in period) throw new Error(period.fault);
        const probe = new Date(nowMs + hours * 3_600_000);
        const inside = probe >= period.from && probe < period.to;
        expect(inside).toBe(holds(spec, localDay(probe, zone), localDay(now, zone)));
      },
    ),
    { numRuns: 1_500 },
  );
});

const count = (day: LocalDay): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
const months = (day: LocalDay): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

/** The same question asked day by day, with no date library. */
function holds(spec: PeriodSpec, day: LocalDay, today: LocalDay): boolean {
  const ago = count(today) - count(day);
  if (spec.kind === "last-n") return ago >= 1 && ago <= spec.count;
  if (spec.kind === "last" && spec.unit === "week") {
    const sinceMonday = (count(today) + 3) % 7;
    return ago > sinceMonday && ago <= sinceMonday + 7;
  }
  return months(today) - months(day) === 1;
}

test("whatever the spec, the answer is a period or a fault, and never ends after now", () => {
  const year = fc.integer({ min: -5, max: 12_000 });
  const small = fc.integer({ min: -3, max: 99 });
  const day = fc
    .tuple(
      fc.integer({ min: 1900, max: 2999 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    )
    .map((parts) => parts.map((part) => String(part).padStart(2, "0")).join("-"))
    .filter(isLocalDay);
  const specs = fc.oneof(
    fc.record({ kind: fc.constant("week" as const), year, week: small }),
    fc.record({ kind: fc.constant("month" as const), year: fc.option(year), month: small }),
    fc.record({ kind: fc.constant("quarter" as const), year: fc.option(year), quarter: small }),
    fc.record({ kind: fc.constant("year" as const), year }),
    fc.record({ kind: fc.constant("range" as const), from: day, to: day }),
    fc.record({ kind: fc.constant("since" as const), day }),
    fc.record({
      kind: fc.constant("last-n" as const),
      count: fc.integer(),
      unit: fc.constantFrom("day" as const, "week" as const, "month" as const),
    }),
  );
  fc.assert(
    fc.property(specs, fc.integer({ min: 1, max: 12 }), (spec, fiscalYearStarts) => {
      const period = resolvePeriod(spec, sunday, { ...berlin, fiscalYearStarts });
      if ("fault" in period) return;
      expect(period.from.getTime()).toBeLessThanOrEqual(period.to.getTime());
      expect(period.to.getTime()).toBeLessThanOrEqual(sunday.getTime());
    }),
    { numRuns: 1_000 },
  );
});
