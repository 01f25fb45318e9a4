import { expect, test } from "vitest";
import { historyOf } from "../../commands/own-history.ts";

/** Mondays in Berlin from 2 November 2026 on, and the week that is not over. */
const weeks = (...values: readonly (number | null)[]) =>
  values.map((value, index) => ({
    from: new Date(Date.UTC(2026, 10, 1 + 7 * index, 23)),
    to: new Date(Date.UTC(2026, 10, 8 + 7 * index, 23)),
    value,
    sample: 10,
  }));
const until = (day: string) =>
  [{ source: "desk", state: "stale", asOf: new Date(`${day}T12:00:00Z`) }] as const;
const historyIn = (...values: readonly (number | null)[]) =>
  historyOf(weeks(...values), [], "Europe/Berlin");

test("the week that is not over is none", () => {
  expect(historyIn(1, 2, 3)).toEqual({ weeks: [1, 2], since: "2026-11-02" });
});

test("the week that the data begin in is none, and holes stay holes", () => {
  expect(historyIn(null, 1, null, 3, 4)).toEqual({ weeks: [null, 3], since: "2026-11-16" });
});

test("weeks that stale data do not reach the end of are none", () => {
  const found = historyOf(weeks(1, 2, 3, 4), until("2026-11-17"), "Europe/Berlin");
  expect(found).toEqual({ weeks: [1, 2, null], since: "2026-11-02" });
});

test("nothing known is no history", () => {
  expect(historyIn(null, null, 3)).toBeNull();
  expect(historyIn(null, 2, 3)).toBeNull();
  expect(historyIn()).toBeNull();
});
