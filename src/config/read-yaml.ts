import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  parseDocument,
  type Alias,
  type Document,
  type ErrorCode,
  type Node,
  type YAMLMap,
} from "yaml";
import { didYouMean } from "./did-you-mean.ts";
import type { Fault } from "./fault.ts";
import { quote } from "./show-found.ts";
import { pathText, shownPath } from "./path-text.ts";
import { syntaxFault } from "./syntax-fault.ts";

/** What a file says, with the line of everything it says. */
export interface YamlFile {
  readonly value: unknown;
  readonly faults: readonly Fault[];
  /** The line of what stands at this path, or of the nearest thing around it. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

const mostDepth = 40;
const mostNodes = 50_000;
const reserved = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Walks the parsed nodes itself: the library looks for duplicate keys in quadratic time, turns odd
 * keys into text and forgets lines.
 */
export function readYaml(file: string, text: string): YamlFile {
  const nothing = { value: undefined, lineOf: () => 1 };
  const tooDeep = depthFault(file, text);
  if (tooDeep !== null) return { ...nothing, faults: [tooDeep] };

  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: "error",
  });
  const lineAt = (offset: number): number => lines.linePos(offset).line;
  // The first complaint about a line is the cause, the others its echoes.
  const broken = [...document.errors, ...document.warnings].toReversed();
  if (broken.length > 0) {
    const codes = withoutEchoes(
      new Map(broken.map(({ pos, code }) => [lineAt(pos[0]), code])),
      text.split("\n"),
    );
    const faults = [...codes].map(([line, code]) => syntaxFault(file, line, code));
    return { ...nothing, faults: faults.toReversed().slice(0, 20) };
  }
  return new Walk(file, document, lineAt).read();
}

/** What the library says of the shape of lines that are right, because one above begins with a tab. */
const echoes: ReadonlySet<ErrorCode> = new Set([
  "BAD_INDENT",
  "BLOCK_AS_IMPLICIT_KEY",
  "MULTILINE_IMPLICIT_KEY",
  "UNEXPECTED_TOKEN",
]);

/** A tab among the spaces is a tab, whatever else the library calls it. */
function withoutEchoes(
  codes: ReadonlyMap<number, ErrorCode>,
  texts: readonly string[],
): ReadonlyMap<number, ErrorCode> {
  const isTab = (line: number, code: ErrorCode): boolean =>
    code === "TAB_AS_INDENT" || (code === "BAD_INDENT" && /^ *\t/u.test(texts[line - 1] ?? ""));
  const all = [...codes].map(([line, code]): readonly [number, ErrorCode] => [
    line,
    isTab(line, code) ? "TAB_AS_INDENT" : code,
  ]);
  if (!all.some(([, code]) => code === "TAB_AS_INDENT")) return codes;
  return new Map(all.filter(([, code]) => !echoes.has(code)));
}

/** The library recurses: a thousand open brackets would overflow the stack before it can object. */
function depthFault(file: string, text: string): Fault | null {
  let depth = 0;
  let line = 1;
  let onLine = 0;
  for (const token of new Lexer().lex(text)) {
    if (token === "[" || token === "{") depth += 1;
    if (token === "]" || token === "}") depth -= 1;
    if (token === "-" || token === "?") onLine += 1;
    if (token.includes("\n")) {
      line += token.split("\n").length - 1;
      onLine = 0;
    }
    const indent = token.startsWith(" ") && onLine === 0 ? token.length / 8 : 0;
    if (depth + onLine + indent > mostDepth) return deepFault(file, line);
  }
  return null;
}

const deepFault = (file: string, line: number): Fault => ({
  file,
  line,
  path: "",
  expected: `at most ${mostDepth} levels of nesting`,
  found: "more",
  hint: "Look for a bracket that is never closed.",
});

/** A class, because one walk shares its counters and lists across the recursion. */
class Walk {
  readonly #file: string;
  readonly #document: Document.Parsed;
  readonly #lineAt: (offset: number) => number;
  readonly #lines = new Map<string, number>();
  readonly #faults: Fault[] = [];
  readonly #open = new Set<Node>();
  #nodes = 0;

  constructor(file: string, document: Document.Parsed, lineAt: (offset: number) => number) {
    this.#file = file;
    this.#document = document;
    this.#lineAt = lineAt;
  }

  read(): YamlFile {
    const value = this.#value(this.#document.contents, []);
    return { value, faults: this.#faults, lineOf: (path) => this.#lineOf(path) };
  }

  #lineOf(path: readonly PropertyKey[]): number {
    for (let length = path.length; length > 0; length -= 1) {
      const line = this.#lines.get(pathText(path.slice(0, length)));
      if (line !== undefined) return line;
    }
    return 1;
  }

  #value(node: Node | null, path: readonly PropertyKey[]): unknown {
    this.#nodes += 1;
    if (this.#nodes > mostNodes) {
      if (this.#nodes === mostNodes + 1) {
        this.#add(path, `at most ${mostNodes} values`, "more", "Look for aliases of aliases.");
      }
      return null;
    }
    if (node === null) return null;
    if (isAlias(node)) return this.#alias(node, path);
    if (isScalar(node)) return node.value;
    if (this.#open.has(node) || path.length > mostDepth) {
      this.#add(path, "values that end", "an alias inside what it names", null);
      return null;
    }
    this.#open.add(node);
    const value = isMap(node)
      ? this.#map(node, path)
      : isSeq(node)
        ? this.#list(node.items, path)
        : null;
    this.#open.delete(node);
    return value;
  }

  #alias(node: Alias, path: readonly PropertyKey[]): unknown {
    const target = node.resolve(this.#document);
    if (target !== undefined) return this.#value(target, path);
    this.#add(path, "the name of an anchor above", quote(`*${node.source}`), null);
    return null;
  }

  #list(items: readonly unknown[], path: readonly PropertyKey[]): unknown[] {
    return items.map((item, index) => {
      const at = [...path, index];
      this.#lines.set(pathText(at), this.#lineOfNode(item, path));
      return this.#value(asNode(item), at);
    });
  }

  #map(node: YAMLMap, path: readonly PropertyKey[]): Record<string, unknown> {
    const value: Record<string, unknown> = {};
    for (const pair of node.items) {
      const key = this.#key(pair.key, path);
      if (key === null) continue;
      const at = [...path, key];
      const line = this.#lineOfNode(pair.key, path);
      if (Object.hasOwn(value, key)) {
        const first = this.#lineOf(at);
        this.#add(
          at,
          "each key once",
          `a second ${quote(key)}`,
          `The first is on line ${first}.`,
          line,
        );
        continue;
      }
      this.#lines.set(pathText(at), line);
      value[key] = this.#value(asNode(pair.value), at);
    }
    return value;
  }

  #key(key: unknown, path: readonly PropertyKey[]): string | null {
    const line = this.#lineOfNode(key, path);
    if (!isScalar(key)) {
      this.#add(path, "a word as key", "a list, a mapping or an alias", null, line);
      return null;
    }
    const text = key.source ?? String(key.value);
    if (!reserved.has(text)) return text;
    this.#add([...path, text], "another key", quote(text), didYouMean(text, []), line);
    return null;
  }

  #lineOfNode(node: unknown, path: readonly PropertyKey[]): number {
    const range = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range : null;
    return range ? this.#lineAt(range[0]) : this.#lineOf(path);
  }

  #add(
    path: readonly PropertyKey[],
    expected: string,
    found: string,
    hint: string | null,
    line = this.#lineOf(path),
  ): void {
    this.#faults.push({ file: this.#file, line, path: shownPath(path), expected, found, hint });
  }
}

const asNode = (item: unknown): Node | null =>
  isScalar(item) || isMap(item) || isSeq(item) || isAlias(item) ? item : null;
