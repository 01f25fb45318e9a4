import { numberFormat } from "../i18n/formats.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { formatDuration } from "./format-duration.ts";
import { formatNumber } from "./format-number.ts";
import type { Unit } from "./unit.ts";

export interface QuantityStyle {
  /** How many records it was made from: a large sample carries a second decimal. */
  readonly sample?: number;
  /** ISO 4217, for money. */
  readonly currency?: string;
}

/** A value as people read it: "71.4 %", "2 h 14 min", "3.40". */
export function formatQuantity(
  value: number,
  unit: Unit,
  locale: Locale,
  style: QuantityStyle = {},
): string {
  if (!Number.isFinite(value)) return "–";
  const sign = formatNumber(value, locale, decimals(unit, style)).startsWith("−") ? "−" : "";
  return sign + unsigned(Math.abs(value), unit, locale, style);
}

/** A change with its sign; between two percentages it is in points: "−1.8 pp". */
export function formatChange(
  change: number,
  unit: Unit,
  locale: Locale,
  style: QuantityStyle = {},
): string {
  if (!Number.isFinite(change)) return "–";
  const size = Math.abs(change);
  const text =
    unit === "percent"
      ? say(locale, (t) => t.quantities.percentagePoints, {
          number: formatNumber(size, locale, decimals(unit, style)),
        })
      : unsigned(size, unit, locale, style);
  const isZero = !/[1-9]/u.test(formatNumber(size, locale, decimals(unit, style)));
  if (isZero) return text;
  return change < 0 ? `−${text}` : `+${text}`;
}

function unsigned(value: number, unit: Unit, locale: Locale, style: QuantityStyle): string {
  const number = formatNumber(value, locale, decimals(unit, style));
  switch (unit) {
    case "percent":
      return say(locale, (t) => t.quantities.percent, { number });
    case "seconds":
      return formatDuration(value, locale, decimals(unit, style));
    case "per_hour":
      return say(locale, (t) => t.quantities.perHour, { number });
    case "money":
      return formatMoney(value, locale, style.currency);
    case "count":
    case "points":
    case "score":
    case "ratio":
      return number;
  }
}

/** Figures of a thousand records and more are published with two decimals; fewer do not bear them. */
const largeSample = 1_000;

function decimals(
  unit: Unit,
  style: QuantityStyle,
): { readonly least: number; readonly most: number } {
  const most = (style.sample ?? 0) >= largeSample ? 2 : 1;
  switch (unit) {
    case "count":
      return { least: 0, most: 0 };
    case "score":
    case "ratio":
    case "money":
      return { least: 2, most: 2 };
    case "percent":
    case "points":
    case "seconds":
    case "per_hour":
      // Measured figures stand in columns, so all have the same decimals; a target is as it was said.
      return { least: style.sample === undefined ? 0 : most, most };
  }
}

function formatMoney(value: number, locale: Locale, currency: string | undefined): string {
  if (currency === undefined) return formatNumber(value, locale, { least: 2, most: 2 });
  const format = numberFormat(locale, { style: "currency", currency });
  return format.format(value).replaceAll(/\s/gu, " ");
}
