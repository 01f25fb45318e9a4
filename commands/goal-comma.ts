import type { Locale } from "../src/i18n/locale.ts";
import { longestQuantity, parseNumber, plainText } from "../src/quantities/parse-number.ts";

/** `1,5`: one and a half, or one and then five? */
export interface CommaFault {
  readonly fault: "series_or_value";
  readonly value: number;
  readonly first: number;
  readonly second: number;
}

/**
 * What a bare pair of numbers with a comma between may mean, where the language writes decimals with
 * a point; null where its comma is the decimal mark, or parts thousands.
 */
export function commaReadings(text: string, locale: Locale): CommaFault | null {
  if (locale === "ru" || text.length > longestQuantity) return null;
  const [, first = "", second] = /^(\d+),(\d+)$/u.exec(plainText(text)) ?? [];
  if (second === undefined) return null;
  const value = parseNumber(text, locale);
  return value === Number(`${first}.${second}`)
    ? { fault: "series_or_value", value, first: Number(first), second: Number(second) }
    : null;
}
