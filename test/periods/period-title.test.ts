import { expect, test } from "vitest";
import type { Locale } from "../../src/i18n/locale.ts";
import { yearBefore } from "../../src/periods/comparison-period.ts";
import type { PeriodSettings, PeriodSpec } from "../../src/periods/period.ts";
import { piecesOf, type PieceUnit } from "../../src/periods/pieces-of.ts";
import { comparisonTitle, periodTitle, pieceTitles } from "../../src/periods/period-title.ts";
import { resolvePeriod } from "../../src/periods/resolve-period.ts";

const settings: PeriodSettings = {
  zone: "Europe/Berlin",
  weekStarts: "monday",
  fiscalYearStarts: 1,
  isWorkday: (day) => ![0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay()),
};

const laid = (spec: PeriodSpec) => {
  const period = resolvePeriod(spec, new Date("2026-11-22T13:00:00Z"), settings);
  if ("fault" in period) throw new Error(period.fault);
  return period;
};

test.each<[PeriodSpec, Locale, string]>([
  [{ kind: "last", unit: "week" }, "en", "9–15 Nov 2026, last week"],
  [{ kind: "last", unit: "week" }, "ko", "2026년 11월 9일~15일, 지난주"],
  [{ kind: "last", unit: "week" }, "ru", "9–15 нояб. 2026 г., прошлая неделя"],
  [{ kind: "last", unit: "week" }, "zh-TW", "2026/11/9至2026/11/15，上週"],
  [{ kind: "this", unit: "week" }, "en", "Mon, 16 Nov – Sun, 22 Nov 2026, this week, up to 14:00"],
  [{ kind: "this", unit: "week" }, "ru", "пн, 16 – вс, 22 нояб. 2026 г., эта неделя, до 14:00"],
  [{ kind: "this", unit: "month" }, "en", "1–22 Nov 2026, this month, up to 14:00"],
  [{ kind: "day", which: "yesterday" }, "en", "Sat, 21 Nov 2026, yesterday"],
  [{ kind: "day", which: "today" }, "ko", "2026년 11월 22일 (일), 오늘, 14:00까지"],
  [{ kind: "day", which: "last-workday" }, "zh-TW", "2026年11月20日週五，上個工作日"],
  [{ kind: "last-n", count: 7, unit: "day" }, "ru", "15–21 нояб. 2026 г., последние 7 дней"],
  [{ kind: "week", year: 2026, week: 45 }, "en", "2–8 Nov 2026, week 45"],
  [{ kind: "quarter", year: null, quarter: 3 }, "en", "1 Jul – 30 Sept 2026, Q3 2026"],
  [{ kind: "month", year: null, month: 10 }, "en", "1–31 Oct 2026"],
  [{ kind: "range", from: "2025-12-30", to: "2026-01-02" }, "en", "30 Dec 2025 – 2 Jan 2026"],
])("%o reads in %s as %s", (spec, locale, title) => {
  expect(periodTitle(laid(spec), locale)).toBe(title);
});

const firstQuarterAt = (now: string): string => {
  const period = resolvePeriod(
    { kind: "quarter", year: 2021, quarter: 1 },
    new Date(now),
    settings,
  );
  return "fault" in period ? period.fault : periodTitle(period, "en");
};

test("what is read at midnight has its last day whole", () => {
  expect(firstQuarterAt("2021-01-31T23:00:00Z")).toBe("1–31 Jan 2021, Q1 2021, up to 24:00");
  expect(firstQuarterAt("2021-01-31T23:01:00Z")).toBe("1 Jan – 1 Feb 2021, Q1 2021, up to 00:01");
  expect(firstQuarterAt("2020-12-31T23:00:00Z")).toBe("Fri, 1 Jan 2021, Q1 2021, up to 00:00");
});

test("what was compared is said in days", () => {
  const week = laid({ kind: "week", year: 2026, week: 45 });
  const later = laid({ kind: "last", unit: "week" });
  expect(comparisonTitle(week, later, "en")).toBe("compared with 2–8 Nov 2026");
  expect(comparisonTitle(week, later, "ko")).toBe("2026년 11월 2일~8일 대비");
});

const title = (spec: PeriodSpec, locale: Locale): string =>
  comparisonTitle(yearBefore(laid(spec), settings), laid(spec), locale);

test("what was compared a year back, or up to a time, says so", () => {
  expect(title({ kind: "last", unit: "week" }, "en")).toBe(
    "compared with 10–16 Nov 2025, 52 weeks before",
  );
  expect(title({ kind: "this", unit: "week" }, "en")).toBe(
    "compared with Mon, 17 Nov – Sun, 23 Nov 2025, 52 weeks before, up to 14:00",
  );
  expect(title({ kind: "day", which: "yesterday" }, "ru")).toBe(
    "по сравнению с периодом сб, 22 нояб. 2025 г., на 52 недели раньше",
  );
  expect(title({ kind: "last", unit: "week" }, "ko")).toBe("2025년 11월 10일~16일(52주 전) 대비");
  expect(title({ kind: "last", unit: "week" }, "zh-TW")).toBe(
    "與 2025/11/10至2025/11/16（52 週前） 相比",
  );
  expect(title({ kind: "this", unit: "month" }, "en")).toBe(
    "compared with 1–22 Nov 2025, up to 14:00",
  );
});

function titles(spec: PeriodSpec, unit: PieceUnit, locale: Locale): string[] {
  const period = laid(spec);
  const pieces = piecesOf(period, unit, settings);
  if ("fault" in pieces) throw new Error(pieces.fault);
  return [...pieceTitles(pieces, unit, period, locale)];
}

const range: PeriodSpec = { kind: "range", from: "2026-09-30", to: "2026-10-12" };

test("a piece that is not whole says so, with its days", () => {
  expect(titles(range, "week", "en")).toEqual([
    "30 Sept – 4 Oct 2026, part of the week",
    "5–11 Oct 2026",
    "12 Oct 2026, part of the week",
  ]);
  expect(titles(range, "month", "en")).toEqual([
    "30 Sept 2026, part of the month",
    "1–12 Oct 2026, part of the month",
  ]);
  expect(titles(range, "week", "ru")[0]).toBe("30 сент. – 4 окт. 2026 г., часть недели");
  expect(titles(range, "week", "ko")[2]).toBe("2026년 10월 12일 (주의 일부)");
  expect(titles(range, "month", "zh-TW")[0]).toBe("2026年9月30日（不足一個月）");
});

test("a whole month is its name, the week of the clock change is whole, and a day names its weekday", () => {
  const october: PeriodSpec = { kind: "month", year: 2026, month: 10 };
  expect(titles(october, "month", "en")).toEqual(["Oct 2026"]);
  expect(titles(october, "month", "ko")).toEqual(["2026년 10월"]);
  expect(titles(october, "week", "en")[3]).toBe("19–25 Oct 2026");
  expect(titles(october, "day", "en")[4]).toMatch(/^Mon,? 5 Oct 2026$/u);
});

test("the piece that is not over says up to when", () => {
  expect(titles({ kind: "this", unit: "month" }, "week", "en").slice(-2)).toEqual([
    "9–15 Nov 2026",
    "16–22 Nov 2026, up to 14:00",
  ]);
  expect(titles({ kind: "this", unit: "year" }, "month", "en").slice(-2)).toEqual([
    "Oct 2026",
    "1–22 Nov 2026, up to 14:00",
  ]);
});
