import type { Locale } from "../../src/i18n/locale.ts";
import { texts } from "../../src/i18n/texts.ts";

/** Every text of a language with what leads to it. */
function* leaves(part: unknown, path: string): Generator<readonly [string, string]> {
  if (typeof part === "string") yield [path, part];
  else if (typeof part === "object" && part !== null) {
    for (const [key, value] of Object.entries(part)) yield* leaves(value, `${path}.${key}`);
  }
}

/** A piece of two words or more; a single one may be somebody's name or the word to type. */
const isTelling = (piece: string): boolean => piece.length >= 8 && /\p{L}\s+\p{L}/u.test(piece);

const english = [...leaves(texts.en, "")].flatMap(([, text]) =>
  text
    .split(/\{\w+\}/u)
    .map((piece) => piece.trim())
    .filter(isTelling),
);

/** What stands there that should not: a placeholder nobody filled, or a text of ours in English. */
export function notInThisLanguage(shown: string, locale: Locale): readonly string[] {
  const keys = shown.match(/\{\w+\}|\bundefined\b|\bNaN\b|\[object /gu) ?? [];
  if (locale === "en") return keys;
  const own = [...leaves(texts[locale], "")].map(([, text]) => text).join("\n");
  return [...keys, ...english.filter((piece) => shown.includes(piece) && !own.includes(piece))];
}
