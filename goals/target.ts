import type { Locale } from "../src/i18n/locale.ts";
import { longestQuantity, parseNumber, plainText } from "../src/quantities/parse-number.ts";
import { parseQuantity, type QuantityFault } from "../src/quantities/parse-quantity.ts";
import { readOfCount } from "./of-count.ts";
import type { Unit } from "../src/quantities/unit.ts";

export type TargetFault =
  | QuantityFault
  /** A change of what is not known. */
  | { readonly fault: "change_of_nothing" }
  /** `+20 %` of a percentage: a fifth more, or twenty points? */
  | {
      readonly fault: "change_unclear";
      readonly relative: number;
      readonly points: number;
      /** As a value, of a percentage that can be less than nothing. */
      readonly value?: number;
    };

export interface TargetScale {
  readonly unit: Unit;
  /** Where the KPI stands; null where there is no data. */
  readonly baseline: number | null;
  /** ISO 4217, for money. */
  readonly currency?: string;
  /** Whether less than nothing is a value of it. */
  readonly isSigned?: boolean;
}

const pointWords =
  /^(?:pp|p\.p\.|percentage points?|%p|%포인트|퍼센트포인트|п\.\s?п\.|процентных пунктов|個?百分點)$/u;
const percentWords = /^(?:%|percent|퍼센트|процент(?:а|ов)?)$/u;

/** Reads a target as people write it: a value, a count (`7 of 10`), or a change from where the KPI stands (`-20%`, `+5pp`). */
export function readTarget(
  text: string,
  { unit, baseline, currency, isSigned = false }: TargetScale,
  locale: Locale,
): number | TargetFault {
  const count = unit === "percent" ? readOfCount(text) : null;
  if (count !== null) return tidy((100 * count.part) / count.whole);
  const change = readChange(text, locale);
  const isShare = unit === "percent" || unit === "points";
  const isMeant = change !== null && (change.points ? isShare : unit !== "points");
  if (change === null || !isMeant) return parseQuantity(text, unit, locale, currency);
  if (baseline === null) return { fault: "change_of_nothing" };
  if (change.points) return tidy(baseline + change.size);
  const relative = tidy(baseline * (1 + change.size / 100));
  if (unit === "percent") {
    const value = isSigned && change.size < 0 ? { value: change.size } : {};
    return { fault: "change_unclear", relative, points: tidy(baseline + change.size), ...value };
  }
  return unit === "count" ? Math.round(relative) : relative;
}

interface Change {
  readonly size: number;
  readonly points: boolean;
}

/** Only with a sign before it, and with what it is counted in behind it. */
function readChange(text: string, locale: Locale): Change | null {
  if (text.length > longestQuantity) return null;
  const [, sign, number = "", word = ""] =
    /^([+-]) ?(\d(?:[\d., ]*\d)?) ?(\D+)$/u.exec(plainText(text)) ?? [];
  const size = parseNumber(number, locale);
  if (sign === undefined || typeof size !== "number") return null;
  const points = pointWords.test(word);
  if (!points && !percentWords.test(word)) return null;
  return { size: sign === "-" ? -size : size, points };
}

/** 70 and a fifth of it is 84, not 83.99999999999999. */
const tidy = (value: number): number => Number(value.toPrecision(12));
