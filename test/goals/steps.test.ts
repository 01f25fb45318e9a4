import * as fc from "fast-check";
import { expect, test } from "vitest";
import { expectedOf, stateOf } from "../../goals/progress.ts";
import { expectedAt, stepsTowards } from "../../goals/steps.ts";
import { addDays, daysBetween } from "../../src/periods/local-day.ts";
import type { LocalDay } from "../../src/periods/period.ts";
import { aGoal } from "../fixtures/goal.ts";

/** From 70 to 80 in 92 days: 75 at the end of October, 78 at the end of November. */
const stepped = aGoal({
  baseline: { value: 70, sample: 100, from: "2026-09-21", to: "2026-09-27" },
  target: 80,
  startsOn: "2026-10-01",
  deadline: "2026-12-31",
  steps: [
    { until: "2026-10-31", target: 75 },
    { until: "2026-11-30", target: 78 },
  ],
});

test.each([
  ["2026-10-01", 0],
  ["2026-11-01", 50],
  ["2026-11-16", 65],
  ["2026-12-01", 80],
  ["2027-01-01", 100],
  ["2027-03-01", 100],
  ["2026-09-01", 0],
] as const)("measured to %s it is %d %% of the way", (day, share) => {
  expect(expectedAt(stepped, day)).toBeCloseTo(share, 9);
  expect(expectedOf(stepped, day)).toBe(expectedAt(stepped, day));
});

const stateAt = (value: number) =>
  stateOf(stepped, { value, measuredTo: "2026-11-01", today: "2026-11-02" });

test("the state goes by the step in force", () => {
  // A straight line would be content with 73.4 here.
  expect([stateAt(75), stateAt(74), stateAt(73.4)]).toEqual(["on_track", "at_risk", "behind"]);
});

const aStart: LocalDay = "2026-10-01";

test("without steps it is the straight line, in days", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 500 }), (all, past) => {
      const goal = aGoal({ startsOn: aStart, deadline: addDays(aStart, all) });
      const line = Math.min(100, (100 * past) / (all + 1));
      expect(expectedAt(goal, addDays(aStart, past))).toBeCloseTo(line, 9);
    }),
  );
});

test("it meets every step on its day, never goes back, and is the same upside down", () => {
  const gains = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(gains, fc.integer({ min: 1, max: 40 }), (each, apart) => {
      fc.pre(each.at(-1)! > 0);
      const reached = each.map((_, at) => 50 + each.slice(0, at + 1).reduce((a, b) => a + b, 0));
      const last = reached.at(-1)!;
      const steps = reached
        .slice(0, -1)
        .map((target, at) => ({ target, until: addDays(aStart, apart * (at + 1)) }));
      const deadline = addDays(aStart, apart * each.length);
      const baseline = { value: 50, sample: 9, from: aStart, to: aStart };
      const goal = aGoal({ baseline, target: last, startsOn: aStart, deadline, steps });
      const mirrored = aGoal({
        ...goal,
        baseline: { ...baseline, value: -50 },
        target: -last,
        towards: "down",
        steps: steps.map(({ until, target }) => ({ until, target: -target })),
      });
      for (const { until, target } of steps) {
        const share = (100 * (target - 50)) / (last - 50);
        expect(expectedAt(goal, addDays(until, 1))).toBeCloseTo(share, 9);
      }
      let before = 0;
      for (let day = 0; day <= daysBetween(aStart, deadline) + 2; day += 1) {
        const now = expectedAt(goal, addDays(aStart, day));
        expect(now).toBeGreaterThanOrEqual(before - 1e-9);
        expect(expectedAt(mirrored, addDays(aStart, day))).toBeCloseTo(now, 9);
        before = now;
      }
      expect(before).toBe(100);
    }),
  );
});

const leftTowards = (target: number, deadline: LocalDay) =>
  stepsTowards(stepped, { target, deadline }).map((step) => step.target);

test("steps beyond another target or deadline fall away", () => {
  expect(leftTowards(85, "2027-01-31")).toEqual([75, 78]);
  expect(leftTowards(76, "2026-12-31")).toEqual([75]);
  expect(leftTowards(80, "2026-11-30")).toEqual([75]);
});
