import type { z } from "zod";

export type Issue = z.core.$ZodIssue;

const typeNames: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  object: "a mapping",
  record: "a mapping",
  array: "a list",
  tuple: "a list",
  null: "nothing",
};

/** What should have stood there; `types` are the words a `type:` may be. */
export function expectedWords(issue: Issue, types: readonly string[]): string {
  switch (issue.code) {
    case "invalid_type":
      return typeNames[issue.expected] ?? issue.expected;
    case "invalid_value":
      return ownWords(issue.message, listed(issue.values.map(String)));
    case "invalid_union":
      return unionWords(issue, types);
    case "too_small":
      return bound(issue.origin, issue.inclusive, ["more than", "at least"], issue.minimum);
    case "too_big":
      return bound(issue.origin, issue.inclusive, ["less than", "at most"], issue.maximum);
    case "invalid_format":
      return ownWords(issue.message, `text of the form ${issue.format}`);
    case "custom":
      return customWords(issue.message);
    case "invalid_key":
    case "invalid_element":
    case "not_multiple_of":
    case "unrecognized_keys":
      return issue.message;
  }
}

export function listed(words: readonly string[]): string {
  const shown = words.slice(0, 12).join(", ");
  const text = words.length > 12 ? `${shown}, …` : shown;
  return words.length === 1 ? text : `one of ${text}`;
}

/** Schemas of other rooms may say "no such day: 2026-13-01 (expected 2026-12-24)". */
const problemAndExpected = /^.* \(expected (?<expected>.*)\)$/su;

/** … or a whole sentence about what is wrong: that one is a hint. */
export const statesProblem = (message: string): boolean =>
  /\b(?:overlaps|is named|cannot|belongs)\b/u.test(message);

function customWords(message: string): string {
  if (statesProblem(message)) return "another value";
  return problemAndExpected.exec(message)?.groups?.["expected"] ?? message;
}

function unionWords(
  issue: Extract<Issue, { code: "invalid_union" }>,
  types: readonly string[],
): string {
  if (issue.discriminator !== undefined) return listed(types);
  const first = issue.errors.flatMap((errors) => errors.slice(0, 1));
  return [...new Set(first.map((each) => expectedWords(each, types)))].join(", or ");
}

function bound(
  origin: string,
  inclusive: boolean | undefined,
  [open, closed]: readonly [string, string],
  limit: number | bigint,
): string {
  const words = inclusive === false ? open : closed;
  if (limit === 1 && words === "at least" && origin === "string") return "some text";
  if (limit === 1 && words === "at least" && origin === "array") return "a list that is not empty";
  if (origin === "string") return `${words} ${limit} characters`;
  return origin === "array" ? `${words} ${limit} items` : `a number of ${words} ${limit}`;
}

/** A schema's own message says what is expected; the library's says what went wrong. */
const ownWords = (message: string, otherwise: string): string =>
  message.startsWith("Invalid ") ? otherwise : message;
