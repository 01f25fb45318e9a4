import * as fc from "fast-check";
import { expect, test } from "vitest";
import { proposeCheckpoints } from "../../goals/checkpoints.ts";
import { addDays, daysBetween } from "../../src/periods/local-day.ts";
import type { LocalDay } from "../../src/periods/period.ts";

const everyDay = (): boolean => true;

test.each([
  ["under a week: none", "2026-10-08", []],
  ["under a month: weekly", "2026-10-22", ["2026-10-08", "2026-10-15"]],
  ["under three months: fortnightly", "2026-11-15", ["2026-10-15", "2026-10-29", "2026-11-12"]],
  ["beyond: every four weeks", "2027-01-15", ["2026-10-29", "2026-11-26", "2026-12-24"]],
] as const)("%s", (_name, deadline, days) => {
  expect(proposeCheckpoints("2026-10-01", deadline, everyDay)).toEqual(days);
});

test("all lie between the start and the deadline, in order", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1100 }), (days) => {
      const deadline = addDays("2026-10-01", days);
      const all = [
        "2026-10-01",
        ...proposeCheckpoints("2026-10-01", deadline, everyDay),
        deadline,
      ] as const;
      for (const [index, day] of all.slice(1).entries()) {
        expect(daysBetween(all[index]!, day)).toBeGreaterThan(0);
      }
    }),
  );
});

const isOffice = (day: string): boolean =>
  new Date(`${day}T12:00:00Z`).getUTCDay() % 6 !== 0 && day !== "2026-10-26";

test("a day that nobody works on moves to the next working day, and the last one stays before the deadline", () => {
  // 3 October 2026 is a Saturday.
  expect(proposeCheckpoints("2026-10-03", "2026-10-31", isOffice)).toEqual([
    "2026-10-12",
    "2026-10-19",
    "2026-10-27",
  ]);
  // Saturday the 10th moves back: Sunday the 11th is the deadline.
  expect(proposeCheckpoints("2026-10-03", "2026-10-11", isOffice)).toEqual(["2026-10-09"]);
  expect(proposeCheckpoints("2026-10-03", "2026-10-20", () => false)).toEqual([
    "2026-10-10",
    "2026-10-17",
  ]);
});

test("whatever the calendar, they are in order, between start and deadline, and on working days where there are any", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 8, max: 400 }),
      fc.array(fc.boolean(), { minLength: 7, maxLength: 40 }),
      (days, pattern) => {
        const start = "2026-10-01";
        const deadline = addDays(start, days);
        const isWorkday = (day: LocalDay): boolean =>
          pattern[daysBetween(start, day) % pattern.length] ?? false;
        const found = proposeCheckpoints(start, deadline, isWorkday);
        expect(found).toEqual([...new Set(found)].toSorted());
        for (const day of found) expect(start < day && day < deadline).toBe(true);
        const hasLongBreak = `${pattern.join()},${pattern.join()}`.includes("false,".repeat(6));
        const reached = found.slice(0, -1).every((day) => isWorkday(day));
        expect(hasLongBreak || reached).toBe(true);
      },
    ),
  );
});
