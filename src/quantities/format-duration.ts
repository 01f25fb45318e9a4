import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { formatNumber } from "./format-number.ts";

const minute = 60;
const hour = 3_600;
const day = 86_400;

/** The two largest units that matter: "67.5 s", "12 min 30 s", "2 h 14 min", "3 d 4 h". */
export function formatDuration(
  seconds: number,
  locale: Locale,
  decimals: { readonly least: number; readonly most: number } = { least: 0, most: 1 },
): string {
  if (seconds < 2 * minute) {
    const number = formatNumber(seconds, locale, decimals);
    return say(locale, (t) => t.quantities.seconds, { number });
  }
  if (roundTo(seconds, 1) < hour) return pair(seconds, minute, 1, locale);
  // Up to three days in hours: a working day of eight hours would make "1 d" unclear.
  if (roundTo(seconds, minute) < 3 * day) return pair(seconds, hour, minute, locale);
  return pair(seconds, day, hour, locale);
}

function pair(seconds: number, large: number, small: number, locale: Locale): string {
  const rounded = roundTo(seconds, small);
  const rest = rounded % large;
  const first = inUnit((rounded - rest) / large, large, locale);
  return rest === 0 ? first : `${first} ${inUnit(rest / small, small, locale)}`;
}

const roundTo = (seconds: number, step: number): number => Math.round(seconds / step) * step;

function inUnit(count: number, unit: number, locale: Locale): string {
  const number = formatNumber(count, locale, { least: 0, most: 0 });
  if (unit === day) return say(locale, (t) => t.quantities.days, { number });
  if (unit === hour) return say(locale, (t) => t.quantities.hours, { number });
  if (unit === minute) return say(locale, (t) => t.quantities.minutes, { number });
  return say(locale, (t) => t.quantities.seconds, { number });
}
