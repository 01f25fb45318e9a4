import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dueCheckpoint, hasCheckedIn, remindersOf } from "../../goals/reminders.ts";
import { weekdayOf } from "../../src/periods/calendar-unit.ts";
import { addDays, daysBetween } from "../../src/periods/local-day.ts";
import type { LocalDay } from "../../src/periods/period.ts";
import { aGoal } from "../fixtures/goal.ts";

const zone = "Europe/Berlin";
const start: LocalDay = "2026-10-01";
const isWorkday = (day: LocalDay) => weekdayOf(day) <= 5;
const days = fc.uniqueArray(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 8 });
const goalWith = (checkpoints: readonly number[], checkIns: readonly number[] = []) =>
  aGoal({
    startsOn: start,
    deadline: addDays(start, 91),
    checkpoints: checkpoints.toSorted((a, b) => a - b).map((day) => addDays(start, day)),
    checkIns: checkIns.map((day) => ({
      at: `${addDays(start, day)}T10:00:00.000Z`,
      who: "U0LEAD",
      text: "Fine",
      submission: String(day),
    })),
  });

describe("a reminder", () => {
  test("comes on a working day before its checkpoint, with no other working day between", () => {
    fc.assert(
      fc.property(days, (checkpoints) => {
        for (const { on, checkpoint } of remindersOf(goalWith(checkpoints), isWorkday)) {
          expect(isWorkday(on)).toBe(true);
          const between = Array.from({ length: daysBetween(on, checkpoint) - 1 }, (_, index) =>
            addDays(on, index + 1),
          );
          expect(on < checkpoint && !between.some(isWorkday)).toBe(true);
        }
      }),
    );
  });

  test("comes the day before where nobody ever works", () => {
    const [reminder] = remindersOf(goalWith([20]), () => false);
    expect(reminder?.on).toBe(addDays(start, 19));
  });
});

describe("a check-in", () => {
  test("counts for one checkpoint at most, and within a week before it", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 95 }), (checkpoints, said) => {
        const goal = goalWith(checkpoints, [said]);
        const on = addDays(start, said);
        const ahead = goal.checkpoints.filter((day) => day >= on);
        for (const day of ahead) {
          const isNext = day === ahead[0] && daysBetween(on, day) < 7;
          expect(hasCheckedIn(goal, day, zone)).toBe(isNext);
        }
      }),
    );
  });

  test("that came late counts too, and is of whom it is of", () => {
    const goal = goalWith([10], [12]);
    expect(hasCheckedIn(goal, addDays(start, 10), zone)).toBe(true);
    expect(hasCheckedIn(goal, addDays(start, 10), zone, "U0LEAD")).toBe(true);
    expect(hasCheckedIn(goal, addDays(start, 10), zone, "U0OTHER")).toBe(false);
  });
});

describe("a checkpoint", () => {
  test("is due from its day on, until somebody checks in or the goal ends", () => {
    const at = (day: number, goal = goalWith([10, 30])) =>
      dueCheckpoint(goal, addDays(start, day), zone);
    expect([9, 10, 29].map((day) => at(day))).toEqual([
      null,
      addDays(start, 10),
      addDays(start, 10),
    ]);
    expect([30, 91, 92].map((day) => at(day))).toEqual([
      addDays(start, 30),
      addDays(start, 30),
      null,
    ]);
    expect(at(12, goalWith([10, 30], [11]))).toBeNull();
    expect(at(30, goalWith([10, 30], [11]))).toBe(addDays(start, 30));
    for (const stopped of [{ paused: true }, { draft: true }, { archived: true }]) {
      expect(at(12, { ...goalWith([10]), ...stopped })).toBeNull();
    }
  });
});
