import * as fc from "fast-check";
import { expect, test } from "vitest";
import { proposeCheckpoints } from "../../goals/checkpoints.ts";
import { addDays, daysBetween } from "../../src/periods/local-day.ts";

test.each([
  ["under a week: none", "2026-10-08", []],
  ["under a month: weekly", "2026-10-22", ["2026-10-08", "2026-10-15"]],
  ["under three months: fortnightly", "2026-11-15", ["2026-10-15", "2026-10-29", "2026-11-12"]],
  ["beyond: every four weeks", "2027-01-15", ["2026-10-29", "2026-11-26", "2026-12-24"]],
] as const)("%s", (_name, deadline, days) => {
  expect(proposeCheckpoints("2026-10-01", deadline)).toEqual(days);
});

test("all lie between the start and the deadline, in order", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1100 }), (days) => {
      const deadline = addDays("2026-10-01", days);
      const all = ["2026-10-01", ...proposeCheckpoints("2026-10-01", deadline), deadline] as const;
      for (const [index, day] of all.slice(1).entries()) {
        expect(daysBetween(all[index]!, day)).toBeGreaterThan(0);
      }
    }),
  );
});
