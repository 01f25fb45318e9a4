import * as fc from "fast-check";
import { expect, test } from "vitest";
import { goalStates, severities } from "../../goals/goal.ts";
import { byPressure, type Standing } from "../../goals/pressure.ts";

type Named = Standing & { readonly name: string };

const standing = (name: string, change: Partial<Standing>): Named => ({
  name,
  goal: { severity: "normal", target: 80 },
  state: "behind",
  value: 70,
  progress: 30,
  expected: 50,
  ...change,
});

const namesOf = (all: readonly Named[]) => all.toSorted(byPressure).map(({ name }) => name);

test("severity × gap, by hand", () => {
  const all = [
    // 1 × 20, 2 × 20, 3 × 20.
    standing("low", { goal: { severity: "low", target: 80 } }),
    standing("normal", {}),
    standing("high", { goal: { severity: "high", target: 80 } }),
    // 2 × (100 − 60): its time is over.
    standing("missed", { state: "missed", progress: 60, expected: null }),
    // 2 × 100.
    standing("guardrail", { state: "guardrail_broken", progress: 120 }),
    // 2 × 12.5: ten of eighty.
    standing("kept", { progress: null, expected: null }),
    standing("at risk", { state: "at_risk", progress: 45 }),
    // 2 × 15: at 92 in a band that ends at 80.
    standing("above its band", {
      goal: { severity: "normal", target: 10, upTo: 80 },
      value: 92,
      progress: null,
      expected: null,
    }),
    // At most 2 × 200.
    standing("far", { state: "missed", progress: -5_000, expected: null }),
  ];
  expect(namesOf(all)).toEqual([
    "far",
    "guardrail",
    "missed",
    "high",
    "normal",
    "above its band",
    "kept",
    "low",
    "at risk",
  ]);
});

test("what needs nobody comes after, however heavy, and what is paused last", () => {
  const heavy = { goal: { severity: "high", target: 80 } } as const;
  const all = (["paused", "draft", "achieved", "on_track", "active"] as const).map((state) =>
    standing(state, { ...heavy, state }),
  );
  const slight = standing("slight", {
    goal: { severity: "low", target: 80 },
    progress: 49.9,
    state: "at_risk",
  });
  expect(namesOf([...all, slight])).toEqual([
    "slight",
    "active",
    "on_track",
    "achieved",
    "draft",
    "paused",
  ]);
});

const figure = fc.option(fc.double({ min: -300, max: 300, noNaN: true }));
const standings = fc.record({
  goal: fc.record({
    severity: fc.constantFrom(...severities),
    target: fc.double({ min: -100, max: 100, noNaN: true }),
  }),
  state: fc.constantFrom(...goalStates),
  value: figure,
  progress: figure,
  expected: figure,
});

test("is one order: the same whatever the order before, and never undecided by NaN", () => {
  fc.assert(
    fc.property(standings, standings, standings, (a, b, c) => {
      expect(byPressure(a, b) + byPressure(b, a)).toBe(0);
      const [once, again] = [[a, b, c].toSorted(byPressure), [c, a, b].toSorted(byPressure)];
      expect(once.map((each, place) => byPressure(each, again[place]!))).toEqual([0, 0, 0]);
      expect(byPressure(once[0]!, once[2]!)).toBeLessThanOrEqual(0);
    }),
  );
});
