/**
 * What a person typed, out of Slack's escaping: `<@U1|mina>` becomes `U1`, `<#C1|billing>` becomes
 * `C1`, a link the words it was made of, and `&amp;` an ampersand. Done once, where the words come
 * in: afterwards `R&D <x>` is a name like any other.
 */
export const saidWords = (text: string): string =>
  pressedWords(
    text
      .replaceAll(/<[@#]([A-Z0-9]+)(?:\|[^<>]*)?>/gu, "$1")
      .replaceAll(/<(?:!|[a-z]+:)[^<>|]*\|([^<>]*)>/gu, "$1")
      .replaceAll(/<((?:!|[a-z]+:)[^<>|]*)>/gu, "$1"),
  ).trim();

/** The words in a button: Slack may give them back with its escapes, and puts no names into them. */
export const pressedWords = (value: string): string =>
  value.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** The same without the bot's own name at the front. */
export const saidTo = (bot: string, text: string): string =>
  saidWords(text.replace(new RegExp(`^\\s*<@${bot}(?:\\|[^<>]*)?>[\\s:,]*`, "u"), ""));
