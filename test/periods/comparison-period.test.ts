import { expect, test } from "vitest";
import { comparisonPeriod } from "../../src/periods/comparison-period.ts";
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
    "today with yesterday at the same time",
    { kind: "day", which: "today" },
    "2026-11-22T13:00:00Z",
    "2026-11-21 2026-11-21 00:00 → 2026-11-21 14:00 so far",
  ],
  [
    "the last workday with the workday before, over a weekend",
    { kind: "day", which: "last-workday" },
    "2026-11-24T13:00:00Z",
    "last-workday 2026-11-20 00:00 → 2026-11-21 00:00",
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
