/**
 * What a person typed, out of Slack's escaping: `<@U1|mina>` becomes `U1`, `<#C1|billing>` becomes
 * `C1`, a link the words it was made of, and `&amp;` an ampersand.
 */
export const saidWords = (text: string): string =>
  text
    .replaceAll(/<[@#]([A-Z0-9]+)(?:\|[^<>]*)?>/gu, "$1")
    .replaceAll(/<[^<>|]*\|([^<>]*)>/gu, "$1")
    .replaceAll(/<([^<>|]*)>/gu, "$1")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .trim();

/** The same without the bot's own name at the front. */
export const saidTo = (bot: string, text: string): string =>
  saidWords(text.replace(new RegExp(`^\\s*<@${bot}(?:\\|[^<>]*)?>[\\s:,]*`, "u"), ""));
