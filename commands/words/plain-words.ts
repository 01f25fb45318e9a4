/** The longest text that is read at all: no question needs more. */
const longestText = 1_000;

const openingQuotes = /[“”„‟«»「」『』＂]/gu;
const singleQuotes = /[‘’‚‛]/gu;

/**
 * What a person typed, with Slack's escapes, look-alike widths, clever quotes and invisible
 * characters made plain; null where it is too long to be words.
 */
export function plainWords(text: string): string | null {
  if (text.length > longestText) return null;
  const plain = unescapeSlack(text)
    .normalize("NFKC")
    .replaceAll(openingQuotes, '"')
    .replaceAll(singleQuotes, "'")
    .replaceAll(/[\s\p{Cc}]/gu, " ")
    // Zero-width, right-to-left and other marks that only a computer sees.
    .replaceAll(/[\p{Cf}\p{Cs}\p{Co}]/gu, "")
    .trim();
  return plain.length > longestText ? null : plain;
}

/** Slack sends `<@U1|ann>`, `<#C1|general>`, `<https://…|text>` and `&lt;`; the bot's own name leads. */
function unescapeSlack(text: string): string {
  return text
    .replace(/^\s*(?:<@[^<>]*>\s*)+/u, "")
    .replaceAll(
      /<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/gu,
      (_whole, mark: string, id: string, name?: string) =>
        `${mark}${name === undefined || name === "" ? id : name}`,
    )
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
