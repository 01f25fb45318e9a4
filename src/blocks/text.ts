/** Text with Slack's markup in it. Only `md` makes one, so a plain string is never taken for markup. */
export interface Markup {
  readonly kind: "markup";
  readonly source: string;
}

/** What a text place takes: a string is foreign and gets escaped, markup is ours. */
export type Writing = string | Markup;

/** Our markup around foreign words: `md\`*${name}*\``. Every hole is escaped unless it is markup itself. */
export function md(parts: TemplateStringsArray, ...holes: readonly (Writing | number)[]): Markup {
  const source = parts.reduce((text, part, index) => {
    const hole = holes[index - 1];
    return text + (hole === undefined ? "" : toSource(hole)) + part;
  });
  return { kind: "markup", source };
}

/** Pieces of writing in one, `between` them as it stands. */
export const joinMarkup = (pieces: readonly Writing[], between: string): Markup => ({
  kind: "markup",
  source: pieces.map(toSource).join(between),
});

/** Slack markup of at most `most` characters, never cut inside an entity or a link. */
export function toMrkdwn(writing: Writing, most: number): string {
  return cutSource(toSource(writing), most);
}

/** Foreign text for a place without markup (`plain_text`, `raw_text`), of at most `most` characters. */
export function toPlain(text: string, most: number): string {
  const clean = strip(text);
  return clean.length <= most ? clean : `${whole(clean.slice(0, most - 1)).trimEnd()}…`;
}

function toSource(writing: Writing | number): string {
  if (typeof writing === "number") return String(writing);
  return typeof writing === "string" ? escape(strip(writing)) : writing.source;
}

/**
 * Control characters (line breaks stay), bidirectional marks and zero-width characters, invisible and
 * able to make a name read as another; and halves of characters, which Slack refuses.
 */
const invisible = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}]/gu;

const strip = (text: string): string =>
  text.replaceAll(/\r\n?|[\u2028\u2029\u0085]/gu, "\n").replaceAll(invisible, "");

/**
 * Slack has no escape for its formatting marks, so those that could format become look-alikes. A
 * mark between two letters or figures (`first_response_time`, `9~15`) never formats and stays.
 */
const lookAlikes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  "*": "∗",
  _: "ˍ",
  "~": "∼",
  "`": "ˋ",
};

const escape = (text: string): string =>
  text
    .replaceAll(
      /[&<>]|(?<![\p{L}\p{N}])[*_~`]|[*_~`](?![\p{L}\p{N}])/gu,
      (mark) => lookAlikes[mark] ?? mark,
    )
    // `:name:` would become an emoji, and an emoji can look like a verdict; `10:30:00` is left.
    .replaceAll(/:(?=(?!\d+:)[\w+'-]{1,50}:)/gu, "꞉");

function cutSource(source: string, most: number): string {
  if (source.length <= most) return source;
  const kept = whole(source.slice(0, most - 1)).replace(/&[a-z]{0,4}$|<[^<>]*$/u, "");
  return `${kept.trimEnd()}…`;
}

/** Without half a surrogate pair at the end. */
const whole = (text: string): string => text.replace(/[\uD800-\uDBFF]$/u, "");
