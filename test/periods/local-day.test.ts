import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDays,
  atClock,
  daysBetween,
  isLocalDay,
  localDay,
  startOfDay,
} from "../../src/periods/local-day.ts";

/** What a wall clock shows, asked of Intl alone: `2026-11-22 14:00:00`. */
const clocks = new Map<string, Intl.DateTimeFormat>();
function wallClock(instant: Date, zone: string): string {
  const clock =
    clocks.get(zone) ??
    new Intl.DateTimeFormat("sv-SE", {
      timeZone: zone,
      dateStyle: "short",
      timeStyle: "medium",
    });
  clocks.set(zone, clock);
  return clock.format(instant);
}

const zones = Intl.supportedValuesOf("timeZone");
const instants = fc
  .integer({ min: Date.UTC(1975, 0), max: Date.UTC(2037, 11) })
  .map((ms) => new Date(ms));

test("the local day is the one a wall clock shows", () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), instants, (zone, instant) => {
      expect(localDay(instant, zone)).toBe(wallClock(instant, zone).slice(0, 10));
    }),
    { numRuns: 2_000 },
  );
});

test("a day starts at the first instant whose clock shows it, in every zone", () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), instants, (zone, instant) => {
      const day = wallClock(instant, zone).slice(0, 10);
      if (!isLocalDay(day)) throw new Error(day);
      const start = startOfDay(day, zone);
      expect(wallClock(start, zone).slice(0, 10)).toBe(day);
      expect(wallClock(new Date(start.getTime() - 1), zone) < day).toBe(true);
      expect(start.getTime()).toBeLessThanOrEqual(instant.getTime());
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ["Berlin, 23 hours", "Europe/Berlin", "2026-03-29", "2026-03-28T23:00:00Z", 23],
  ["Berlin, 25 hours", "Europe/Berlin", "2026-10-25", "2026-10-24T22:00:00Z", 25],
  ["Santiago has no midnight", "America/Santiago", "2026-09-06", "2026-09-06T04:00:00Z", 23],
  ["Cairo has no midnight", "Africa/Cairo", "2026-04-24", "2026-04-23T22:00:00Z", 23],
  ["Havana shows midnight twice", "America/Havana", "2026-11-01", "2026-11-01T04:00:00Z", 25],
  [
    "Lord Howe moves half an hour",
    "Australia/Lord_Howe",
    "2026-10-04",
    "2026-10-03T13:30:00Z",
    23.5,
  ],
  ["Apia left a day out", "Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00Z", 0],
] as const)("%s", (_name, zone, day, start, hours) => {
  const from = startOfDay(day, zone);
  expect(from.toISOString()).toBe(new Date(start).toISOString());
  expect((startOfDay(addDays(day, 1), zone).getTime() - from.getTime()) / 3_600_000).toBe(hours);
});

test("a time that never shows is the end of its gap, one that shows twice the first", () => {
  const halfPastTwo = 2.5 * 3_600_000;
  expect(atClock("2026-03-29", halfPastTwo, "Europe/Berlin").toISOString()).toBe(
    "2026-03-29T01:00:00.000Z",
  );
  expect(atClock("2026-10-25", halfPastTwo, "Europe/Berlin").toISOString()).toBe(
    "2026-10-25T00:30:00.000Z",
  );
});

test("adding days and counting them agree", () => {
  fc.assert(
    fc.property(fc.integer({ min: -3_000, max: 3_000 }), (days) => {
      expect(daysBetween("2026-11-22", addDays("2026-11-22", days))).toBe(days);
    }),
  );
});

test.each(["2026-02-30", "2026-13-01", "2026-1-1", "0026-01-01", "3000-01-01", "today", ""])(
  "%j is no day",
  (text) => {
    expect(isLocalDay(text)).toBe(false);
  },
);
