import { describe, expect, test } from "vitest";
import { oddDay } from "../../src/records/odd-day.ts";
import { type DeskOfDays, type Shape, shapes, throwDays } from "../records/generated-days.ts";

const named = Object.keys(shapes) as Shape[];
const office = named.filter((shape) => shape !== "always");
const tries = 60;

/** What is said of a day of many such desks, each of five weekdays that were usual. */
function said(
  desk: DeskOfDays,
  dayOf: (days: ReturnType<typeof throwDays>) => readonly number[],
): readonly unknown[] {
  return Array.from({ length: tries }, (_, seed) => {
    const days = throwDays(desk, seed + 1);
    const weekdays = Array.from({ length: 5 }, (_, day) => ({ day, weeks: days.weeks() }));
    const found = oddDay(
      weekdays.map(({ day, weeks }) => ({
        day,
        weeks,
        // The other days are such as weeks before were: nothing is said of them.
        hours: day === 0 ? dayOf(days) : weeks[0]!,
      })),
    );
    return found === null ? "usual" : found.code === "shifted" ? found.hours : found.code;
  });
}

const share = (all: readonly unknown[], what: unknown): number =>
  all.filter((each) => each === what).length / all.length;

describe("usual days", () => {
  const desks = named.flatMap((shape) =>
    [12, 40, 300, 3_000].flatMap((usual) =>
      [0, 0.05, 0.1, 0.2].map((swing): DeskOfDays => ({ shape, usual, swing })),
    ),
  );

  test("of 4,800 there is said nothing of all but a few, and never that they moved", () => {
    const all = desks.flatMap((desk) => said(desk, ({ day }) => day()));
    expect(all).toHaveLength(4_800);
    const alarms = all.filter((each) => each !== "usual");
    expect(alarms.filter((each) => each !== "few")).toEqual([]);
    expect(alarms.length).toBeLessThan(18);
  });

  test("a half day, a morning or an afternoon, is not one that moved", () => {
    for (const desk of desks.filter(({ usual, swing }) => usual === 300 && swing > 0.05)) {
      for (const isOpen of [(hour: number) => hour < 13, (hour: number) => hour >= 13]) {
        const half = said(desk, ({ day }) => day().map((n, hour) => (isOpen(hour) ? n : 0)));
        expect(new Set(half.filter((each) => typeof each === "number"))).toEqual(new Set());
      }
    }
  });

  test("nor is one that opens an hour late or closes an hour early", () => {
    for (const desk of desks.filter(({ shape, usual }) => shape === "exact" && usual > 40)) {
      for (const gone of [9, 17]) {
        const late = said(desk, ({ day }) => day().map((n, hour) => (hour === gone ? 0 : n)));
        expect(new Set(late.filter((each) => typeof each === "number"))).toEqual(new Set());
      }
    }
  });
});

describe("a day that lost 30 %", () => {
  test.each([
    [300, 0, 0.8],
    [1_000, 0, 0.98],
    [300, 0.05, 0.55],
    [1_000, 0.05, 0.7],
  ])("of a desk of %i a day that swings by %d is seen", (usual, swing, atLeast) => {
    const all = named.flatMap((shape) =>
      said({ shape, usual, swing }, ({ day }) => day({ share: 0.7 })),
    );
    expect(share(all, "few")).toBeGreaterThan(atLeast);
  });

  test("is none of a desk so small that chance does as much", () => {
    const all = said({ shape: "office", usual: 40, swing: 0 }, ({ day }) => day({ share: 0.7 }));
    expect(share(all, "few")).toBeLessThan(0.15);
  });
});

test("a third of the records is few at every desk, and ten times as many are too many", () => {
  for (const shape of named) {
    const desk = { shape, usual: 200, swing: 0.1 };
    expect(
      share(
        said(desk, ({ day }) => day({ share: 0.3 })),
        "few",
      ),
    ).toBeGreaterThan(0.95);
    expect(
      share(
        said(desk, ({ day }) => day({ share: 10 })),
        "many",
      ),
    ).toBe(1);
  }
});

const midnight = (at: number): number[] =>
  Array.from({ length: 24 }, (_, hour) => (hour === at ? 200 : 0));

describe("a day whose records moved", () => {
  test.each([-12, -9, -5, -2, -1, 1, 2, 5, 9])("by %i hours is told with its hours", (by) => {
    for (const shape of office) {
      const all = said({ shape, usual: 400, swing: 0.05 }, ({ day }) => day({ by }));
      // Half a day later is half a day earlier.
      expect([shape, share(all, by === -12 ? 12 : by) > 0.9]).toEqual([shape, true]);
    }
  });

  test("is not seen where every hour is like the other, nor of fewer than a hundred", () => {
    const flat = said({ shape: "always", usual: 3_000, swing: 0.1 }, ({ day }) => day({ by: 1 }));
    expect(share(flat, "few")).toBeLessThan(0.05);
    expect(flat.filter((each) => typeof each === "number")).toEqual([]);
    const small = said({ shape: "exact", usual: 60, swing: 0 }, ({ day }) => day({ by: 1 }));
    expect(small.filter((each) => typeof each === "number")).toEqual([]);
  });

  test("is seen of a source that knows days alone, once their midnights move", () => {
    const weeks = Array.from({ length: 8 }, () => midnight(0));
    expect(oddDay([{ day: 1, hours: midnight(0), weeks }])).toBeNull();
    expect(oddDay([{ day: 1, hours: midnight(2), weeks }])).toEqual({
      code: "shifted",
      day: 1,
      hours: 2,
    });
  });
});

test("the newest of several odd days is told, and none of fewer than four weeks", () => {
  const { weeks } = throwDays({ shape: "office", usual: 500, swing: 0 }, 7);
  const before = weeks();
  const none = before[0]!.map(() => 0);
  const judged = [
    { day: "2026-11-15", hours: before[1]!, weeks: before },
    { day: "2026-11-14", hours: none, weeks: before },
    { day: "2026-11-13", hours: none, weeks: before },
  ];
  expect(oddDay(judged)).toMatchObject({ code: "few", day: "2026-11-14" });
  const young = judged.map((each) => ({ ...each, weeks: before.slice(0, 3) }));
  expect(oddDay(young)).toBeNull();
});
