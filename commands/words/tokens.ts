import { readDates } from "./dates.ts";
import { type OpenDates, readOpenDates } from "./open-dates.ts";
import type { PeriodSpec } from "../../src/periods/period.ts";

/** What the text falls into before any word is understood. */
export type Token =
  | { readonly kind: "word"; readonly text: string }
  /** `key:value,"other value"`; `text` is how it was written. */
  | {
      readonly kind: "pair";
      readonly text: string;
      readonly key: string;
      readonly values: readonly string[];
      /** A comma stands behind it, as if more values were to come. */
      readonly isOpen: boolean;
      /** The values stand apart from the colon and without quotes: they may be other words. */
      readonly isApart: boolean;
    }
  | { readonly kind: "dates"; readonly text: string; readonly spec: PeriodSpec }
  | Extract<OpenDates, { readonly kind: "open" }>;

const separators = /[\s()[\]{}"',;!?、。，；？！]/u;
const valueEnds = /[\s()[\]{}",;、]/u;
const keyPattern = /^[\p{L}_-]+$/u;
const cjk = /[\p{Script=Han}\p{Script=Hangul}]/u;

/** Splits in one pass from left to right. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const next = readToken(text, at);
    if (next.token !== null) tokens.push(next.token);
    at = next.end;
  }
  return tokens;
}

interface Read<T> {
  readonly token: T;
  readonly end: number;
}

function readToken(text: string, at: number): Read<Token | null> {
  const char = text.charAt(at);
  if (char === '"') {
    const quoted = readQuoted(text, at);
    if (quoted !== null) return { token: word(quoted.token), end: quoted.end };
  }
  if (separators.test(char)) return { token: null, end: at + 1 };
  const open = readOpenDates(text, at);
  if (open !== null) {
    const { token, end } = open;
    return { token: token.kind === "since" ? { ...token, kind: "dates" } : token, end };
  }
  const dates = readDates(text, at);
  if (dates !== null) return { token: { kind: "dates", ...dates.token }, end: dates.end };
  return readWord(text, at);
}

function readWord(text: string, start: number): Read<Token | null> {
  let end = start;
  while (end < text.length && !separators.test(text.charAt(end))) {
    const char = text.charAt(end);
    if ((char === ":" || char === "=") && keyPattern.test(text.slice(start, end))) {
      return readPair(text, start, end);
    }
    const follows = end > start && cjk.test(text.charAt(end - 1)) && /\d/u.test(char);
    if (follows && readDates(text, end) !== null) break;
    end += 1;
  }
  return { token: word(text.slice(start, end)), end };
}

function readPair(text: string, start: number, colon: number): Read<Token> {
  const values: string[] = [];
  let at = colon + 1;
  while (text.charAt(at) === " ") at += 1;
  const isApart = at > colon + 1 && text.charAt(at) !== '"';
  for (;;) {
    const value = readValue(text, at);
    if (value.token !== "") values.push(value.token);
    at = value.end;
    const isListed = /[,、]/u.test(text.charAt(at)) && !/^\s?$/u.test(text.charAt(at + 1));
    if (!isListed) break;
    at += 1;
  }
  const key = text.slice(start, colon);
  const isOpen = /[,、]/u.test(text.charAt(at));
  const written = text.slice(start, at);
  return { token: { kind: "pair", key, values, isOpen, isApart, text: written }, end: at };
}

function readValue(text: string, start: number): Read<string> {
  const quoted = text.charAt(start) === '"' ? readQuoted(text, start) : null;
  if (quoted !== null) return quoted;
  let end = start;
  while (end < text.length && !valueEnds.test(text.charAt(end))) end += 1;
  let last = end;
  while (last > start && /[.?!。？！]/u.test(text.charAt(last - 1))) last -= 1;
  // A stray quote or bracket must not stop the reading.
  return { token: text.slice(start, last), end };
}

/** Up to the closing quote; a backslash keeps a quote. Null where it is never closed. */
function readQuoted(text: string, start: number): Read<string> | null {
  let value = "";
  for (let at = start + 1; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '"') return { token: value, end: at + 1 };
    if (char === "\\" && /["\\]/u.test(text.charAt(at + 1))) at += 1;
    value += text.charAt(at);
  }
  return null;
}

/** Without the marks around it: `*fcr*`, `fcr.`, `/kpi`; emoji and lone marks are no words. */
function word(text: string): Token | null {
  const marks = /[\p{P}\p{S}]/u;
  if (/^:[\w+-]+:$/u.test(text)) return null;
  const characters = Array.from(text);
  let first = 0;
  let end = characters.length;
  while (first < end && marks.test(characters[first] ?? "")) first += 1;
  while (end > first && marks.test(characters[end - 1] ?? "")) end -= 1;
  return first === end ? null : { kind: "word", text: characters.slice(first, end).join("") };
}
