import { didYouMean } from "./did-you-mean.ts";
import { expectedWords, type Issue, listed, statesProblem } from "./expected-words.ts";
import type { Fault } from "./fault.ts";
import { pathText, shownPath } from "./path-text.ts";
import { type JsonSchema, schemasAt, valueAt } from "./schema-places.ts";
import { showFound } from "./show-found.ts";

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
      const shown = shownPath(path);
      const fault = { file: checked.file, line: checked.lineOf(path), path: shown, ...saying };
      const place = pathText(path);
      if (!seen.has(place)) seen.set(place, fault);
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
    each.path.length === issue.path.length &&
    (each.code === "invalid_type" || each.code === "invalid_union");
  const near = branches.filter((branch) => !branch.some(atRoot));
  if (near.length === 0) return [issue];
  return near.toReversed().toSorted((a, b) => weight(a) - weight(b))[0] ?? [issue];
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
  const expected = expectedWords(issue, types(issue, checked));
  return [{ path: issue.path, expected, found, hint: hintFor(issue, value, checked) }];
}

function hintFor(issue: Issue, value: unknown, checked: Checked): string | null {
  if (issue.code === "custom") return customHint(issue) ?? describe(checked, issue.path);
  const candidates =
    issue.code === "invalid_value" ? issue.values.map(String) : types(issue, checked);
  const near = typeof value === "string" ? didYouMean(value, candidates) : null;
  return near ?? writingHint(issue, value) ?? describe(checked, issue.path);
}

/** YAML takes 5 for a number and "5" for text: the commonest slip of all. */
function writingHint(issue: Issue, value: unknown): string | null {
  if (issue.code !== "invalid_type") return null;
  if (issue.expected === "string" && (typeof value === "number" || typeof value === "boolean")) {
    return "Put it in quotes.";
  }
  if (issue.expected === "array" && typeof value === "string") return "Put it in brackets.";
  const isNumber =
    typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value));
  const wantsNumber = issue.expected === "number" || issue.expected === "int";
  return wantsNumber && isNumber ? "Take the quotes away." : null;
}

function describe(checked: Checked, path: Path): string | null {
  const found = schemasAt(checked.schema, path, checked.value).find(
    (schema) => schema.description !== undefined,
  );
  return found?.description === undefined ? null : sentence(found.description);
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

/** The words a `type:` may be. */
const types = (issue: Issue, checked: Checked): readonly string[] =>
  issue.code === "invalid_union" && issue.discriminator !== undefined
    ? schemasAt(checked.schema, issue.path, checked.value).map((schema) => String(schema.const))
    : [];

type Custom = Extract<Issue, { code: "custom" }>;

function customHint({ message, params }: Custom): string | null {
  const hint: unknown = params?.["hint"];
  const problem = statesProblem(message) ? sentence(message) : null;
  const parts = [problem, typeof hint === "string" ? sentence(hint) : null];
  return parts.filter((part) => part !== null).join(" ") || null;
}

const sentence = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.?!)]$/u.test(text) ? "" : "."}`;
