import type { Locale } from "./locale.ts";

/** Sentences behind one another as the language writes them: Chinese puts no space behind its full stop. */
export const sentences = (parts: readonly string[], locale: Locale): string =>
  parts.filter((part) => part !== "").join(locale === "zh-TW" ? "" : " ");
