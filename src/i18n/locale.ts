/** The languages Goalpost speaks. A new one: a line here, a folder of texts and its line in `texts.ts`. */
export const locales = ["en", "ko", "ru", "zh-TW"] as const;

export type Locale = (typeof locales)[number];

/** One text in every language; a forgotten language does not compile. */
export type Localized = Readonly<Record<Locale, string>>;

/** The nearest language to a tag such as `ru-RU` or `zh-Hant-TW`; English where none is near. */
export function toLocale(tag: string | null | undefined): Locale {
  const wanted = (tag ?? "").toLowerCase();
  if (wanted.startsWith("zh")) return "zh-TW";
  return locales.find((each) => wanted.startsWith(each)) ?? "en";
}
