import { describe, expect, test } from "vitest";
import { isLocalDay } from "../../src/periods/local-day.ts";
import type { PeriodSettings, PeriodSpec } from "../../src/periods/period.ts";
import type { Answer } from "../../src/reports/answer.ts";
import type { Question } from "../../src/reports/question.ts";
import { ask, codes, periods, reportsOver, ticketsOn } from "./ask.ts";

const weekdayOf = (day: string): number => new Date(`${day}T12:00:00Z`).getUTCDay();

/** Monday to Friday, but not on 1 May 2026. */
const office: PeriodSettings = {
  ...periods,
  isWorkday: (day) => weekdayOf(day) % 6 !== 0 && day !== "2026-05-01",
};

/** Every day from the one to the other, both included. */
function daysFrom(first: string, last: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(first); at <= Date.parse(last); at += 86_400_000) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}

async function asked(
  at: string,
  change: Partial<Question>,
  locale: "en" | "ko" | "ru" | "zh-TW" = "en",
): Promise<Answer> {
  const days = [...daysFrom("2026-02-20", "2026-05-20"), ...daysFrom("2025-03-01", "2025-05-20")];
  const tickets = days.flatMap((day) => ticketsOn(day, 4, 2));
  const reports = await reportsOver({ tickets }, { at: new Date(at), periods: office });
  return ask(reports, { kpi: "ticket_volume", ...change }, locale);
}

const textOf = ({ warnings }: Answer, code: string): string | undefined =>
  warnings.find((each) => each.code === code)?.text;

describe("yesterday", () => {
  const yesterday: PeriodSpec = { kind: "day", which: "yesterday" };
  const monday = "2026-05-04T08:00:00Z";

  test("on a Monday it is Sunday, and the answer names the last working day", async () => {
    // Friday 1 May is a holiday: the last working day is Thursday.
    const answer = await asked(monday, { period: yesterday });
    expect(answer.value).toBe(4);
    expect(textOf(answer, "day_off")).toBe(
      "Sun, 3 May 2026 was not a working day. For the last one, Thu, 30 Apr 2026, ask for “last-workday”.",
    );
  });

  test.each(["ko", "ru", "zh-TW"] as const)("it is said in %s too", async (locale) => {
    const text = textOf(await asked(monday, { period: yesterday }, locale), "day_off");
    expect(text).toMatch(/30/u);
    expect(text).toMatch(/지난 영업일|последний рабочий день|上個工作日/u);
  });

  test("asked of one team, its own calendar says which day that was", async () => {
    const tickets = daysFrom("2026-04-25", "2026-05-04").flatMap((day) =>
      ["Nights", "Days"].flatMap((team) => ticketsOn(day, 1, 1, { team })),
    );
    const reports = await reportsOver(
      { tickets },
      {
        at: new Date(monday),
        periods: office,
        periodsOf: (team) => (team === "Nights" ? periods : office),
      },
    );
    const lastOf = async (...teams: string[]) => {
      const period: PeriodSpec = { kind: "day", which: "last-workday" };
      const answer = await ask(reports, { period, where: { team: { in: teams } } });
      return answer.period.from.toISOString().slice(0, 10);
    };
    // Midnight in Berlin is 22:00 of the day before.
    expect(await lastOf("Nights")).toBe("2026-05-02");
    expect(await lastOf("Nights", "NIGHTS")).toBe("2026-05-02");
    expect(await lastOf("Days")).toBe("2026-04-29");
    expect(await lastOf("Nights", "Days")).toBe("2026-04-29");
  });

  test("after a working day there is nothing to say, and a day by its date is what it is", async () => {
    const tuesday = await asked("2026-05-05T08:00:00Z", { period: yesterday });
    const dated = await asked(monday, {
      period: { kind: "range", from: "2026-05-03", to: "2026-05-03" },
    });
    const workday = await asked(monday, { period: { kind: "day", which: "last-workday" } });
    expect([tuesday, dated, workday].flatMap((each) => textOf(each, "day_off") ?? [])).toEqual([]);
    expect(workday.period.from).toEqual(new Date("2026-04-29T22:00:00Z"));
  });
});

/** Counted again in a plain loop. */
function workdays(first: string, last: string): number {
  return daysFrom(first, last).filter((day) => isLocalDay(day) && office.isWorkday(day)).length;
}

describe("a count beside one of another number of working days", () => {
  const march: PeriodSpec = { kind: "month", year: 2026, month: 3 };

  test("says both, and what there was a working day", async () => {
    const answer = await asked("2026-05-10T08:00:00Z", { period: march });
    const [now, before] = [
      workdays("2026-03-01", "2026-03-31"),
      workdays("2026-02-01", "2026-02-28"),
    ];
    expect([answer.value, answer.comparison?.value, now, before]).toEqual([31 * 4, 9 * 4, 22, 20]);
    expect(textOf(answer, "uneven_workdays")).toBe(
      "Working days: 22 here, 20 in the period compared with. Per working day: 5.6 here, 1.8 there.",
    );
  });

  test("the same number, a rate and a stock need no such words", async () => {
    const week = await asked("2026-04-20T08:00:00Z", { period: { kind: "last", unit: "week" } });
    const rate = await asked("2026-05-10T08:00:00Z", { kpi: "fcr", period: march });
    const stock = await asked("2026-05-10T08:00:00Z", { kpi: "backlog", period: march });
    for (const each of [week, rate, stock]) {
      expect(codes(each.warnings)).not.toContain("uneven_workdays");
    }
    expect(stock.comparison?.change).not.toBeNull();
  });

  test("an unfinished month says how many have begun in each", async () => {
    // Up to 12:00 on Monday 4 May, against the first four days of April.
    const answer = await asked("2026-05-04T10:00:00Z", { period: { kind: "this", unit: "month" } });
    expect(answer.comparison?.period.to).toEqual(new Date("2026-04-04T10:00:00Z"));
    expect(textOf(answer, "uneven_workdays")).toBe(
      `Working days: ${workdays("2026-05-01", "2026-05-04")} here, ${workdays("2026-04-01", "2026-04-04")} in the period compared with.`,
    );
  });
});

describe("the same period last year", () => {
  test("a month goes with the month, a week with the one 52 weeks before", async () => {
    const month = await asked("2026-05-10T08:00:00Z", {
      period: { kind: "last", unit: "month" },
      versus: "year-before",
    });
    expect(month.comparison?.period).toMatchObject({ label: "2025-04", complete: true });
    expect(month.comparison?.value).toBe(30 * 4);
    const week = await asked("2026-05-14T10:00:00Z", {
      period: { kind: "this", unit: "week" },
      versus: "year-before",
    });
    // Monday to Thursday noon; tickets come at nine in UTC.
    expect(week.comparison).toMatchObject({ value: 4 * 4, change: 0 });
    expect(week.comparison?.period).toMatchObject({
      label: "2025-W20",
      from: new Date("2025-05-11T22:00:00Z"),
      to: new Date("2025-05-15T10:00:00Z"),
    });
  });
});

test("an unfinished period beside a whole one says that it is whole", async () => {
  const [month, week] = await Promise.all(
    (["month", "week"] as const).map((unit) =>
      asked("2026-03-30T10:00:00Z", { period: { kind: "this", unit } }),
    ),
  );
  expect(textOf(month!, "unfinished_period")).toBe(
    "The period is not over; what it is compared with is whole.",
  );
  expect(textOf(week!, "unfinished_period")).toBe(
    "The period is not over; it is compared with the same stretch of time.",
  );
});
