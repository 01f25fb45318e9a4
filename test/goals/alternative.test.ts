import { assert, constantFrom, integer, property } from "fast-check";
import { describe, expect, test } from "vitest";
import {
  alternativeTo,
  isBeyondBest,
  monthlySteps,
  targetAtBest,
  type Ask,
} from "../../goals/alternative.ts";

const range = { low: -Infinity, high: Infinity };
const gainsUntil = () => null;
const everyDay = { range, isWorkday: () => true, gainsUntil };
const isNoWeekend = (day: string) => !["2027-01-16", "2027-01-17"].includes(day);
/** Six points in twelve weeks, and no more than seven in any longer time. */
const slower = (day: string) => ({
  weeks: Math.min(52, Math.round((Date.parse(day) - Date.parse("2026-08-01")) / 604_800_000)),
  best: 7,
  typical: 1,
});
const ask = (change: Partial<Ask> = {}): Ask => ({
  unit: "percent",
  baseline: 68,
  target: 80,
  towards: "up",
  today: "2026-08-01",
  deadline: "2026-10-24",
  ...change,
});
/** Twelve weeks lie between the two days. */
const gains = { weeks: 12, best: 6, typical: 1 };

describe("the alternative", () => {
  test("is the target at the best pace, or the day on which that pace gets there", () => {
    // 12 points at 6 in 84 days: 168 days after 1 August.
    expect(alternativeTo(ask(), gains, everyDay)).toEqual({ target: 74, deadline: "2027-01-16" });
  });

  test("is a working day", () => {
    expect(alternativeTo(ask(), gains, { ...everyDay, isWorkday: isNoWeekend })?.deadline).toBe(
      "2027-01-18",
    );
  });

  test("is a day that the best pace over as long a time reaches, not that of twelve weeks", () => {
    const found = alternativeTo(ask(), gains, { ...everyDay, gainsUntil: slower });
    // Twelve points at seven in 52 weeks are 624 days.
    expect(found).toEqual({ target: 74, deadline: "2028-04-16" });
    const kept = isBeyondBest(ask({ deadline: "2028-04-16" }), slower("2028-04-16"));
    expect(kept).toBe(false);
  });

  test("is none where the best pace gets there in time", () => {
    expect(alternativeTo(ask({ target: 74 }), gains, everyDay)).toBeNull();
    expect(isBeyondBest(ask({ target: 74 }), gains)).toBe(false);
    expect(isBeyondBest(ask({ target: 74.1 }), gains)).toBe(true);
  });

  test("is nothing to name where it never got better", () => {
    const none = { target: null, deadline: null };
    expect(alternativeTo(ask(), { ...gains, best: 0 }, everyDay)).toEqual(none);
    expect(alternativeTo(ask(), { ...gains, best: -3 }, everyDay)).toEqual(none);
  });

  test("never passes the end of the scale", () => {
    const course = ask({ baseline: 97 });
    expect(targetAtBest(course, gains, { low: 0, high: 100 })).toBe(100);
    expect(targetAtBest(ask({ baseline: 100 }), gains, { low: 0, high: 100 })).toBeNull();
  });

  test("names no day that is too far to steer by", () => {
    expect(alternativeTo(ask(), { ...gains, best: 0.1 }, everyDay)?.deadline).toBeNull();
  });

  test.each([
    ["a time in minutes", { unit: "seconds", baseline: 7_200, target: 600 }, 1_500, 5_760],
    ["a time in seconds", { unit: "seconds", baseline: 45, target: 10 }, 7, 38],
    ["a count as a whole", { unit: "count", baseline: 40, target: 10 }, 6.9, 34],
    ["money in cents", { unit: "money", baseline: 4.2, target: 2 }, 0.33, 3.87],
    ["a percentage in halves", { unit: "percent", baseline: 20, target: 1 }, 3, 17],
  ] as const)("is rounded as people would: %s", (_name, change, best, target) => {
    const down = ask({ ...change, towards: "down" });
    expect(alternativeTo(down, { ...gains, best }, everyDay)?.target).toBe(target);
  });

  test("never asks more than the pace gives, and keeps most of it", () => {
    const units = ["percent", "points", "seconds", "score", "money", "ratio", "per_hour"] as const;
    assert(
      property(
        constantFrom(...units),
        constantFrom("up" as const, "down" as const),
        integer({ min: -500, max: 5_000 }),
        integer({ min: 8, max: 400 }),
        integer({ min: 7, max: 700 }),
        (unit, towards, tenths, best, days) => {
          const sign = towards === "up" ? 1 : -1;
          const baseline = tenths / 10;
          const deadline = new Date(Date.UTC(2026, 7, 1 + days)).toISOString().slice(0, 10);
          const asked = ask({
            unit,
            towards,
            baseline,
            target: baseline + sign * 1e6,
            deadline: deadline as Ask["deadline"],
          });
          const found = alternativeTo(asked, { ...gains, best }, everyDay);
          const pace = (best * days) / 84;
          const gained = sign * ((found?.target ?? baseline) - baseline);
          expect(gained).toBeLessThanOrEqual(pace + 1e-6);
          // Nothing is offered where a tenth of the gain is less than a number that people name.
          expect(gained).toBeGreaterThan(0.9 * pace - 1.01);
        },
      ),
    );
  });

  test("gives a day on which the pace reaches the target, and not the day before", () => {
    assert(
      property(integer({ min: 1, max: 60 }), integer({ min: 5, max: 60 }), (best, more) => {
        const asked = ask({ baseline: 20, target: 20 + more });
        const found = alternativeTo(asked, { ...gains, best }, everyDay);
        if (found === null || found.deadline === null) return;
        const at = (Date.parse(found.deadline) - Date.parse("2026-08-01")) / 86_400_000;
        expect((best * at) / 84).toBeGreaterThanOrEqual(more - 1e-9);
        expect((best * (at - 1)) / 84).toBeLessThan(more);
      }),
    );
  });
});

describe("monthly steps", () => {
  test("lead in equal parts to the target itself", () => {
    const asked = ask({ baseline: 68, target: 80, deadline: "2026-11-15" });
    expect(monthlySteps(asked)).toEqual([72, 76, 80]);
    expect(monthlySteps({ ...asked, towards: "down", target: 59 })).toEqual([65, 62, 59]);
  });

  test("are none for a month, and none for more than half a year", () => {
    expect(monthlySteps(ask({ deadline: "2026-09-30" }))).toEqual([]);
    expect(monthlySteps(ask({ deadline: "2026-10-01" }))).toHaveLength(2);
    expect(monthlySteps(ask({ deadline: "2027-02-28" }))).toHaveLength(6);
    expect(monthlySteps(ask({ deadline: "2027-03-01" }))).toEqual([]);
  });
});
