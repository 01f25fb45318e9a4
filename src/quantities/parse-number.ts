import type { Locale } from "../i18n/locale.ts";

export type NumberFault =
  | { readonly fault: "not_a_number" }
  /** What it could mean, the decimal point's reading first: one or two. */
  | { readonly fault: "ambiguous_number"; readonly readings: readonly number[] };

/** The longest text worth reading as a quantity. */
export const longestQuantity = 100;

/** Digits 0 to 9, plain minus and single spaces: what all quantities are read from. */
export const plainText = (text: string): string =>
  text
    .normalize("NFKC")
    .replaceAll(/\p{Nd}/gu, toDigit)
    .replaceAll("٫", ".")
    .replaceAll("٬", ",")
    .replaceAll("٪", "%")
    .replaceAll(/[\u2212\u2010-\u2015]/gu, "-")
    .replaceAll(/[\u200B-\u200F\u2060\uFEFF\u202A-\u202E\u2066-\u2069]/gu, "")
    .replaceAll(/\s+/gu, " ")
    .trim()
    .toLowerCase();

/**
 * What a decimal digit of any script is worth: Unicode keeps the ten of each in order and without a
 * gap, so it is how many digits stand right before it, counted in tens.
 */
function toDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let first = code;
  while (isDigit.test(String.fromCodePoint(first - 1))) first -= 1;
  return String((code - first) % 10);
}

const isDigit = /^\p{Nd}$/u;

const grouped = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u;
const spaced = /^\d{1,3}(?: \d{3})+(?:[.,]\d+)?$/u;
const simple = /^\d+(?:[.,]\d+)?$/u;
const looksGrouped = /^[1-9]\d{0,2}[.,]\d{3}$/u;

/**
 * A number as people write it: `1,000.5`, `1 000,5`, `67,5`. Where a comma or point could part
 * thousands or decimals (`1.000,50`, `1.000`) it is not guessed.
 */
export function parseNumber(text: string, locale: Locale): number | NumberFault {
  const plain = plainText(text);
  const isNegative = plain.startsWith("-");
  const digits = plain.replace(/^[-+] ?/u, "");
  const size = parseSize(digits, locale);
  return typeof size === "number" && isNegative ? -size : size;
}

function parseSize(digits: string, locale: Locale): number | NumberFault {
  if (digits.length > 24 || !/^[\d., ]+$/u.test(digits)) return { fault: "not_a_number" };
  if (spaced.test(digits)) return Number(digits.replaceAll(" ", "").replace(",", "."));
  const commaGroups = locale !== "ru";
  // "1,000" is a thousand where commas part thousands; nowhere do all take "1.000" for one.
  const isSure = !looksGrouped.test(digits) || (commaGroups && digits.includes(","));
  if (isSure && commaGroups && grouped.test(digits)) return Number(digits.replaceAll(",", ""));
  if (isSure && simple.test(digits)) return Number(digits.replace(",", "."));
  const readings = readingsOf(digits);
  return readings.length === 0
    ? { fault: "not_a_number" }
    : { fault: "ambiguous_number", readings };
}

/** With the point for the decimals, and with the comma. */
function readingsOf(digits: string): readonly number[] {
  const swapped = digits.replaceAll(/[.,]/gu, (mark) => (mark === "," ? "." : ","));
  return [digits, swapped]
    .filter((each) => grouped.test(each) || /^\d+(?:\.\d+)?$/u.test(each))
    .map((each) => Number(each.replaceAll(",", "")));
}
