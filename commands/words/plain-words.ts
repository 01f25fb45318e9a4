/** The longest text that is read at all: no question needs more. */
const longestText = 1_000;

const openingQuotes = /[“”„‟«»「」『』＂]/gu;
const singleQuotes = /[‘’‚‛]/gu;

/**
 * What a person typed, out of Slack's escaping already, with look-alike widths, clever quotes and
 * invisible characters made plain; null where it is too long to be words.
 */
export function plainWords(text: string): string | null {
  if (text.length > longestText) return null;
  const plain = text
    .normalize("NFKC")
    .replaceAll(openingQuotes, '"')
    .replaceAll(singleQuotes, "'")
    .replaceAll(/[\s\p{Cc}]/gu, " ")
    // Zero-width, right-to-left and other marks that only a computer sees.
    .replaceAll(/[\p{Cf}\p{Cs}\p{Co}]/gu, "")
    .trim();
  return plain.length > longestText ? null : plain;
}
