import type { Locale } from "../i18n/locale.ts";
import { parseDuration, type DurationFault } from "./parse-duration.ts";
import { longestQuantity, parseNumber, plainText, type NumberFault } from "./parse-number.ts";
import type { Unit } from "./unit.ts";

export type QuantityFault =
  | NumberFault
  | DurationFault
  | { readonly fault: "empty" | "wrong_unit" | "not_whole" }
  | { readonly fault: "out_of_range"; readonly value: number }
  /** `0.9` where a percentage is wanted: 0.9 % or 90 %? */
  | { readonly fault: "fraction"; readonly percent: number };

/** Reads a value of a unit as people write it; what could mean two things is a fault, not a guess. */
export function parseQuantity(
  text: string,
  unit: Unit,
  locale: Locale,
  currency?: string,
): number | QuantityFault {
  if (text.length > longestQuantity) return { fault: "not_a_number" };
  const plain = plainText(text);
  if (plain === "") return { fault: "empty" };
  if (unit === "seconds") return parseDuration(plain);
  const { number, word } = split(plain);
  const value = parseNumber(number, locale);
  if (typeof value !== "number") return value;
  if (word !== "" && !belongs(word, unit, currency)) return { fault: "wrong_unit" };
  return checked(value, word, unit);
}

function checked(value: number, word: string, unit: Unit): number | QuantityFault {
  if (unit === "points") return Math.abs(value) <= 100 ? value : { fault: "out_of_range", value };
  // What is counted is never less than nothing; of anything else its definition says.
  if (value < 0 && isCount(unit)) return { fault: "out_of_range", value };
  if (unit === "count" && !Number.isInteger(value)) return { fault: "not_whole" };
  if (unit === "percent" && word === "" && value !== 0 && Math.abs(value) < 1) {
    return { fault: "fraction", percent: value * 100 };
  }
  return value;
}

const isCount = (unit: Unit): boolean => unit === "count" || unit === "per_hour";

/** The number with its sign, and what stands before or after it. */
function split(plain: string): { readonly number: string; readonly word: string } {
  const [, head, digits = "", tail = ""] = /^(\D*)(\d(?:[\d., ]*\d)?)(\D*)$/u.exec(plain) ?? [];
  if (head === undefined) return { number: plain, word: "" };
  const sign = /[-+]/u.exec(head)?.[0] ?? "";
  return { number: sign + digits, word: head.replace(sign, "").trim() + tail.trim() };
}

const words: Readonly<Record<Exclude<Unit, "money" | "seconds">, readonly string[]>> = {
  percent: ["%", "percent", "pct", "퍼센트", "프로", "процент", "процента", "процентов", "趴"],
  points: ["point", "points", "pts", "점", "пункт", "пункта", "пунктов", "分"],
  count: ["건", "개", "шт", "шт.", "件", "張", "個"],
  score: ["point", "points", "점", "балл", "балла", "баллов", "分"],
  ratio: [],
  per_hour: ["/h", "/ h", "per hour", "/시간", "в час", "/ч", "/小時"],
};

function belongs(word: string, unit: Unit, currency: string | undefined): boolean {
  if (unit === "seconds") return false;
  if (unit !== "money") return words[unit].includes(word);
  return currency !== undefined && currencyNames(currency).has(word);
}

/** The code and the signs of a currency in every language: `eur`, `€`. */
function currencyNames(currency: string): ReadonlySet<string> {
  const names = (["code", "symbol", "narrowSymbol", "name"] as const).flatMap((currencyDisplay) =>
    ["en", "ko", "ru", "zh-TW"].flatMap((locale) =>
      [1, 2, 5].map((count) => {
        const format = new Intl.NumberFormat(locale, {
          style: "currency",
          currency,
          currencyDisplay,
        });
        const part = format.formatToParts(count).find(({ type }) => type === "currency");
        return part?.value.normalize("NFKC").toLowerCase() ?? "";
      }),
    ),
  );
  return new Set(names.filter((name) => name !== ""));
}
