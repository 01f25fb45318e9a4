import { array, assert, constantFrom, integer, option, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { gainsOf, gainsOver, weeksUntil } from "../../goals/gains.ts";

const rising = (weeks: number, by: number) => Array.from({ length: weeks }, (_, week) => week * by);

const middle = (values: number[]): number => {
  const rest = values.toSorted((a, b) => a - b);
  while (rest.length > 2) {
    rest.pop();
    rest.shift();
  }
  return rest.reduce((sum, value) => sum + value, 0) / rest.length;
};

/** The rule once more, as one would do it by hand with a list and a pencil. */
function byHand(weeks: readonly (number | null)[], apart: number, towards: "up" | "down") {
  const all: number[] = [];
  for (let end = apart; end < weeks.length; end += 1) {
    const sides = [end - apart, end].map((last) => {
      const four: number[] = [];
      for (let week = last; week > last - 4 && week >= 0; week -= 1) {
        const value = weeks[week];
        if (typeof value === "number") four.push(value);
      }
      return four.length >= 3 ? middle(four) : null;
    });
    const [before, after] = sides;
    if (before === null || after === null) continue;
    all.push(towards === "up" ? after! - before! : before! - after!);
  }
  if (all.length < 6) return null;
  let best = all[0]!;
  for (const each of all) if (each > best) best = each;
  return { weeks: apart, best, typical: middle(all) };
}

describe("gains", () => {
  test("of a steady rise are what it rises in that time, and its loss for who wants less", () => {
    expect(gainsOf(rising(104, 0.5), 12, "up")).toEqual({ weeks: 12, best: 6, typical: 6 });
    // The first level is one of three weeks, and so half a week nearer.
    expect(gainsOf(rising(104, 0.5), 12, "down")).toEqual({ weeks: 12, best: -5.75, typical: -6 });
  });

  test("are the same as by hand, whatever the history", () => {
    const value = option(integer({ min: -100, max: 100 }), { nil: null, freq: 5 });
    assert(
      property(
        array(value, { maxLength: 110 }),
        integer({ min: 4, max: 52 }),
        constantFrom("up" as const, "down" as const),
        (weeks, apart, towards) => {
          const found = gainsOf(weeks, apart, towards);
          const expected = byHand(weeks, apart, towards);
          expect(found === null).toBe(expected === null);
          expect(found?.best ?? 0).toBeCloseTo(expected?.best ?? 0, 9);
          expect(found?.typical ?? 0).toBeCloseTo(expected?.typical ?? 0, 9);
        },
      ),
    );
  });

  test("are not moved by one odd week", () => {
    const level = Array.from({ length: 60 }, () => 70);
    expect(gainsOf(level.with(30, 100), 12, "up")).toEqual({ weeks: 12, best: 0, typical: 0 });
  });

  test("are unknown of a short history, and of a stretch shorter than a level", () => {
    // Levels from the third week on, and six pairs of them.
    expect(gainsOf(rising(2 + 12 + 6, 1), 12, "up")).not.toBeNull();
    expect(gainsOf(rising(2 + 12 + 5, 1), 12, "up")).toBeNull();
    expect(gainsOf(rising(104, 1), 3, "up")).toBeNull();
    expect(gainsOf([], 12, "up")).toBeNull();
  });

  test.each([
    [null, 12],
    [1, 4],
    [26, 26],
    [200, 52],
  ])("over %s weeks are looked for over %s", (length, weeks) => {
    expect(gainsOver(rising(104, 1), length, "up")?.weeks).toBe(weeks);
  });

  test("over more weeks than the history has are those over twelve", () => {
    expect(gainsOver(rising(30, 1), 40, "up")).toEqual({ weeks: 12, best: 12, typical: 12 });
    expect(gainsOver(rising(10, 1), 40, "up")).toBeNull();
  });
});

test("weeks until a day are whole ones, rounded", () => {
  expect(weeksUntil("2026-11-18", "2027-02-17")).toBe(13);
  expect(weeksUntil("2026-11-18", "2026-11-20")).toBe(0);
});
