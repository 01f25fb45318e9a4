/** What a markdown block may hold: the parts Slack draws, one after another. */
export type MarkdownPart =
  | { readonly kind: "heading"; readonly level: number; readonly text: string }
  | { readonly kind: "paragraph" | "quote" | "code"; readonly text: string }
  | { readonly kind: "list"; readonly isOrdered: boolean; readonly items: readonly string[] }
  | { readonly kind: "table"; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: "rule" };

const cellsOf = (line: string): readonly string[] =>
  line
    .trim()
    .replaceAll(/^\||\|$/gu, "")
    .split("|")
    .map((cell) => cell.trim());

const bullet = /^\s*[-*+] +/u;
const number = /^\s*\d+[.)] +/u;
const ruler = /^\s*\|?[\s:|-]*-[\s:|-]*\|?\s*$/u;

function partOf(chunk: string): MarkdownPart {
  const lines = chunk.split("\n");
  const [first = "", second = ""] = lines;
  const heading = /^(#{1,6}) +(.*)$/u.exec(first);
  if (heading !== null && lines.length === 1) {
    return { kind: "heading", level: heading[1]?.length ?? 1, text: heading[2] ?? "" };
  }
  if (/^(?:-{3,}|\*{3,}|_{3,})$/u.test(chunk)) return { kind: "rule" };
  if (first.includes("|") && second.includes("|") && ruler.test(second)) {
    return { kind: "table", rows: [first, ...lines.slice(2)].map(cellsOf) };
  }
  for (const [marker, isOrdered] of [
    [bullet, false],
    [number, true],
  ] as const) {
    if (lines.every((line) => marker.test(line))) {
      return { kind: "list", isOrdered, items: lines.map((line) => line.replace(marker, "")) };
    }
  }
  if (lines.every((line) => line.startsWith(">"))) {
    return { kind: "quote", text: lines.map((line) => line.replace(/^> ?/u, "")).join("\n") };
  }
  return { kind: "paragraph", text: chunk };
}

const kindOf = (line: string): string =>
  bullet.test(line) ? "bullet" : number.test(line) ? "number" : /^#{1,6} /u.test(line) ? line : "";

/** A new part begins at an empty line, a heading, and where a list begins or ends. */
function chunksOf(text: string): readonly string[] {
  const chunks: string[][] = [[]];
  for (const line of text.split("\n")) {
    const last = chunks.at(-1) ?? [];
    const before = last.at(-1);
    const isNew = line.trim() === "" || (before !== undefined && kindOf(before) !== kindOf(line));
    if (isNew) chunks.push(line.trim() === "" ? [] : [line]);
    else last.push(line);
  }
  return chunks.filter((each) => each.length > 0).map((each) => each.join("\n"));
}

export function markdownParts(text: string): readonly MarkdownPart[] {
  return text
    .split(/^```.*\n([\s\S]*?)^```\s*$/mu)
    .flatMap((part, at): readonly MarkdownPart[] =>
      at % 2 === 1
        ? [{ kind: "code", text: part.replace(/\n$/u, "") }]
        : chunksOf(part).map(partOf),
    );
}

/** Standard markdown's inline marks as Slack's own: `**bold**`, `[text](url)`. */
export const toMrkdwn = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll(/<(?!https?:|mailto:|[@#!])/gu, "&lt;")
    .replaceAll(/\[([^\]]+)\]\(([^)\s]+)\)/gu, "<$2|$1>")
    .replaceAll(/(?<!\*)\*(?=[^*\s])([^*\n]+?)\*(?!\*)/gu, "_$1_")
    .replaceAll(/\*\*([^*\n]+?)\*\*/gu, "*$1*")
    .replaceAll(/~~([^~\n]+?)~~/gu, "~$1~");
