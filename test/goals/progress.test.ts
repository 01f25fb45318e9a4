import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Goal } from "../../goals/goal.ts";
import { expectedOf, progressOf, stateOf } from "../../goals/progress.ts";
import { addDays } from "../../src/periods/local-day.ts";
import type { LocalDay } from "../../src/periods/period.ts";
import { aGoal } from "../fixtures/goal.ts";

const fcr = aGoal({ baseline: baselineOf(70), target: 80, towards: "up" });
const frt = aGoal({
  kpi: "first_response_time",
  baseline: baselineOf(7200),
  target: 3600,
  towards: "down",
});

function baselineOf(value: number): Goal["baseline"] {
  return { value, sample: 100, from: "2026-09-21", to: "2026-09-27" };
}

describe("progress", () => {
  test("is the share of the way from the baseline to the target, in either direction", () => {
    expect(progressOf(fcr, 75)).toBe(50);
    expect(progressOf(fcr, 82)).toBe(120);
    expect(progressOf(fcr, 69)).toBe(-10);
    expect(progressOf(frt, 5400)).toBe(50);
    expect(progressOf(frt, 9000)).toBe(-50);
  });

  test("says nothing without a baseline or a value", () => {
    expect(progressOf(aGoal({ baseline: null }), 75)).toBeNull();
    expect(progressOf(fcr, null)).toBeNull();
  });

  test("does not change when the scale is turned upside down", () => {
    fc.assert(
      fc.property(figure(), figure(), figure(), (from, to, now) => {
        fc.pre(from !== to);
        const up = progressOf(aGoal({ baseline: baselineOf(from), target: to }), now);
        const down = progressOf(aGoal({ baseline: baselineOf(-from), target: -to }), -now);
        expect(down).toBeCloseTo(up ?? Number.NaN, 9);
      }),
    );
  });

  test("is 0 at the baseline, 100 at the target and grows towards it", () => {
    fc.assert(
      fc.property(figure(), figure(), fc.integer({ min: 1, max: 99 }), (from, to, percent) => {
        fc.pre(Math.abs(from - to) > 1e-3);
        const goal = aGoal({ baseline: baselineOf(from), target: to });
        expect(progressOf(goal, from)).toBeCloseTo(0, 9);
        expect(progressOf(goal, to)).toBeCloseTo(100, 9);
        expect(progressOf(goal, from + ((to - from) * percent) / 100)).toBeCloseTo(percent, 6);
      }),
    );
  });
});

describe("the straight line", () => {
  test("is 0 on the first day, 100 after the deadline, and half in the middle", () => {
    const goal = aGoal({ startsOn: "2026-10-01", deadline: "2026-10-20" });
    expect(expectedOf(goal, "2026-10-01")).toBe(0);
    expect(expectedOf(goal, "2026-10-11")).toBe(50);
    expect(expectedOf(goal, "2026-10-21")).toBe(100);
  });

  test("stays within 0 and 100 and never goes back", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: -60, max: 500 }),
        (length, day) => {
          const startsOn: LocalDay = "2026-01-15";
          const goal = aGoal({ startsOn, deadline: addDays(startsOn, length) });
          const today = expectedOf(goal, addDays(startsOn, day));
          expect(today).toBeGreaterThanOrEqual(0);
          expect(today).toBeLessThanOrEqual(100);
          expect(expectedOf(goal, addDays(startsOn, day + 1))).toBeGreaterThanOrEqual(today);
        },
      ),
    );
  });
});

describe("the state", () => {
  const goal = aGoal({
    baseline: baselineOf(70),
    target: 80,
    towards: "up",
    startsOn: "2026-10-01",
    deadline: "2026-10-20",
  });
  const halfway = { measuredTo: "2026-10-11", today: "2026-10-12" } as const;
  const after = { measuredTo: "2026-10-21", today: "2026-10-22" } as const;

  test.each([
    ["on_track", 75],
    ["on_track", 79],
    ["at_risk", 74.9],
    ["at_risk", 74],
    ["behind", 73.9],
    ["behind", 60],
    ["achieved", 80],
    ["achieved", 93],
  ] as const)("halfway to the deadline is %s at %d", (state, value) => {
    expect(stateOf(goal, { value, ...halfway })).toBe(state);
  });

  test("after the deadline is achieved or missed, nothing between", () => {
    expect(stateOf(goal, { value: 80, ...after })).toBe("achieved");
    expect(stateOf(goal, { value: 80, ...after, brokenGuardrails: 1 })).toBe("guardrail_broken");
    expect(stateOf(goal, { value: 79, ...after, brokenGuardrails: 1 })).toBe("missed");
    expect(stateOf(goal, { value: 79.99, ...after })).toBe("missed");
  });

  test("what people said comes first, and data that end early say nothing", () => {
    const paused = aGoal({ ...goal, paused: true });
    expect(stateOf(paused, { value: 60, ...halfway })).toBe("paused");
    expect(stateOf({ ...paused, draft: true }, { value: 60, ...after })).toBe("draft");
    expect(stateOf({ ...paused, draft: true, archived: true }, { value: 60, ...after })).toBe(
      "archived",
    );
    for (const value of [60, 75, 93]) {
      expect(stateOf(goal, { value, ...halfway, isCurrent: false })).toBe("active");
      expect(stateOf(goal, { value, ...after, isCurrent: false })).toBe("active");
    }
  });

  test("on the day of the deadline the goal still runs", () => {
    expect(stateOf(goal, { value: 79, measuredTo: "2026-10-19", today: "2026-10-20" })).not.toBe(
      "missed",
    );
  });

  test("without data or without a baseline there is nothing to judge", () => {
    expect(stateOf(goal, { value: null, ...halfway })).toBe("active");
    expect(stateOf(aGoal({ baseline: null, target: 80 }), { value: 70, ...halfway })).toBe(
      "active",
    );
  });

  test("a goal to keep is on track as long as it holds, and achieved only at its end", () => {
    const keep = aGoal({ ...goal, direction: "keep" });
    expect(stateOf(keep, { value: 80, ...halfway })).toBe("on_track");
    expect(stateOf(keep, { value: 79.9, ...halfway })).toBe("behind");
    expect(stateOf(keep, { value: 80, ...after })).toBe("achieved");
  });

  describe("by each rule, of any goal", () => {
    const days = fc.record({
      length: fc.integer({ min: 1, max: 300 }),
      passed: fc.integer({ min: 0, max: 320 }),
    });
    const drawn = fc.record({
      from: fc.integer({ min: -100, max: 100 }),
      to: fc.integer({ min: -100, max: 100 }),
      value: fc.integer({ min: -150, max: 150 }),
      days,
      brokenGuardrails: fc.integer({ min: 0, max: 2 }),
      direction: fc.constantFrom("reach", "keep"),
    });
    type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;
    const startsOn: LocalDay = "2026-01-15";
    const goalOf = ({ from, to, days: { length }, direction }: Drawn) =>
      aGoal({
        baseline: baselineOf(from),
        target: to,
        towards: to > from ? "up" : "down",
        direction,
        startsOn,
        deadline: addDays(startsOn, length - 1),
      });
    const standingOf = ({ value, days: { passed }, brokenGuardrails }: Drawn) => ({
      value,
      measuredTo: addDays(startsOn, passed),
      today: addDays(startsOn, passed),
      brokenGuardrails,
    });
    /** The rules once more, in whole numbers: how far the way is, counted in days of the line. */
    function expectedState({ from, to, value, days: { length, passed }, ...rest }: Drawn) {
      const sign = to > from ? 1 : -1;
      const isThere = sign * (value - to) >= 0;
      const achieved = rest.brokenGuardrails > 0 ? "guardrail_broken" : "achieved";
      if (passed >= length) return isThere ? achieved : "missed";
      if (rest.direction === "keep") return isThere ? "on_track" : "behind";
      if (isThere) return achieved;
      if (passed === 0) return "active";
      const way = Math.abs(to - from) * length;
      const short = Math.abs(to - from) * passed - sign * (value - from) * length;
      if (short <= 0) return "on_track";
      return 10 * short <= way ? "at_risk" : "behind";
    }

    test("it is what the rules say", () => {
      const seen = new Set<string>();
      fc.assert(
        fc.property(drawn, (each) => {
          fc.pre(each.from !== each.to);
          const state = stateOf(goalOf(each), standingOf(each));
          seen.add(state);
          // Where the line is hit within a rounding of the last digit, either side is right.
          const gap = Math.abs(
            (expectedOf(goalOf(each), standingOf(each).measuredTo) -
              (progressOf(goalOf(each), each.value) ?? 0)) %
              10,
          );
          fc.pre(each.direction === "keep" || (gap > 1e-9 && gap < 10 - 1e-9));
          expect(state).toBe(expectedState(each));
        }),
        { numRuns: 2_000, seed: 20_261_126 },
      );
      expect(seen.size).toBe(7);
    });

    test("nothing is judged of what is put away, has no data, or data that end too early", () => {
      fc.assert(
        fc.property(drawn, (each) => {
          const goal = goalOf(each);
          const standing = standingOf(each);
          expect(stateOf({ ...goal, archived: true, paused: true }, standing)).toBe("archived");
          expect(stateOf({ ...goal, paused: true }, standing)).toBe("paused");
          expect(stateOf({ ...goal, draft: true }, standing)).toBe("draft");
          expect(stateOf(goal, { ...standing, value: null })).toBe("active");
          expect(stateOf(goal, { ...standing, isCurrent: false })).toBe("active");
        }),
      );
    });

    test("without a baseline only what is met, missed or to keep is judged", () => {
      fc.assert(
        fc.property(drawn, (each) => {
          fc.pre(each.from !== each.to);
          const wanted = expectedState(each);
          const isOnTheWay =
            each.direction === "reach" && ["on_track", "at_risk", "behind"].includes(wanted);
          expect(stateOf({ ...goalOf(each), baseline: null }, standingOf(each))).toBe(
            isOnTheWay ? "active" : wanted,
          );
        }),
      );
    });

    test("a guardrail changes nothing but what is achieved", () => {
      fc.assert(
        fc.property(drawn, (each) => {
          fc.pre(each.from !== each.to);
          const sound = stateOf(goalOf(each), { ...standingOf(each), brokenGuardrails: 0 });
          const broken = stateOf(goalOf(each), { ...standingOf(each), brokenGuardrails: 1 });
          expect(broken).toBe(sound === "achieved" ? "guardrail_broken" : sound);
        }),
      );
    });
  });

  test("a better value never makes the state worse", () => {
    const rank = {
      archived: 0,
      draft: 0,
      paused: 0,
      missed: 0,
      behind: 0,
      at_risk: 1,
      active: 1,
      on_track: 2,
      achieved: 3,
      guardrail_broken: 3,
    };
    fc.assert(
      fc.property(
        figure(),
        figure(),
        figure(),
        fc.boolean(),
        fc.boolean(),
        (a, b, target, isUp, isOver) => {
          const baseline = isUp ? target - 10 : target + 10;
          const each = aGoal({
            ...goal,
            baseline: baselineOf(baseline),
            target,
            towards: isUp ? "up" : "down",
          });
          const [worse, better] = isUp
            ? [Math.min(a, b), Math.max(a, b)]
            : [Math.max(a, b), Math.min(a, b)];
          const when = isOver ? after : halfway;
          const rankOf = (value: number) => rank[stateOf(each, { value, ...when })];
          expect(rankOf(better)).toBeGreaterThanOrEqual(rankOf(worse));
        },
      ),
    );
  });
});

function figure() {
  return fc
    .double({ min: -1e6, max: 1e6, noNaN: true })
    .map((each) => Math.round(each * 1e4) / 1e4);
}
