import { describe, expect, test } from "vitest";
import type { Question } from "../../src/reports/question.ts";
import { locales } from "../../src/i18n/locale.ts";
import type { FixtureRow } from "../records/store-of.ts";
import { ask, codes, reportsOver, ticketsOn } from "./ask.ts";

const hints = ["months", "outlier_month", "staffing", "season", "resolved_drop"];
const hintsIn = (warnings: readonly { readonly code: string }[]) =>
  codes(warnings).filter((code) => hints.includes(code));
const textOf = (
  warnings: readonly { readonly code: string; readonly text: string }[],
  code: string,
) => warnings.find((each) => each.code === code)?.text;

const month = (index: number) => `2026-${String(index + 1).padStart(2, "0")}-10`;

const over = (good: readonly number[]) =>
  reportsOver({ tickets: good.flatMap((each, index) => ticketsOn(month(index), 100, each)) });

describe("months in a row", () => {
  /** Solved at once of a hundred in each month of 2026, January to October; August is out of line. */
  const shares = [70, 72, 71, 69, 73, 70, 71, 40, 72, 70];
  const year: Partial<Question> = {
    period: { kind: "range", from: "2026-01-01", to: "2026-10-31" },
    every: "month",
  };

  test("name the best, the worst, and the one that stands out", async () => {
    const { warnings } = await ask(await over(shares), year);
    // Median 70.5, median distance from it 1: 3 × 1.4826 × 1 = 4.4, and only 40 lies farther.
    expect(textOf(warnings, "months")).toBe(
      "Best month: May 2026 (73.0 %). Worst: Aug 2026 (40.0 %).",
    );
    expect(textOf(warnings, "outlier_month")).toMatch(
      /^Far from what is usual: Aug 2026 \(40\.0 %\)\./u,
    );
  });

  // The median is 70.5 with 66 or 67, 71 with 75 or 76, the median distance from it always 1, so that
  // a month stands out from 3 × 1.4826 = 4.4478 on.
  test.each([
    [66, ["months", "outlier_month"]],
    [67, ["months"]],
    [75, ["months"]],
    [76, ["months", "outlier_month"]],
  ])("stand out by the median: %s", async (value, expected) => {
    const { warnings } = await ask(await over(shares.with(7, value)), year);
    expect(hintsIn(warnings)).toEqual(expected);
  });

  test("say nothing below six whole months, nor of months that are all alike", async () => {
    const few = {
      ...year,
      period: { kind: "range", from: "2026-01-01", to: "2026-05-31" },
    } as const;
    expect(hintsIn((await ask(await over(shares), few)).warnings)).toEqual([]);
    expect(hintsIn((await ask(await over(shares.map(() => 70)), year)).warnings)).toEqual([]);
    // June is cut, and so no month.
    const cut = {
      ...year,
      period: { kind: "range", from: "2026-01-01", to: "2026-06-20" },
    } as const;
    expect(hintsIn((await ask(await over(shares), cut)).warnings)).toEqual([]);
  });

  test("beside one month only what stands out is said", async () => {
    const period = { kind: "last", unit: "month" } as const;
    const { warnings } = await ask(await over(shares), { period });
    expect(hintsIn(warnings)).toEqual(["outlier_month"]);
  });

  test("a neutral count has a highest month and a lowest", async () => {
    const tickets = shares.flatMap((all, index) => ticketsOn(month(index), all, 0));
    const { warnings } = await ask(await reportsOver({ tickets }), {
      ...year,
      kpi: "ticket_volume",
    });
    expect(textOf(warnings, "months")).toBe("Highest month: May 2026 (73). Lowest: Aug 2026 (40).");
  });
});

const answeredAfter = (day: string, all: number, minutes: number) =>
  ticketsOn(day, all, 0).map((row, index) => ({
    ...row,
    first_response_at: new Date(Date.parse(`${day}T09:00:00Z`) + minutes * 60_000 + index * 1_000),
  }));

const callsOn = (day: string, all: number, lost: number, wait: number): FixtureRow[] =>
  Array.from({ length: all }, (_, index) => ({
    id: `${day}-${index}`,
    queued_at: new Date(`${day}T09:00:00Z`),
    outcome: index < lost ? "abandoned" : "handled",
    wait_seconds: index < lost ? 40 : wait + (index % 7),
    talk_seconds: index < lost ? null : 100,
  }));

describe("staffing", () => {
  const asa = { kpi: "asa", period: { kind: "last", unit: "month" } } as const;
  const hintsOf = async (calls: readonly FixtureRow[]) =>
    hintsIn((await ask(await reportsOver({ calls }), asa)).warnings);

  test("is called for where waiting rises with the calls, or with those who give up", async () => {
    const before = callsOn("2026-09-10", 200, 10, 20);
    expect(await hintsOf([...before, ...callsOn("2026-10-10", 220, 11, 60)])).toEqual(["staffing"]);
    expect(await hintsOf([...before, ...callsOn("2026-10-10", 200, 60, 60)])).toEqual(["staffing"]);
    expect(await hintsOf([...before, ...callsOn("2026-10-10", 219, 11, 60)])).toEqual([]);
    expect(await hintsOf([...before, ...callsOn("2026-10-10", 400, 20, 10)])).toEqual([]);
  });

  test("a rise that was there a year ago is called the season", async () => {
    const thisYear = [...callsOn("2026-09-10", 200, 10, 20), ...callsOn("2026-10-10", 210, 10, 60)];
    const risen = [...callsOn("2025-09-10", 200, 10, 20), ...callsOn("2025-10-10", 200, 10, 60)];
    const steady = [...callsOn("2025-09-10", 200, 10, 20), ...callsOn("2025-10-10", 200, 10, 20)];
    expect(await hintsOf([...thisYear, ...risen])).toEqual(["season"]);
    expect(await hintsOf([...thisYear, ...steady])).toEqual([]);
  });

  test("replies that come later with more tickets want people too", async () => {
    const tickets = [
      ...answeredAfter("2026-11-04", 50, 10),
      ...answeredAfter("2026-11-11", 60, 90),
    ];
    const { warnings } = await ask(await reportsOver({ tickets }), { kpi: "first_response_time" });
    expect(hintsIn(warnings)).toEqual(["staffing"]);
  });
});

const resolved = (all: number) =>
  reportsOver({
    tickets: [...ticketsOn("2026-11-04", 2000, 0), ...ticketsOn("2026-11-11", all, 0)],
  });

test("fewer resolved by a tenth or more is worth a look, in every language", async () => {
  const asked = { kpi: "resolved_issues" } as const;
  expect(hintsIn((await ask(await resolved(1800), asked)).warnings)).toEqual(["resolved_drop"]);
  expect(hintsIn((await ask(await resolved(1801), asked)).warnings)).toEqual([]);
  for (const locale of locales) {
    const { warnings } = await ask(await resolved(1500), asked, locale);
    expect(textOf(warnings, "resolved_drop")).not.toMatch(/[{}]|undefined/u);
  }
});
