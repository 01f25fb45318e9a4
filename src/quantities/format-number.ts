import { numberFormat } from "../i18n/formats.ts";
import type { Locale } from "../i18n/locale.ts";

/** A number as the language writes it, with a true minus sign. */
export function formatNumber(
  value: number,
  locale: Locale,
  { least, most }: { readonly least: number; readonly most: number },
): string {
  const format = numberFormat(locale, {
    minimumFractionDigits: least,
    maximumFractionDigits: most,
    signDisplay: "negative",
  });
  return format.format(value).replace("-", "−");
}
