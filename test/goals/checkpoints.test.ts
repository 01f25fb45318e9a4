import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { proposeCheckpoints, readCheckpoints } from "../../goals/checkpoints.ts";
import { addDays, daysBetween } from "../../src/periods/local-day.ts";
import type { LocalDay } from "../../src/periods/period.ts";

const everyDay = (): boolean => true;

test.each([
  ["under a week: none", "2026-10-08", []],
  ["under a month: weekly", "2026-10-22", ["2026-10-08", "2026-10-15"]],
  ["under three months: fortnightly", "2026-11-15", ["2026-10-15", "2026-10-29", "2026-11-12"]],
  ["beyond: monthly", "2027-01-15", ["2026-11-01", "2026-12-01", "2027-01-01"]],
] as const)("%s", (_name, deadline, days) => {
  expect(proposeCheckpoints("2026-10-01", deadline, everyDay)).toEqual(days);
});

test("a month is a calendar's: a goal of exactly one is looked at fortnightly, of three monthly", () => {
  expect(proposeCheckpoints("2026-02-01", "2026-02-28", everyDay)).toHaveLength(3);
  expect(proposeCheckpoints("2026-02-01", "2026-03-01", everyDay)).toEqual(["2026-02-15"]);
  expect(proposeCheckpoints("2026-02-01", "2026-05-01", everyDay)).toEqual([
    "2026-03-01",
    "2026-04-01",
  ]);
});

test("the day of the month is the start's, or the last of a shorter one, and comes back after it", () => {
  expect(proposeCheckpoints("2027-10-31", "2028-05-01", everyDay)).toEqual([
    "2027-11-30",
    "2027-12-31",
    "2028-01-31",
    "2028-02-29",
    "2028-03-31",
    "2028-04-30",
  ]);
});

test("monthly ones are those that counting on the calendar by hand gives", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1500 }),
      fc.integer({ min: 93, max: 1096 }),
      (shift, days) => {
        const start = addDays("2026-01-01", shift);
        const deadline = addDays(start, days);
        const [year = 0, month = 0, dayOfMonth = 0] = start.split("-").map(Number);
        const byHand: string[] = [];
        for (let count = 1; ; count += 1) {
          const last = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
          const at = Date.UTC(year, month - 1 + count, Math.min(dayOfMonth, last));
          const day = new Date(at).toISOString().slice(0, 10);
          if (day >= deadline) break;
          byHand.push(day);
        }
        expect(proposeCheckpoints(start, deadline, everyDay)).toEqual(byHand);
      },
    ),
  );
});

const read = (text: string) => readCheckpoints(text, "2026-10-01", "2026-12-31");
const daysInRow = (count: number) =>
  Array.from({ length: count }, (_, index) => addDays("2026-10-02", index)).join(", ");

describe("days that a person lists", () => {
  test.each([
    ["2026-12-16, 2026-12-02,2026-12-02", ["2026-12-02", "2026-12-16"]],
    ["2026-12-02 2026-12-16", ["2026-12-02", "2026-12-16"]],
    ["２０２６-１２-０２、2026-12-16；", ["2026-12-02", "2026-12-16"]],
    ["٢٠٢٦-١٢-٠٢", ["2026-12-02"]],
    ["", []],
    [" , ", []],
  ])("%j is %j", (text, days) => {
    expect(read(text)).toEqual(days);
  });

  test.each([
    ["soon", { fault: "not_a_day", text: "soon" }],
    ["2026-11-31", { fault: "not_a_day", text: "2026-11-31" }],
    ["02.12.2026", { fault: "not_a_day", text: "02.12.2026" }],
    ["2026-10-01", { fault: "not_between", text: "2026-10-01" }],
    ["2026-12-02, 2026-12-31", { fault: "not_between", text: "2026-12-31" }],
  ])("%j is refused, and the word named", (text, fault) => {
    expect(read(text)).toEqual(fault);
  });

  test("no more than sixty", () => {
    expect(read(daysInRow(60))).toHaveLength(60);
    expect(read(daysInRow(61))).toEqual({ fault: "too_many" });
  });

  test("what is proposed can be read again", () => {
    fc.assert(
      fc.property(fc.integer({ min: 8, max: 1096 }), (days) => {
        const deadline = addDays("2026-10-01", days);
        const proposed = proposeCheckpoints("2026-10-01", deadline, isOffice);
        expect(readCheckpoints(proposed.join(", "), "2026-10-01", deadline)).toEqual(proposed);
      }),
    );
  });

  test("any text gives days in order between start and deadline, or a fault", () => {
    const pieces = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom("2026-12-02", "2026-02-30", ",", " ", "٢", "9999-12-31"),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 9 }), (parts) => {
        const found = read(parts.join(""));
        if ("fault" in found) return;
        expect(found).toEqual([...new Set(found)].toSorted());
        for (const day of found) expect("2026-10-01" < day && day < "2026-12-31").toBe(true);
      }),
    );
  });
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
