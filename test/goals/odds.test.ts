import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { neededFromNow } from "../../goals/needed.ts";
import { oddsOf } from "../../goals/odds.ts";
import { weeksLeft } from "../../goals/weeks-left.ts";
import { weekdayOf } from "../../src/periods/calendar-unit.ts";
import type { LocalDay } from "../../src/periods/period.ts";
import { dice } from "./dice.ts";

/**
 * A figure of a desk, week after week: it swings around a level, and a good week lingers. Of a real
 * one the level drifts a little, and the weeks have the noise of what is counted.
 */
function historyOf({ next, normal }: ReturnType<typeof dice>, weeks: number, isReal = false) {
  const level = 60 + 20 * next();
  const spread = 1 + 5 * next();
  const memory = 0.95 * next();
  const drift = isReal ? 0.1 * (next() - 0.5) : 0;
  const counted = 30 + 120 * next();
  const values: number[] = [];
  let swing = normal();
  for (let week = 0; week < weeks; week += 1) {
    const mean = level + drift * spread * (week - 20) + spread * swing;
    // So many are counted in a week that chance moves the figure by some points.
    values.push(mean + (isReal ? (45 / Math.sqrt(counted)) * normal() : 0));
    swing = memory * swing + Math.sqrt(1 - memory * memory) * normal();
  }
  return { values, spread, level };
}

const history = fc.array(
  fc.integer({ min: 400, max: 900 }).map((each) => each / 10),
  { minLength: 6, maxLength: 20 },
);

describe("the odds", () => {
  test.each([
    ["that only swing", false],
    ["that drift too, and are counted", true],
  ])("come true as often as they say, in every tenth, of figures %s", (_name, isReal) => {
    const random = dice(7);
    const told = Array.from({ length: 10 }, () => ({ goals: 0, reached: 0, odds: 0 }));
    for (let goal = 0; goal < 24_000; goal += 1) {
      const ahead = 1 + Math.floor(12 * random.next());
      const { values, level, spread } = historyOf(random, 20 + ahead, isReal);
      const towards = random.next() < 0.5 ? "up" : "down";
      const target = level + spread * (isReal ? 6 : 4) * (random.next() - 0.5);
      const odds = oddsOf(values.slice(0, 20), { target, towards, direction: "reach" }, ahead)!;
      const end = values.at(-1)!;
      const tenth = told[Math.min(9, Math.floor(odds * 10))]!;
      tenth.goals += 1;
      tenth.odds += odds;
      tenth.reached += Number(towards === "up" ? end >= target : end <= target);
    }
    for (const { goals, reached, odds } of told) {
      expect(goals).toBeGreaterThan(700);
      expect(Math.abs(reached - odds) / goals).toBeLessThan(0.04);
    }
  });

  test("of one near 70 % are 66 to 74 %", () => {
    const random = dice(11);
    let [goals, reached] = [0, 0];
    while (goals < 2_000) {
      const { values, level, spread } = historyOf(random, 26);
      const target = level + spread * (1.4 * random.next() - 1.2);
      const odds = oddsOf(values.slice(0, 20), { target, towards: "up", direction: "reach" }, 6)!;
      if (odds < 0.68 || odds > 0.72) continue;
      goals += 1;
      reached += Number(values.at(-1)! >= target);
    }
    expect(reached / goals).toBeGreaterThan(0.66);
    expect(reached / goals).toBeLessThan(0.74);
  });

  test("far ahead are even at the level that the weeks swing around", () => {
    const weeks = [60, 62, 61, 59, 58, 60];
    expect(oddsOf(weeks, { target: 60, towards: "up", direction: "reach" }, 1_000)).toBeCloseTo(
      0.5,
      1,
    );
  });

  test("fall as the target rises, and both sides make one", () => {
    fc.assert(
      fc.property(
        history,
        fc.integer({ min: 30, max: 99 }),
        fc.integer({ min: 1, max: 40 }),
        (values, target, ahead) => {
          fc.pre(new Set(values).size > 1);
          const up = oddsOf(values, { target, towards: "up", direction: "reach" }, ahead)!;
          expect(up).toBeGreaterThanOrEqual(0);
          expect(up).toBeLessThanOrEqual(1);
          const higher = oddsOf(
            values,
            { target: target + 1, towards: "up", direction: "reach" },
            ahead,
          )!;
          expect(higher).toBeLessThanOrEqual(up + 1e-12);
          const down = oddsOf(values, { target, towards: "down", direction: "reach" }, ahead)!;
          expect(up + down).toBeCloseTo(1, 9);
        },
      ),
    );
  });

  test("do not depend on the unit it is counted in", () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 50, max: 80 }), (values, target) => {
        fc.pre(new Set(values).size > 1);
        const scaled = values.map((value) => 60 * value + 1_000);
        expect(
          oddsOf(scaled, { target: 60 * target + 1_000, towards: "up", direction: "reach" }, 4),
        ).toBeCloseTo(oddsOf(values, { target, towards: "up", direction: "reach" }, 4)!, 6);
      }),
    );
  });

  test("need six weeks, a future, and pass over holes", () => {
    const five = [60, null, 62, 61, 59, null, 58];
    const aim = { target: 60, towards: "up", direction: "reach" } as const;
    expect(oddsOf(five, aim, 3)).toBeNull();
    expect(oddsOf([...five, 60], aim, 0)).toBeNull();
    expect(oddsOf([...five, 60], aim, 3)).toBeGreaterThan(0.3);
    expect(oddsOf([70, 70, 70, 70, 70, 70], aim, 3)).toBe(1);
    expect(oddsOf([50, 50, 50, 50, 50, 50], aim, 3)).toBe(0);
  });
});

const swinging = [62, 61, 63, 62, 60.5, 62.5, 63, 61.5];

describe("the odds to keep a level", () => {
  test("come true as often as they say, in every tenth", () => {
    const random = dice(5);
    const told = Array.from({ length: 10 }, () => ({ goals: 0, held: 0, odds: 0 }));
    for (let goal = 0; goal < 1_800; goal += 1) {
      const ahead = 1 + Math.floor(12 * random.next());
      const { values, level, spread } = historyOf(random, 20 + ahead);
      const towards = random.next() < 0.5 ? "up" : "down";
      const easier = spread * (4.5 * random.next() - 0.5);
      const target = towards === "up" ? level - easier : level + easier;
      const odds = oddsOf(values.slice(0, 20), { target, towards, direction: "keep" }, ahead)!;
      const tenth = told[Math.min(9, Math.floor(odds * 10))]!;
      tenth.goals += 1;
      tenth.odds += odds;
      tenth.held += Number(
        values.slice(20).every((value) => (towards === "up" ? value >= target : value <= target)),
      );
    }
    for (const { goals, held, odds } of told) {
      expect(goals).toBeGreaterThan(50);
      expect(Math.abs(held - odds) / goals).toBeLessThan(0.1);
    }
  });

  test("are those of reaching it where one week is left, and fall with every week", () => {
    fc.assert(
      fc.property(
        history,
        fc.integer({ min: 40, max: 90 }),
        fc.constantFrom("up", "down"),
        (values, target, towards) => {
          fc.pre(new Set(values).size > 1);
          const keep = (ahead: number) =>
            oddsOf(values, { target, towards, direction: "keep" }, ahead)!;
          const reach = oddsOf(values, { target, towards, direction: "reach" }, 1)!;
          expect(Math.abs(keep(1) - reach)).toBeLessThan(0.04);
          for (const ahead of [1, 2, 3, 8])
            expect(keep(ahead + 1)).toBeLessThan(keep(ahead) + 0.04);
        },
      ),
      { numRuns: 30 },
    );
  });

  test("never fall for an easier target, and are sure where nothing ever moved", () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 40, max: 90 }), (values, target) => {
        fc.pre(new Set(values).size > 1);
        const at = (each: number) =>
          oddsOf(values, { target: each, towards: "up", direction: "keep" }, 5.4)!;
        expect(at(target)).toBeGreaterThanOrEqual(at(target + 1));
      }),
      { numRuns: 30 },
    );
    const band = (upTo: number) =>
      oddsOf(swinging, { target: 60, upTo, towards: "up", direction: "keep" }, 4)!;
    const above = oddsOf(swinging, { target: 60, towards: "up", direction: "keep" }, 4)!;
    const below = oddsOf(swinging, { target: 64, towards: "down", direction: "keep" }, 4)!;
    expect(band(64)).toBeLessThanOrEqual(Math.min(above, below));
    expect(band(64)).toBeGreaterThanOrEqual(above + below - 1);
    expect(band(1_000)).toBe(above);
    const still = [70, 70, 70, 70, 70, 70];
    expect(oddsOf(still, { target: 70, towards: "up", direction: "keep" }, 9)).toBe(1);
    expect(oddsOf(still, { target: 71, towards: "up", direction: "keep" }, 9)).toBe(0);
  });
});

const monday: LocalDay = "2026-11-16";
const mondayToFriday = (day: LocalDay) => weekdayOf(day) <= 5;
const withHoliday = (day: LocalDay) => mondayToFriday(day) && day !== "2026-11-11";
const closedSoon = (day: LocalDay) => mondayToFriday(day) && day < "2026-11-23";

describe("the weeks left", () => {
  test("are working days, by those of a full week", () => {
    expect(weeksLeft(monday, "2026-11-29", mondayToFriday)).toBe(2);
    expect(weeksLeft(monday, "2026-11-27", mondayToFriday)).toBe(2);
    expect(weeksLeft(monday, "2026-11-18", mondayToFriday)).toBeCloseTo(0.6);
    expect(weeksLeft(monday, "2026-12-31", closedSoon)).toBe(1);
  });

  test("a holiday of late does not make the weeks ahead longer", () => {
    expect(weeksLeft(monday, "2026-11-29", withHoliday)).toBe(2);
  });

  test("are days where nobody ever works, and none after the deadline", () => {
    expect(weeksLeft(monday, "2026-11-29", () => false)).toBe(2);
    expect(weeksLeft(monday, "2026-11-15", mondayToFriday)).toBe(0);
  });
});

describe("what is needed from now on", () => {
  test("brings the whole time to the target, exactly", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 90 }),
        fc.integer({ min: 1, max: 90 }),
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 0, max: 100 }),
        (daysPast, daysLeft, value, target) => {
          const needed = neededFromNow({ value, daysPast, daysLeft }, target)!;
          // Ten a day, day after day.
          let [part, whole] = [0, 0];
          for (let day = 0; day < daysPast + daysLeft; day += 1) {
            part += 10 * (day < daysPast ? value : needed);
            whole += 10;
          }
          expect(part / whole).toBeCloseTo(target, 6);
        },
      ),
    );
  });

  test("30 days at 75 % and 15 to go want 90 % for 80 %", () => {
    expect(neededFromNow({ value: 75, daysPast: 30, daysLeft: 15 }, 80)).toBe(90);
    expect(neededFromNow({ value: 75, daysPast: 0, daysLeft: 15 }, 80)).toBeNull();
    expect(neededFromNow({ value: 75, daysPast: 30, daysLeft: 0 }, 80)).toBeNull();
  });
});
