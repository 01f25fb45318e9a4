import type { Locale } from "../i18n/locale.ts";
import { texts } from "../i18n/texts.ts";

/** Why a row was set aside; a reason nobody has put into words yet shows its own. */
export function rowReasonText(reason: string, locale: Locale): string {
  const reasons: Readonly<Record<string, string>> = texts[locale].explain.rowReasons;
  return reasons[reason] ?? reason.replaceAll("_", " ");
}
