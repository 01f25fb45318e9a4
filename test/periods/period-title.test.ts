import { expect, test } from "vitest";
import type { Locale } from "../../src/i18n/locale.ts";
import type { PeriodSettings, PeriodSpec } from "../../src/periods/period.ts";
import { comparisonTitle, periodTitle } from "../../src/periods/period-title.ts";
import { resolvePeriod } from "../../src/periods/resolve-period.ts";

const settings: PeriodSettings = {
  zone: "Europe/Berlin",
  weekStarts: "monday",
  fiscalYearStarts: 1,
  isWorkday: () => true,
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
  [{ kind: "this", unit: "week" }, "en", "16–22 Nov 2026, this week, up to 14:00"],
  [{ kind: "this", unit: "week" }, "ru", "16–22 нояб. 2026 г., эта неделя, до 14:00"],
  [{ kind: "day", which: "yesterday" }, "en", "21 Nov 2026, yesterday"],
  [{ kind: "last-n", count: 7, unit: "day" }, "ru", "15–21 нояб. 2026 г., последние 7 дней"],
  [{ kind: "week", year: 2026, week: 45 }, "en", "2–8 Nov 2026, week 45"],
  [{ kind: "quarter", year: null, quarter: 3 }, "en", "1 Jul – 30 Sept 2026, Q3 2026"],
  [{ kind: "month", year: null, month: 10 }, "en", "1–31 Oct 2026"],
  [{ kind: "range", from: "2025-12-30", to: "2026-01-02" }, "en", "30 Dec 2025 – 2 Jan 2026"],
])("%o reads in %s as %s", (spec, locale, title) => {
  expect(periodTitle(laid(spec), locale)).toBe(title);
});

test("what was compared is said in days", () => {
  const week = laid({ kind: "week", year: 2026, week: 45 });
  expect(comparisonTitle(week, "en")).toBe("compared with 2–8 Nov 2026");
  expect(comparisonTitle(week, "ko")).toBe("2026년 11월 2일~8일 대비");
});
