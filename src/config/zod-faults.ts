import type { z } from "zod";
import { didYouMean } from "./did-you-mean.ts";
import type { Fault } from "./fault.ts";
import { pathText } from "./path-text.ts";
import { type JsonSchema, schemasAt, valueAt } from "./schema-places.ts";
import { showFound } from "./show-found.ts";

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];
type Saying = Pick<Fault, "expected" | "found" | "hint">;

export interface Checked {
  readonly file: string;
  readonly value: unknown;
  readonly schema: JsonSchema;
  readonly lineOf: (path: Path) => number | null;
  /** Whether what stands at the path came out of a secret. */
  readonly isSecret: (path: Path) => boolean;
}

/** What the schema objects to, in words for the person who wrote the file. */
export function zodFaults(issues: readonly Issue[], checked: Checked): Fault[] {
  const seen = new Map<string, Fault>();
  for (const issue of issues.flatMap((each) => innermost(each))) {
    for (const { path, ...saying } of sayings(issue, checked)) {
      const text = pathText(path);
      const fault = { file: checked.file, line: checked.lineOf(path), path: text, ...saying };
      if (!seen.has(text)) seen.set(text, fault);
    }
  }
  return [...seen.values()];
}

/** Of a choice the branch that comes nearest: one that takes this type of value, with least to object. */
function innermost(issue: Issue): readonly Issue[] {
  if (issue.code === "invalid_key" || issue.code === "invalid_element") {
    const inner = issue.issues.map((each) => ({ ...each, path: issue.path }));
    return inner.length > 0 ? inner : [issue];
  }
  if (issue.code !== "invalid_union" || issue.errors.length === 0) return [issue];
  const branches = issue.errors.map((errors) =>
    errors.flatMap((each) => innermost({ ...each, path: [...issue.path, ...each.path] })),
  );
  const atRoot = (each: Issue) =>
    each.path.length === issue.path.length && each.code === "invalid_type";
  const near = branches.filter((branch) => !branch.some(atRoot));
  if (near.length === 0) return [issue];
  return near.toSorted((a, b) => weight(a) - weight(b))[0] ?? [issue];
}

const weight = (issues: readonly Issue[]): number =>
  issues.reduce((sum, each) => sum + (each.code === "unrecognized_keys" ? each.keys.length : 1), 0);

function sayings(issue: Issue, checked: Checked): readonly (Saying & { path: Path })[] {
  if (issue.code === "unrecognized_keys") {
    const known = knownKeys(checked, issue.path);
    return issue.keys.map((key) => ({
      path: [...issue.path, key],
      expected: known.length === 0 ? "no more keys" : listed(known),
      found: showFound(key),
      hint: didYouMean(key, known),
    }));
  }
  const value = valueAt(checked.value, issue.path);
  const found = checked.isSecret(issue.path)
    ? "a value that is not shown"
    : showFound(value, issue.path);
  const expected = expectation(issue, checked);
  return [{ path: issue.path, expected, found, hint: hintFor(issue, value, checked) }];
}

function hintFor(issue: Issue, value: unknown, checked: Checked): string | null {
  if (issue.code === "custom") return customHint(issue) ?? describe(checked, issue.path);
  const candidates =
    issue.code === "invalid_value" ? issue.values.map(String) : types(issue, checked);
  const near = typeof value === "string" ? didYouMean(value, candidates) : null;
  return near ?? quotesHint(issue, value) ?? describe(checked, issue.path);
}

/** YAML takes 5 for a number and "5" for text: the commonest slip of all. */
function quotesHint(issue: Issue, value: unknown): string | null {
  if (issue.code !== "invalid_type") return null;
  if (issue.expected === "string" && (typeof value === "number" || typeof value === "boolean")) {
    return "Put it in quotes.";
  }
  const isNumber =
    typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value));
  const wantsNumber = issue.expected === "number" || issue.expected === "int";
  return wantsNumber && isNumber ? "Take the quotes away." : null;
}

function describe(checked: Checked, path: Path): string | null {
  const found = schemasAt(checked.schema, path, checked.value).find(
    (schema) => schema.description !== undefined,
  );
  return found?.description ?? null;
}

const knownKeys = (checked: Checked, path: Path): readonly string[] => [
  ...new Set(
    schemasAt(checked.schema, path, checked.value).flatMap((schema) => [
      ...Object.keys(schema.properties ?? {}),
      ...namesOf(schema).map(String),
    ]),
  ),
];

const namesOf = ({ propertyNames }: JsonSchema) =>
  typeof propertyNames === "object" ? (propertyNames.enum ?? []) : [];

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

const typeName = (type: string): string => typeNames[type] ?? type;

function expectation(issue: Issue, checked: Checked): string {
  switch (issue.code) {
    case "invalid_type":
      return typeName(issue.expected);
    case "invalid_value":
      return listed(issue.values.map(String));
    case "invalid_union":
      return unionExpectation(issue, checked);
    case "too_small":
      return bound(
        issue.origin,
        issue.inclusive === false ? "more than" : "at least",
        issue.minimum,
      );
    case "too_big":
      return bound(
        issue.origin,
        issue.inclusive === false ? "less than" : "at most",
        issue.maximum,
      );
    case "invalid_format":
      return formatExpectation(issue.message, issue.format);
    case "custom":
      return customExpectation(issue);
    case "invalid_key":
    case "invalid_element":
    case "not_multiple_of":
    case "unrecognized_keys":
      return issue.message;
  }
}

function unionExpectation(
  issue: Extract<Issue, { code: "invalid_union" }>,
  checked: Checked,
): string {
  if (issue.discriminator !== undefined) return listed(types(issue, checked));
  const first = issue.errors.flatMap((errors) => errors.slice(0, 1));
  return [...new Set(first.map((each) => expectation(each, checked)))].join(", or ");
}

/** The words a `type:` may be. */
const types = (issue: Issue, checked: Checked): readonly string[] =>
  issue.code === "invalid_union" && issue.discriminator !== undefined
    ? schemasAt(checked.schema, issue.path, checked.value).map((schema) => String(schema.const))
    : [];

function bound(origin: string, words: string, limit: number | bigint): string {
  if (origin === "string") return limit === 1 ? "some text" : `${words} ${limit} characters`;
  if (origin === "array")
    return limit === 1 && words === "at least"
      ? "a list that is not empty"
      : `${words} ${limit} items`;
  return `${words} ${limit}`;
}

type Custom = Extract<Issue, { code: "custom" }>;

/** Schemas of other rooms say "no such day: 2026-13-01 (expected 2026-12-24)", or only what is wrong. */
const customParts = (message: string) =>
  /^(?<problem>.*) \(expected (?<expected>.*)\)$/su.exec(message)?.groups;

function customExpectation(issue: Custom): string {
  const said: unknown = issue.params?.["expected"];
  if (typeof said === "string") return said;
  return customParts(issue.message)?.["expected"] ?? "another value";
}

function customHint(issue: Custom): string | null {
  if (typeof issue.params?.["expected"] === "string") {
    const hint: unknown = issue.params["hint"];
    return typeof hint === "string" ? hint : null;
  }
  if (customParts(issue.message) !== undefined) return null;
  return `${issue.message.charAt(0).toUpperCase()}${issue.message.slice(1)}.`;
}

/** A schema's own message says what is expected; the library's says what went wrong. */
const formatExpectation = (message: string, format: string): string =>
  message.startsWith("Invalid ") ? `text of the form ${format}` : message;

function listed(words: readonly string[]): string {
  const shown = words.slice(0, 12).join(", ");
  const text = words.length > 12 ? `${shown}, …` : shown;
  return words.length === 1 ? text : `one of ${text}`;
}
