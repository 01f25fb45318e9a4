/** Slack's `mrkdwn` as tokens; what is no markup stays text. */
export type Token =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "break" }
  | { readonly kind: "code" | "pre" | "emoji" | "angle"; readonly text: string }
  | { readonly kind: "bold" | "italic" | "strike"; readonly inner: readonly Token[] }
  | { readonly kind: "quote"; readonly inner: readonly Token[] };

/** Marks count only at the edge of a word, as in Slack: `2*3*4` stays as it is. */
const marked = (mark: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}${mark}])${mark}(?=\\S)([^${mark}\\n]+?)(?<=\\S)${mark}(?![\\p{L}\\p{N}${mark}])`,
    "u",
  );

const rules = [
  { kind: "pre", pattern: /```\n?([\s\S]+?)\n?```/u },
  { kind: "code", pattern: /`([^`\n]+)`/u },
  { kind: "angle", pattern: /<([^<>\n]+)>/u },
  { kind: "emoji", pattern: /:([a-z0-9_+-]+):/u },
  { kind: "bold", pattern: marked("\\*") },
  { kind: "italic", pattern: marked("_") },
  { kind: "strike", pattern: marked("~") },
] as const;

const plain = (text: string): readonly Token[] =>
  text.split("\n").flatMap((line, at): readonly Token[] => {
    const words: readonly Token[] = line === "" ? [] : [{ kind: "text", text: line }];
    return at === 0 ? words : [{ kind: "break" }, ...words];
  });

function inlineTokens(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let rest = text;
  for (;;) {
    const [first] = rules
      .flatMap(({ kind, pattern }) => {
        const match = pattern.exec(rest);
        return match === null ? [] : [{ kind, match }];
      })
      .toSorted((a, b) => a.match.index - b.match.index);
    if (first === undefined) return [...tokens, ...plain(rest)];
    const { kind, match } = first;
    const [whole, inside = ""] = match;
    tokens.push(...plain(rest.slice(0, match.index)));
    tokens.push(
      kind === "bold" || kind === "italic" || kind === "strike"
        ? { kind, inner: inlineTokens(inside) }
        : { kind, text: inside },
    );
    rest = rest.slice(match.index + whole.length);
  }
}

/** Lines that begin with `>` are a quote; the rest is read as it runs. */
export function mrkdwnTokens(text: string): readonly Token[] {
  const parts = text.split(/((?:^(?:&gt;|>) ?.*(?:\n|$))+)/mu).filter((each) => each !== "");
  return parts.flatMap((part): readonly Token[] =>
    /^(?:&gt;|>)/u.test(part)
      ? [
          {
            kind: "quote",
            inner: inlineTokens(part.replaceAll(/^(?:&gt;|>) ?/gmu, "").replace(/\n$/u, "")),
          },
        ]
      : inlineTokens(part),
  );
}

export const unescaped = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
