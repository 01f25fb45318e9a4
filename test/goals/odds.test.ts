import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { neededFromNow, oddsOf } from "../../goals/odds.ts";

/** Numbers that look random and are the same every time. */
function dice(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const normal = (): number =>
    Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return { next, normal };
}

/** A figure of a desk, week after week: it swings around a level, and a good week lingers. */
function historyOf({ next, normal }: ReturnType<typeof dice>, weeks: number) {
  const level = 60 + 20 * next();
  const spread = 1 + 5 * next();
  const memory = 0.95 * next();
  const values: number[] = [];
  let swing = normal();
  for (let week = 0; week < weeks; week += 1) {
    values.push(level + spread * swing);
    swing = memory * swing + Math.sqrt(1 - memory * memory) * normal();
  }
  return { values, spread, level };
}

describe("the odds", () => {
  test("come true as often as they say, in every tenth", () => {
    const random = dice(7);
    const told = Array.from({ length: 10 }, () => ({ goals: 0, reached: 0, odds: 0 }));
    for (let goal = 0; goal < 24_000; goal += 1) {
      const ahead = 1 + Math.floor(12 * random.next());
      const { values, level, spread } = historyOf(random, 20 + ahead);
      const towards = random.next() < 0.5 ? "up" : "down";
      const target = level + spread * 4 * (random.next() - 0.5);
      const odds = oddsOf(values.slice(0, 20), { target, towards }, ahead)!;
      const end = values.at(-1)!;
      const tenth = told[Math.min(9, Math.floor(odds * 10))]!;
      tenth.goals += 1;
      tenth.odds += odds;
      tenth.reached += Number(towards === "up" ? end >= target : end <= target);
    }
    for (const { goals, reached, odds } of told) {
      expect(goals).toBeGreaterThan(1_000);
      expect(Math.abs(reached - odds) / goals).toBeLessThan(0.04);
    }
  });

  test("of one near 70 % are 66 to 74 %", () => {
    const random = dice(11);
    let [goals, reached] = [0, 0];
    while (goals < 1_500) {
      const { values, level, spread } = historyOf(random, 26);
      const target = level + spread * 3 * (random.next() - 0.5);
      const odds = oddsOf(values.slice(0, 20), { target, towards: "up" }, 6)!;
      if (odds < 0.68 || odds > 0.72) continue;
      goals += 1;
      reached += Number(values.at(-1)! >= target);
    }
    expect(reached / goals).toBeGreaterThan(0.66);
    expect(reached / goals).toBeLessThan(0.74);
  });

  test("far ahead are even at the level that the weeks swing around", () => {
    const weeks = [60, 62, 61, 59, 58, 60];
    expect(oddsOf(weeks, { target: 60, towards: "up" }, 1_000)).toBeCloseTo(0.5, 1);
  });

  const weeks = fc.array(
    fc.integer({ min: 400, max: 900 }).map((each) => each / 10),
    {
      minLength: 6,
      maxLength: 20,
    },
  );

  test("fall as the target rises, and both sides make one", () => {
    fc.assert(
      fc.property(
        weeks,
        fc.integer({ min: 30, max: 99 }),
        fc.integer({ min: 1, max: 40 }),
        (values, target, ahead) => {
          fc.pre(new Set(values).size > 1);
          const up = oddsOf(values, { target, towards: "up" }, ahead)!;
          expect(up).toBeGreaterThanOrEqual(0);
          expect(up).toBeLessThanOrEqual(1);
          const higher = oddsOf(values, { target: target + 1, towards: "up" }, ahead)!;
          expect(higher).toBeLessThanOrEqual(up + 1e-12);
          const down = oddsOf(values, { target, towards: "down" }, ahead)!;
          expect(up + down).toBeCloseTo(1, 9);
        },
      ),
    );
  });

  test("do not depend on the unit it is counted in", () => {
    fc.assert(
      fc.property(weeks, fc.integer({ min: 50, max: 80 }), (values, target) => {
        fc.pre(new Set(values).size > 1);
        const scaled = values.map((value) => 60 * value + 1_000);
        expect(oddsOf(scaled, { target: 60 * target + 1_000, towards: "up" }, 4)).toBeCloseTo(
          oddsOf(values, { target, towards: "up" }, 4)!,
          6,
        );
      }),
    );
  });

  test("need six weeks, a future, and pass over holes", () => {
    const five = [60, null, 62, 61, 59, null, 58];
    const aim = { target: 60, towards: "up" } as const;
    expect(oddsOf(five, aim, 3)).toBeNull();
    expect(oddsOf([...five, 60], aim, 0)).toBeNull();
    expect(oddsOf([...five, 60], aim, 3)).toBeGreaterThan(0.3);
    expect(oddsOf([70, 70, 70, 70, 70, 70], aim, 3)).toBe(1);
    expect(oddsOf([50, 50, 50, 50, 50, 50], aim, 3)).toBe(0);
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
