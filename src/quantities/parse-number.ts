import type { Locale } from "../i18n/locale.ts";

export type NumberFault = { readonly fault: "not_a_number" | "ambiguous_number" };

/** The longest text worth reading as a quantity. */
export const longestQuantity = 100;

/** Digits 0 to 9, plain minus and single spaces: what all quantities are read from. */
export const plainText = (text: string): string =>
  text
    .normalize("NFKC")
    .replaceAll(/\p{Nd}/gu, toDigit)
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
  const pointIsDecimal = locale !== "ru";
  if (looksGrouped.test(digits)) {
    // "1,000" is a thousand where commas part thousands, "1.000" is one where points part decimals.
    if (!pointIsDecimal) return { fault: "ambiguous_number" };
    return Number(digits.replace(",", ""));
  }
  if (simple.test(digits)) return Number(digits.replace(",", "."));
  if (grouped.test(digits) && pointIsDecimal) return Number(digits.replaceAll(",", ""));
  const hasBoth = digits.includes(",") && digits.includes(".");
  return { fault: hasBoth || grouped.test(digits) ? "ambiguous_number" : "not_a_number" };
}
