/** A value of a segment as it is shown: without spaces around it, and one where there were several. */
export const tidyValue = (value: string): string =>
  value.normalize("NFC").trim().replaceAll(/\s+/gu, " ");

/**
 * What all spellings of one value of a segment have in common: case, width, composed or not, spaces
 * and invisible characters make no other value. Only to be compared, never to be shown.
 */
export const foldValue = (value: string): string =>
  tidyValue(
    value
      .normalize("NFKC")
      // Nobody sees them, so nobody types them.
      .replaceAll(/\p{Cf}/gu, "")
      // There and back: ẞ, ß and ss, or σ and ς, meet on one of the ways only.
      .toLowerCase()
      .toUpperCase()
      .toLowerCase()
      .replaceAll("ς", "σ")
      // What is left of İ.
      .replaceAll("i\u0307", "i")
      .normalize("NFKC"),
  );

export const sameValue = (a: string, b: string): boolean => foldValue(a) === foldValue(b);

export const isNamed = (value: string, values: readonly string[]): boolean =>
  values.some((each) => sameValue(each, value));
