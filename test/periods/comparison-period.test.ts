import * as fc from "fast-check";
import { expect, test } from "vitest";
import { comparisonPeriod, yearBefore } from "../../src/periods/comparison-period.ts";
import type { LocalDay, Period, PeriodSettings, PeriodSpec } from "../../src/periods/period.ts";
import { periodsBefore } from "../../src/periods/periods-before.ts";
import { resolvePeriod } from "../../src/periods/resolve-period.ts";

const settings: PeriodSettings = {
  zone: "Europe/Berlin",
  weekStarts: "monday",
  fiscalYearStarts: 1,
  isWorkday: (day: LocalDay) => ![0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay()),
};

const laid = (spec: PeriodSpec, now: string): Period => {
  const period = resolvePeriod(spec, new Date(now), settings);
  if ("fault" in period) throw new Error(period.fault);
  return period;
};

const show = ({ label, from, to, complete }: Period): string => {
  const clock = new Intl.DateTimeFormat("sv-SE", {
    timeZone: settings.zone,
    dateStyle: "short",
    timeStyle: "short",
  });
  return `${label} ${clock.format(from)} → ${clock.format(to)}${complete ? "" : " so far"}`;
};

test.each<[string, PeriodSpec, string, string]>([
  [
    "a complete week with the week before",
    { kind: "last", unit: "week" },
    "2026-11-22T13:00:00Z",
    "2026-W45 2026-11-02 00:00 → 2026-11-09 00:00",
  ],
  [
    "an unfinished week with the same weekdays and time of day",
    { kind: "this", unit: "week" },
    "2026-11-18T13:00:00Z",
    "2026-W46 2026-11-09 00:00 → 2026-11-11 14:00 so far",
  ],
  [
    "an unfinished week across the clock change with the same clock time",
    { kind: "this", unit: "week" },
    "2026-10-28T13:00:00Z",
    "2026-W43 2026-10-19 00:00 → 2026-10-21 14:00 so far",
  ],
  [
    "month to date with the first days of the month before",
    { kind: "to-date", unit: "month" },
    "2026-11-22T13:00:00Z",
    "2026-10 2026-10-01 00:00 → 2026-10-22 14:00 so far",
  ],
  [
    "the thirtieth of March with all of February",
    { kind: "this", unit: "month" },
    "2026-03-30T13:00:00Z",
    "2026-02 2026-02-01 00:00 → 2026-03-01 00:00",
  ],
  [
    "a quarter to date with as many days of the one before",
    { kind: "to-date", unit: "quarter" },
    "2026-05-15T10:00:00Z",
    "2026-q1 2026-01-01 00:00 → 2026-02-14 12:00 so far",
  ],
  [
    "today with the same weekday up to the same time",
    { kind: "day", which: "today" },
    "2026-11-22T13:00:00Z",
    "2026-11-15 2026-11-15 00:00 → 2026-11-15 14:00 so far",
  ],
  [
    "the last workday with the same weekday",
    { kind: "day", which: "last-workday" },
    "2026-11-24T13:00:00Z",
    "2026-11-16 2026-11-16 00:00 → 2026-11-17 00:00",
  ],
  [
    "the last seven days with the seven before",
    { kind: "last-n", count: 7, unit: "day" },
    "2026-11-22T13:00:00Z",
    "2026-11-08..2026-11-14 2026-11-08 00:00 → 2026-11-15 00:00",
  ],
  [
    "a range with as many days right before",
    { kind: "range", from: "2026-10-20", to: "2026-10-29" },
    "2026-11-22T13:00:00Z",
    "2026-10-10..2026-10-19 2026-10-10 00:00 → 2026-10-20 00:00",
  ],
  [
    "an open range with as many days and the same time of day",
    { kind: "since", day: "2026-11-21" },
    "2026-11-22T13:00:00Z",
    "2026-11-19..2026-11-20 2026-11-19 00:00 → 2026-11-20 14:00 so far",
  ],
])("%s", (_name, spec, now, expected) => {
  expect(show(comparisonPeriod(laid(spec, now), settings))).toBe(expected);
});

test.each<[string, PeriodSpec, string, string]>([
  [
    "a week with the one 52 weeks before",
    { kind: "last", unit: "week" },
    "2026-11-18T13:00:00Z",
    "2025-W46 2025-11-10 00:00 → 2025-11-17 00:00",
  ],
  [
    "the 53rd week of a year with the first of it: 52 weeks before",
    { kind: "week", year: 2026, week: 53 },
    "2027-02-01T13:00:00Z",
    "2026-W01 2025-12-29 00:00 → 2026-01-05 00:00",
  ],
  [
    "an unfinished week with the same weekdays and time of day",
    { kind: "this", unit: "week" },
    "2026-11-18T13:00:00Z",
    "2025-W47 2025-11-17 00:00 → 2025-11-19 14:00 so far",
  ],
  [
    "a day with the same weekday",
    { kind: "range", from: "2026-11-18", to: "2026-11-18" },
    "2026-12-01T13:00:00Z",
    "2025-11-19 2025-11-19 00:00 → 2025-11-20 00:00",
  ],
  [
    "the last workday with a day of its own name",
    { kind: "day", which: "last-workday" },
    "2026-11-23T13:00:00Z",
    "2025-11-21 2025-11-21 00:00 → 2025-11-22 00:00",
  ],
  [
    "today with the same weekday up to the same time",
    { kind: "day", which: "today" },
    "2026-11-18T13:00:00Z",
    "2025-11-19 2025-11-19 00:00 → 2025-11-19 14:00 so far",
  ],
  [
    "a month with the month",
    { kind: "last", unit: "month" },
    "2026-11-18T13:00:00Z",
    "2025-10 2025-10-01 00:00 → 2025-11-01 00:00",
  ],
  [
    "an unfinished month with its first days",
    { kind: "to-date", unit: "month" },
    "2026-11-18T13:00:00Z",
    "2025-11 2025-11-01 00:00 → 2025-11-18 14:00 so far",
  ],
  [
    "the leap day with all of a February that has none",
    { kind: "this", unit: "month" },
    "2028-02-29T13:00:00Z",
    "2027-02 2027-02-01 00:00 → 2027-03-01 00:00",
  ],
  [
    "the February before a leap day with as many days",
    { kind: "this", unit: "month" },
    "2029-02-28T13:00:00Z",
    "2028-02 2028-02-01 00:00 → 2028-02-28 14:00 so far",
  ],
  [
    "a range of whole months with the same months",
    { kind: "range", from: "2028-01-01", to: "2028-02-29" },
    "2028-04-01T13:00:00Z",
    "2027-01-01..2027-02-28 2027-01-01 00:00 → 2027-03-01 00:00",
  ],
  [
    "twelve months with twelve months",
    { kind: "last-n", count: 12, unit: "month" },
    "2026-11-18T13:00:00Z",
    "2024-11-01..2025-10-31 2024-11-01 00:00 → 2025-11-01 00:00",
  ],
  [
    "since the first of a month with as much from the same first",
    { kind: "since", day: "2026-10-01" },
    "2026-11-18T13:00:00Z",
    "2025-10-01..2025-11-18 2025-10-01 00:00 → 2025-11-18 14:00 so far",
  ],
  [
    "other days with those 52 weeks before",
    { kind: "last-n", count: 10, unit: "day" },
    "2026-11-18T13:00:00Z",
    "2025-11-09..2025-11-18 2025-11-09 00:00 → 2025-11-19 00:00",
  ],
  [
    "a quarter with the quarter",
    { kind: "quarter", year: 2026, quarter: 3 },
    "2026-11-18T13:00:00Z",
    "2025-q3 2025-07-01 00:00 → 2025-10-01 00:00",
  ],
  [
    "a year to date with the first days of the year before",
    { kind: "to-date", unit: "year" },
    "2026-11-18T13:00:00Z",
    "2025 2025-01-01 00:00 → 2025-11-18 14:00 so far",
  ],
  [
    "a year to date up to the same date of a leap year",
    { kind: "this", unit: "year" },
    "2025-03-10T13:00:00Z",
    "2024 2024-01-01 00:00 → 2024-03-10 14:00 so far",
  ],
])("last year: %s", (_name, spec, now, expected) => {
  expect(show(yearBefore(laid(spec, now), settings))).toBe(expected);
});

test("quarters and years of a fiscal year go with those of the one before", () => {
  const april = { ...settings, fiscalYearStarts: 4 };
  const before = (spec: PeriodSpec): string => {
    const period = resolvePeriod(spec, new Date("2026-11-18T13:00:00Z"), april);
    if ("fault" in period) throw new Error(period.fault);
    return show(yearBefore(period, april));
  };
  expect(before({ kind: "quarter", year: null, quarter: 2 })).toBe(
    "2025-q2 2025-07-01 00:00 → 2025-10-01 00:00",
  );
  expect(before({ kind: "year", year: 2025 })).toBe("2024 2024-04-01 00:00 → 2025-04-01 00:00");
  expect(before({ kind: "to-date", unit: "year" })).toBe(
    "2025 2025-04-01 00:00 → 2025-11-18 14:00 so far",
  );
});

/** Weekday or day of the month, and the time, on the wall clock, asked of Intl alone. */
const standing = (at: Date, part: "weekday" | "day"): string =>
  new Intl.DateTimeFormat("en-GB", {
    timeZone: settings.zone,
    [part]: part === "day" ? "numeric" : "long",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }).format(at);

test("what is not over is compared up to the same weekday or day of the month, and time", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("week" as const, "month" as const),
      fc.integer({ min: Date.UTC(2019, 0), max: Date.UTC(2033, 0) }),
      fc.boolean(),
      (unit, ms, isYear) => {
        const period = laid({ kind: "this", unit }, new Date(ms).toISOString());
        const other = isYear ? yearBefore(period, settings) : comparisonPeriod(period, settings);
        const part = unit === "week" ? "weekday" : "day";
        expect(standing(other.from, part)).toBe(standing(period.from, part));
        // Only a shorter month before is taken whole.
        const mayBeWhole = unit === "month" && Number(standing(period.to, "day").slice(0, 2)) > 28;
        expect(other.complete && !mayBeWhole).toBe(false);
        fc.pre(!other.complete);
        // A time that the clock jumped over that day is met at the end of the gap.
        fc.pre(!/ 02:/u.test(standing(period.to, part)));
        expect(standing(other.to, part)).toBe(standing(period.to, part));
      },
    ),
    { numRuns: 500 },
  );
});

test("the periods before come oldest first, whole, touching, and end with this one", () => {
  const specs: PeriodSpec[] = [
    { kind: "this", unit: "week" },
    { kind: "last", unit: "month" },
    { kind: "last", unit: "quarter" },
    { kind: "day", which: "yesterday" },
    { kind: "last-n", count: 10, unit: "day" },
    { kind: "year", year: 2025 },
  ];
  for (const spec of specs) {
    const period = laid(spec, "2026-11-18T13:00:00Z");
    const row = periodsBefore(period, 6, settings);
    expect(row).toHaveLength(6);
    expect(row.at(-1)).toBe(period);
    for (const [at, each] of row.slice(0, -1).entries()) {
      expect(each.complete).toBe(true);
      expect(each.to).toEqual(row[at + 1]!.from);
    }
  }
});

test("a chart of weeks names each week", () => {
  const row = periodsBefore(
    laid({ kind: "last", unit: "week" }, "2026-01-14T09:00:00Z"),
    3,
    settings,
  );
  expect(row.map((each) => each.label)).toEqual(["2025-W52", "2026-W01", "last-week"]);
});
