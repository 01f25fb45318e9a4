import { foldName } from "../../src/kpis/fold-name.ts";
import { periodToWords } from "./period-to-words.ts";
import { readPeriodPhrase } from "./period-phrases.ts";
import { longestWord, vocabulary, type Meaning } from "./vocabulary.ts";
import { tokenize, type Token } from "./tokens.ts";

/** A stretch of the text and what it means. */
export interface Piece {
  readonly meaning:
    | Meaning
    | Extract<Token, { readonly kind: "pair" | "open" }>
    | { readonly kind: "unknown" };
  readonly text: string;
  /** What to type for it; the text itself where that is all there is. */
  readonly canonical: string;
  /** Written to the piece before it without a space, as Korean and Chinese do. */
  readonly isJoined?: true;
}

/** Reads the longest known words first, whatever the spaces, hyphens and brackets between them. */
export function toPieces(tokens: readonly Token[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let words: string[] = [];
  const readWords = (): void => {
    pieces.push(...readRun(words));
    words = [];
  };
  for (const token of withoutTaken(tokens)) {
    switch (token.kind) {
      case "word":
        words.push(token.text);
        break;
      case "pair":
      case "open":
        readWords();
        pieces.push({ meaning: token, text: token.text, canonical: token.text });
        break;
      case "dates": {
        readWords();
        const canonical = periodToWords(token.spec);
        pieces.push({ meaning: { kind: "period", spec: token.spec }, text: token.text, canonical });
        break;
      }
    }
  }
  readWords();
  return pieces;
}

/** In `csat channel: last month` the value was forgotten: what stands there has a meaning of its own. */
function withoutTaken(tokens: readonly Token[]): readonly Token[] {
  return tokens.flatMap((token, at): readonly Token[] => {
    if (token.kind !== "pair" || !token.isApart || token.values.length !== 1) return [token];
    if (vocabulary.get(foldName(token.key))?.meaning.kind !== "segment") return [token];
    const inner = tokenize(token.values.join());
    if (!hasMeaning([...inner, ...tokens.slice(at + 1)])) return [token];
    const text = token.text.slice(0, token.key.length + 1);
    return [{ ...token, values: [], text, isApart: false }, ...inner];
  });
}

/** Whether the first of them is more than somebody's name for something. */
function hasMeaning(tokens: readonly Token[]): boolean {
  const end = tokens.findIndex(({ kind }) => kind !== "word");
  if (end === 0) return tokens[0]?.kind !== "pair";
  const words = tokens.slice(0, end < 0 ? tokens.length : end);
  const [first] = readRun(words.map(({ text }) => text));
  return first !== undefined && first.meaning.kind !== "unknown";
}

/** Folded letters with the place each came from. */
interface Run {
  readonly raw: string;
  readonly folded: string;
  /** Where in `raw` each folded letter, and the end, stands. */
  readonly places: readonly number[];
}

function readRun(words: readonly string[]): readonly Piece[] {
  const run = fold(words.join(" "));
  const isEdge = (at: number): boolean => isEdgeOf(run, at);
  const pieces: Piece[] = [];
  let unknownFrom: number | null = null;
  const closeUnknown = (at: number): void => {
    if (unknownFrom === null) return;
    const texts = textBetween(run, unknownFrom, at).split(" ");
    for (const [index, text] of texts.entries()) {
      const joined = index === 0 ? joinedAt(run, unknownFrom) : {};
      const piece = { meaning: { kind: "unknown" }, text, canonical: text } as const;
      if (text !== "") pieces.push({ ...piece, ...joined });
    }
    unknownFrom = null;
  };
  let at = 0;
  while (at < run.folded.length) {
    const known = readKnown(run, at, isEdge);
    if (known === null) {
      unknownFrom ??= at;
      at += 1;
      while (!isEdge(at)) at += 1;
    } else {
      closeUnknown(at);
      const text = textBetween(run, at, known.end);
      const canonical = known.canonical ?? text;
      pieces.push({ meaning: known.meaning, text, canonical, ...joinedAt(run, at) });
      at = known.end;
    }
  }
  closeUnknown(at);
  return pieces;
}

interface Known {
  readonly meaning: Meaning;
  readonly canonical: string | null;
  readonly end: number;
}

function readKnown(run: Run, at: number, isEdge: (at: number) => boolean): Known | null {
  const word = longestKnown(run.folded, at, isEdge);
  const phrase = readPeriodPhrase(run.folded, at, isEdge);
  if (phrase !== null && (word === null || phrase.end > word.end)) {
    const { spec, end } = phrase;
    return { meaning: { kind: "period", spec }, canonical: periodToWords(spec), end };
  }
  return word;
}

function longestKnown(folded: string, at: number, isEdge: (at: number) => boolean): Known | null {
  for (let end = Math.min(folded.length, at + longestWord); end > at; end -= 1) {
    const word = isEdge(end) ? vocabulary.get(folded.slice(at, end)) : undefined;
    if (word !== undefined) {
      // A colliding name stays as it was typed: nothing else means the same.
      const canonical = word.meaning.kind === "collision" ? null : word.canonical;
      return { meaning: word.meaning, canonical, end };
    }
  }
  return null;
}

function fold(raw: string): Run {
  const places: number[] = [];
  let folded = "";
  let place = 0;
  for (const character of raw) {
    const letters = foldName(character);
    for (let each = 0; each < letters.length; each += 1) places.push(place);
    folded += letters;
    place += character.length;
  }
  return { raw, folded, places: [...places, raw.length] };
}

const textBetween = ({ raw, places }: Run, from: number, to: number): string =>
  raw.slice(places[from], places[to]).trim();

const joinedAt = ({ raw, places }: Run, at: number): Pick<Piece, "isJoined"> =>
  at > 0 && /\S/u.test(raw.charAt((places[at] ?? 0) - 1)) ? { isJoined: true } : {};

const cjk = /[\p{Script=Han}\p{Script=Hangul}]/u;
const digit = /\d/u;

/** Words meet at a space, hyphen or bracket but not at the `_` of an id, where figures meet letters, and anywhere in Chinese or Korean. */
function isEdgeOf({ raw, folded, places }: Run, at: number): boolean {
  if (at <= 0 || at >= folded.length) return true;
  const [before, after] = [folded.charAt(at - 1), folded.charAt(at)];
  const gap = raw.slice((places[at - 1] ?? 0) + 1, places[at]);
  const hasGap = gap !== "" && gap !== "_";
  return hasGap || cjk.test(before) || cjk.test(after) || digit.test(before) !== digit.test(after);
}
