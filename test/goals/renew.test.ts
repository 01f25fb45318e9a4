import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nextTerm } from "../../goals/renew.ts";
import { addDays, daysBetween } from "../../src/periods/local-day.ts";
import type { LocalDay } from "../../src/periods/period.ts";
import { aGoal } from "../fixtures/goal.ts";

const last = (value: number) =>
  ({ value, sample: 100, from: "2026-10-25", to: "2026-10-31" }) as const;
const goal = aGoal({
  target: 80,
  deadline: "2026-10-31",
  renews: { every: "month", stepPercent: 0 },
});
const percent = fc.integer({ min: 0, max: 100 });

describe("the next term", () => {
  test.each([
    ["2026-10-31", "month", "2026-11-30"],
    ["2026-02-28", "month", "2026-03-31"],
    ["2026-11-15", "month", "2026-12-15"],
    ["2027-01-30", "month", "2027-02-28"],
    ["2026-12-31", "quarter", "2027-03-31"],
    ["2026-11-30", "quarter", "2027-02-28"],
    ["2026-11-15", "quarter", "2027-02-15"],
  ] as const)("after %s lasts a %s, to %s", (deadline, every, wanted) => {
    const each = { ...goal, deadline, renews: { every, stepPercent: 0 } };
    expect(nextTerm(each, null, addDays(deadline, 1))).toMatchObject({
      startsOn: addDays(deadline, 1),
      deadline: wanted,
    });
  });

  test("is the one that runs today, without a gap, however long nobody looked", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 800 }),
        fc.integer({ min: 1, max: 700 }),
        fc.constantFrom("month", "quarter"),
        (day, later, every) => {
          const deadline: LocalDay = addDays("2026-01-01", day);
          const today = addDays(deadline, later);
          const each = { ...goal, deadline, renews: { every, stepPercent: 0 } };
          const next = nextTerm(each, null, today)!;
          expect(next.startsOn <= today && today <= next.deadline).toBe(true);
          const length = daysBetween(next.startsOn, next.deadline) + 1;
          expect(length).toBeGreaterThanOrEqual(every === "month" ? 28 : 89);
          expect(length).toBeLessThanOrEqual(every === "month" ? 31 : 92);
        },
      ),
    );
  });

  test("keeps a target that was missed, and moves one that was reached by its step", () => {
    fc.assert(
      fc.property(percent, percent, fc.integer({ min: 0, max: 50 }), (target, value, step) => {
        for (const towards of ["up", "down"] as const) {
          const each = {
            ...goal,
            target,
            towards,
            renews: { every: "month", stepPercent: step },
          } as const;
          const isReached = towards === "up" ? value >= target : value <= target;
          const moved = towards === "up" ? target * (1 + step / 100) : target * (1 - step / 100);
          const wanted = isReached ? Math.min(100, Math.max(0, moved)) : target;
          const next = nextTerm(each, last(value), "2026-11-01")!;
          expect(next.target).toBeCloseTo(wanted, 8);
          // What is there already is to be kept: a straight line to it would lead the wrong way.
          const isThere = towards === "up" ? value >= next.target : value <= next.target;
          expect(next.direction).toBe(isThere ? "keep" : "reach");
        }
      }),
    );
  });

  test("keeps a band as it is", () => {
    const band = {
      ...goal,
      direction: "keep",
      upTo: 90,
      renews: { every: "month", stepPercent: 10 },
    } as const;
    for (const value of [70, 85, 95]) {
      const next = nextTerm(band, last(value), "2026-11-01");
      expect(next).toMatchObject({ target: 80, direction: "keep" });
    }
  });

  test("is none of a goal that ends, and keeps the target where nobody knows how it ended", () => {
    const { renews: _, ...ending } = goal;
    expect(nextTerm(ending, last(90), "2026-11-01")).toBeNull();
    const stepping = { ...goal, renews: { every: "month", stepPercent: 10 } } as const;
    expect(nextTerm(stepping, null, "2026-11-01")).toMatchObject({
      target: 80,
      baseline: null,
      direction: "reach",
    });
    expect(nextTerm(stepping, last(85), "2026-11-01")).toMatchObject({
      target: 88,
      direction: "reach",
      baseline: { value: 85 },
    });
  });
});
