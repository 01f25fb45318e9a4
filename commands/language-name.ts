import type { Locale } from "../src/i18n/locale.ts";

/** A language by its own name: `한국어`; Chinese by its script, since that is what is chosen. */
export const languageName = (locale: Locale): string =>
  new Intl.DisplayNames(locale, { type: "language" }).of(locale === "zh-TW" ? "zh-Hant" : locale) ??
  locale;
