import { segments } from "../src/kinds/kind.ts";
import { plainWords } from "./words/plain-words.ts";
import { tokenize } from "./words/tokens.ts";

/** Words that fill in a form: `fcr target:80 team:Billing why:"They call twice"`. */
export interface NamedValues {
  /** The words without a name, in order. */
  readonly plain: readonly string[];
  /** By lower-case name. Segments are gathered under `where`, as the form takes them. */
  readonly named: ReadonlyMap<string, string>;
}

const segmentNames: readonly string[] = segments;

export function namedValues(words: string): NamedValues {
  const plain: string[] = [];
  const named = new Map<string, string>();
  const where: string[] = [];
  for (const token of tokenize(plainWords(words) ?? "")) {
    if (token.kind !== "pair") plain.push(token.text);
    else if (segmentNames.includes(token.key.toLowerCase())) where.push(token.text);
    else named.set(token.key.toLowerCase(), token.values.join(","));
  }
  if (where.length > 0) named.set("where", [named.get("where") ?? "", ...where].join(" ").trim());
  return { plain, named };
}
