import { expect, test } from "vitest";
import type { Locale } from "../../src/i18n/locale.ts";
import { formatChange, formatQuantity } from "../../src/quantities/format-quantity.ts";
import type { Unit } from "../../src/quantities/unit.ts";

/** Spaces that only keep a line together are read as spaces. */
const plain = (text: string): string => text.replaceAll(/\s/gu, " ");

test.each<[number, Unit, Locale, string]>([
  [71.42857142857143, "percent", "en", "71.4 %"],
  [71.42857142857143, "percent", "ko", "71.4%"],
  [71.42857142857143, "percent", "ru", "71,4 %"],
  [71.42857142857143, "percent", "zh-TW", "71.4%"],
  [80, "percent", "en", "80 %"],
  [67.52, "seconds", "en", "67.5 s"],
  [67.52, "seconds", "ru", "67,5 с"],
  [119.96, "seconds", "en", "120 s"],
  [120, "seconds", "en", "2 min"],
  [750, "seconds", "ko", "12분 30초"],
  [3_599.6, "seconds", "en", "1 h"],
  [8_040, "seconds", "en", "2 h 14 min"],
  [8_040, "seconds", "ko", "2시간 14분"],
  [8_040, "seconds", "ru", "2 ч 14 мин"],
  [8_040, "seconds", "zh-TW", "2 小時 14 分"],
  [273_600, "seconds", "en", "3 d 4 h"],
  [0, "seconds", "en", "0 s"],
  [3.4, "score", "en", "3.40"],
  [3.4, "score", "ru", "3,40"],
  [1_234_567, "count", "en", "1,234,567"],
  [1_234_567, "count", "ru", "1 234 567"],
  [-12, "points", "en", "−12"],
  [5.26, "per_hour", "zh-TW", "每小時 5.3"],
  [NaN, "percent", "en", "–"],
])("%d %s in %s is %s", (value, unit, locale, expected) => {
  expect(plain(formatQuantity(value, unit, locale))).toBe(expected);
});

test("a thousand records bear a second decimal", () => {
  expect(formatQuantity(81.084, "percent", "en", { sample: 5_000 })).toBe("81.08 %");
  expect(formatQuantity(67.521, "seconds", "en", { sample: 4_054 })).toBe("67.52 s");
  expect(formatQuantity(81.084, "percent", "en", { sample: 999 })).toBe("81.1 %");
  expect(formatQuantity(75, "percent", "en", { sample: 999 })).toBe("75.0 %");
});

test.each([[[71, 66.3, 0]], [[70, 80.04, 119]]])(
  "measured figures %j have the same decimals",
  (values) => {
    for (const unit of ["percent", "seconds", "per_hour"] as const) {
      for (const [sample, decimals] of [
        [50, 1],
        [5_000, 2],
      ] as const) {
        const places = values.map(
          (value) => /\.(\d+)/u.exec(formatQuantity(value, unit, "en", { sample }))?.[1]?.length,
        );
        expect(places).toEqual(values.map(() => decimals));
      }
    }
  },
);

test("money is in the workspace's currency", () => {
  expect(plain(formatQuantity(12.5, "money", "en", { currency: "EUR" }))).toBe("€12.50");
  expect(plain(formatQuantity(12.5, "money", "ru", { currency: "EUR" }))).toBe("12,50 €");
  expect(plain(formatQuantity(12_500, "money", "ko", { currency: "KRW" }))).toBe("₩12,500");
});

test.each<[number, Unit, Locale, string]>([
  [-1.8, "percent", "en", "−1.8 pp"],
  [-1.8, "percent", "ko", "−1.8%p"],
  [-1.8, "percent", "ru", "−1,8 п. п."],
  [-1.8, "percent", "zh-TW", "−1.8 個百分點"],
  [2.25, "percent", "en", "+2.3 pp"],
  [0.01, "percent", "en", "0 pp"],
  [-0.01, "percent", "en", "0 pp"],
  [-90, "seconds", "en", "−90 s"],
  [4_500, "seconds", "ru", "+1 ч 15 мин"],
  [12, "count", "en", "+12"],
  [0, "score", "en", "0.00"],
])("a change of %d %s in %s is %s", (change, unit, locale, expected) => {
  expect(plain(formatChange(change, unit, locale))).toBe(expected);
});
