import { expect, test } from "vitest";
import { localDay } from "../../src/periods/local-day.ts";
import type { PeriodSettings, PeriodSpec } from "../../src/periods/period.ts";
import { mostPieces, piecesOf, type PieceUnit } from "../../src/periods/pieces-of.ts";
import { resolvePeriod } from "../../src/periods/resolve-period.ts";

const berlin: PeriodSettings = {
  zone: "Europe/Berlin",
  weekStarts: "monday",
  fiscalYearStarts: 1,
  isWorkday: () => true,
};

/** The first days of the pieces, and where they end. */
function cut(
  spec: PeriodSpec,
  unit: PieceUnit,
  settings = berlin,
  now = new Date("2026-11-18T11:00:00Z"),
) {
  const period = resolvePeriod(spec, now, settings);
  if ("fault" in period) throw new Error(period.fault);
  const pieces = piecesOf(period, unit, settings);
  if ("fault" in pieces) return pieces.fault;
  expect(pieces[0]?.from).toEqual(period.from);
  expect(pieces.at(-1)?.to).toEqual(period.to);
  expect(pieces.slice(1).map(({ from }) => from)).toEqual(pieces.slice(0, -1).map(({ to }) => to));
  for (const { from, to } of pieces) expect(+to).toBeGreaterThan(+from);
  return pieces.map(({ from }) => localDay(from, settings.zone));
}

const q1: PeriodSpec = { kind: "quarter", year: 2021, quarter: 1 };

test("a quarter has three months", () => {
  expect(cut(q1, "month")).toEqual(["2021-01-01", "2021-02-01", "2021-03-01"]);
});

test("its first and last week have only the days inside it", () => {
  const weeks = cut(q1, "week");
  expect(weeks).toHaveLength(14);
  expect(weeks.slice(0, 3)).toEqual(["2021-01-01", "2021-01-04", "2021-01-11"]);
  expect(weeks.at(-1)).toBe("2021-03-29");
});

test("weeks begin on Sunday where the workspace says so", () => {
  const weeks = cut(q1, "week", { ...berlin, weekStarts: "sunday" });
  expect(weeks.slice(0, 2)).toEqual(["2021-01-01", "2021-01-03"]);
});

test("a day is a day when the clocks change", () => {
  const range: PeriodSpec = { kind: "range", from: "2026-10-24", to: "2026-10-26" };
  expect(cut(range, "day")).toEqual(["2026-10-24", "2026-10-25", "2026-10-26"]);
});

test("the last piece of an unfinished period ends now, and none lies ahead", () => {
  expect(cut({ kind: "this", unit: "week" }, "day")).toEqual([
    "2026-11-16",
    "2026-11-17",
    "2026-11-18",
  ]);
});

test("a period shorter than the pieces is one piece", () => {
  expect(cut({ kind: "day", which: "yesterday" }, "month")).toEqual(["2026-11-17"]);
});

const days = (count: number): PeriodSpec => ({ kind: "last-n", count, unit: "day" });

test("a hundred pieces are enough", () => {
  expect(cut(days(mostPieces), "day")).toHaveLength(100);
  expect(cut(days(mostPieces + 1), "day")).toBe("too_many_pieces");
  expect(cut({ kind: "range", from: "2024-01-01", to: "2025-12-31" }, "day")).toBe(
    "too_many_pieces",
  );
});
