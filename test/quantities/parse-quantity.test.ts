import * as fc from "fast-check";
import { expect, test } from "vitest";
import { locales, type Locale } from "../../src/i18n/locale.ts";
import { formatQuantity } from "../../src/quantities/format-quantity.ts";
import { parseDuration } from "../../src/quantities/parse-duration.ts";
import { parseNumber } from "../../src/quantities/parse-number.ts";
import { parseQuantity } from "../../src/quantities/parse-quantity.ts";
import type { Unit } from "../../src/quantities/unit.ts";

test.each<[string, Unit, Locale, number]>([
  ["80", "percent", "en", 80],
  ["80 %", "percent", "en", 80],
  ["80%", "percent", "ko", 80],
  ["８０％", "percent", "zh-TW", 80],
  ["67,5", "percent", "ru", 67.5],
  ["67,5 %", "percent", "en", 67.5],
  ["80 процентов", "percent", "ru", 80],
  ["0.9 %", "percent", "en", 0.9],
  ["0", "percent", "en", 0],
  ["30s", "seconds", "en", 30],
  ["4h", "seconds", "en", 14_400],
  ["2h30", "seconds", "en", 9_000],
  ["2 h 30 min", "seconds", "en", 9_000],
  ["1:30:00", "seconds", "en", 5_400],
  ["45 мин", "seconds", "ru", 2_700],
  ["1 час 30 мин.", "seconds", "ru", 5_400],
  ["1,5 ч", "seconds", "ru", 5_400],
  ["30분", "seconds", "ko", 1_800],
  ["2시간 30분", "seconds", "ko", 9_000],
  ["2小時", "seconds", "zh-TW", 7_200],
  ["７d", "seconds", "en", 604_800],
  ["1,000", "count", "en", 1_000],
  ["1,000,000.5", "ratio", "en", 1_000_000.5],
  ["1 000", "count", "ru", 1_000],
  ["500건", "count", "ko", 500],
  ["−20", "points", "en", -20],
  ["42 points", "points", "en", 42],
  ["3.4", "score", "en", 3.4],
  ["$1,200.50", "money", "en", 1_200.5],
  ["٨٠", "percent", "en", 80],
  ["٨٠٪", "percent", "en", 80],
  ["٦٧٫٥ %", "percent", "en", 67.5],
  ["८०", "percent", "en", 80],
  ["๘๐ %", "percent", "en", 80],
  ["𝟖𝟎", "percent", "en", 80],
  ["-1", "percent", "en", -1],
  ["−2.5 %", "percent", "ru", -2.5],
  ["-3", "score", "en", -3],
  ["৪h ৩০min", "seconds", "en", 16_200],
])("%j as %s in %s is %d", (text, unit, locale, expected) => {
  expect(parseQuantity(text, unit, locale, "USD")).toBe(expected);
});

test.each<[string, Unit, Locale, string]>([
  ["", "percent", "en", "empty"],
  ["0.9", "percent", "en", "fraction"],
  ["NaN", "percent", "en", "not_a_number"],
  ["Infinity", "percent", "en", "not_a_number"],
  ["1e5", "count", "en", "not_a_number"],
  ["80/20", "percent", "en", "not_a_number"],
  ["1.000,50", "money", "en", "ambiguous_number"],
  ["1.000,50", "money", "ru", "ambiguous_number"],
  ["1.000", "count", "ru", "ambiguous_number"],
  ["1.000", "count", "en", "ambiguous_number"],
  ["2.125", "score", "ko", "ambiguous_number"],
  ["1,000", "count", "ru", "ambiguous_number"],
  ["80 s", "percent", "en", "wrong_unit"],
  ["-0.9", "percent", "en", "fraction"],
  ["-1", "count", "en", "out_of_range"],
  ["-1", "per_hour", "en", "out_of_range"],
  ["101", "points", "en", "out_of_range"],
  ["1.5", "count", "en", "not_whole"],
  ["80", "seconds", "en", "needs_unit"],
  ["1:30", "seconds", "en", "ambiguous_clock"],
  ["80 %", "seconds", "en", "not_a_duration"],
  ["30m 2h", "seconds", "en", "not_a_duration"],
  ["99999999999d", "seconds", "en", "too_long"],
  ["1:75:00", "seconds", "en", "not_a_duration"],
  ["12 €", "money", "en", "wrong_unit"],
  ["__proto__", "count", "en", "not_a_number"],
])("%j as %s in %s is refused: %s", (text, unit, locale, fault) => {
  expect(parseQuantity(text, unit, locale, "USD")).toMatchObject({ fault });
});

test.each<[string, Locale, readonly number[]]>([
  ["1.000", "en", [1, 1_000]],
  ["1.000", "ru", [1, 1_000]],
  ["1,000", "ru", [1_000, 1]],
  ["1.000,50", "en", [1_000.5]],
  ["1.000.000", "ko", [1_000_000]],
  ["1,000,000", "ru", [1_000_000]],
])("%s in %s is asked back with what it could mean: %j", (text, locale, readings) => {
  expect(parseNumber(text, locale)).toEqual({ fault: "ambiguous_number", readings });
});

test("a clock of two figures is asked back with both", () => {
  expect(parseDuration("1:30")).toEqual({ fault: "ambiguous_clock", readings: [90, 5_400] });
});

test("Unicode keeps the digits of every script in whole tens, which is what they are read by", () => {
  const digit = /^\p{Nd}$/u;
  let run = 0;
  const broken: number[] = [];
  for (let code = 0; code <= 0x1_0000; code += 1) {
    if (digit.test(String.fromCodePoint(code))) run += 1;
    else {
      if (run % 10 !== 0) broken.push(code);
      run = 0;
    }
  }
  expect(broken).toEqual([]);
});

test("a number in the digits of any script is the number", () => {
  // Zero of Arabic-Indic, Persian, N'Ko, Devanagari, Bengali, Thai, Tibetan, Khmer, full-width, Adlam.
  const zeros = [0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xe50, 0xf20, 0x17e0, 0xff10, 0x1e950];
  fc.assert(
    fc.property(fc.nat(999_999), fc.constantFrom(...zeros), (value, zero) => {
      const text = String(value).replaceAll(/\d/gu, (each) =>
        String.fromCodePoint(zero + Number(each)),
      );
      expect(parseNumber(text, "en")).toBe(value);
    }),
  );
});

test("a fraction where a percentage is wanted offers both readings", () => {
  expect(parseQuantity("0.9", "percent", "en")).toEqual({ fault: "fraction", percent: 90 });
});

test("what is shown can be typed again", () => {
  const units = ["percent", "seconds", "score", "count", "points"] as const;
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 99 }),
      fc.constantFrom(...units),
      fc.constantFrom(...locales),
      (value, unit, locale) => {
        expect(parseQuantity(formatQuantity(value, unit, locale), unit, locale)).toBe(value);
      },
    ),
  );
});

test("any text gives a finite number or a fault", () => {
  const pieces = fc.oneof(
    fc.string({ unit: "binary", maxLength: 20 }),
    fc.constantFrom("1", "0", ",", ".", " ", "h", "мин", "시간", "%", "-", "9".repeat(30), ":"),
  );
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join("")),
      fc.constantFrom<Unit>("percent", "seconds", "count", "points", "score", "money"),
      fc.constantFrom(...locales),
      (text, unit, locale) => {
        for (const result of [parseQuantity(text, unit, locale, "EUR"), parseDuration(text)]) {
          const isFine = typeof result === "number" ? Number.isFinite(result) : "fault" in result;
          expect(isFine).toBe(true);
        }
      },
    ),
    { numRuns: 2_000 },
  );
});
