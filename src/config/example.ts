import { stringify } from "yaml";
import { kinds } from "../kinds/index.ts";
import { type Column, segments } from "../kinds/kind.ts";
import { choices, inside, type JsonSchema, valueAt } from "./schema-places.ts";

interface Line {
  readonly level: number;
  /** A sentence about what follows, or the thing itself. */
  readonly kind: "about" | "key";
  readonly text: string;
  readonly active: boolean;
}

interface Place {
  readonly schema: JsonSchema;
  readonly path: readonly string[];
  readonly level: number;
  readonly example: unknown;
  /** Whether it stands in the file, or behind a # that can be taken away. */
  readonly active: boolean;
}

const lineWidth = 96;

/**
 * A `goalpost.yml` to start from, made of the schema: every key, what it means, and a value that is
 * valid. What may be left out is commented out by a # without a space.
 */
export function configExample(root: JsonSchema): string {
  const lines = keyLines(
    { schema: root, path: [], level: 0, example: undefined, active: true },
    root,
  );
  const text = lines.flatMap((line, at) => {
    const before = lines[at - 1];
    const opensSection = isAbout(line) && (before === undefined || !isAbout(before));
    return opensSection ? ["", lineText(line)] : [lineText(line)];
  });
  return [
    "# Goalpost's configuration. A line that begins with # and no space behind it may be left out:",
    "# take the # away to use it. `goalpost config check` names everything that is wrong in here.",
    ...new Set(told(root)),
    ...text,
    "",
  ].join("\n");
}

const isAbout = ({ level, kind }: Line): boolean => level === 0 && kind === "about";

const lineText = ({ level, kind, text, active }: Line): string => {
  const indent = "  ".repeat(level);
  if (kind === "about") return `${indent}# ${text}`;
  return active ? indent + text : `#${indent}${text}`;
};

/** The keys of a mapping, each with what it means. */
function keyLines(place: Place, root: JsonSchema): readonly Line[] {
  const { schema, path, level, example, active } = place;
  return Object.keys(schema.properties ?? {}).flatMap((key) => {
    const own = inside(schema, key) ?? {};
    const given = valueAt(example, [key]);
    const isWanted =
      given !== undefined ||
      schema.required?.includes(key) === true ||
      hasScalarDefault(own) ||
      own["inExample"] === true;
    const next: Place = {
      schema: own,
      path: [...path, key],
      level,
      example: given ?? sampleOf(own),
      active: active && isWanted,
    };
    return [...aboutLines(next), ...placeLines(next, root)];
  });
}

function placeLines(place: Place, root: JsonSchema): readonly Line[] {
  const { schema, path, level, example, active } = place;
  const key = path.at(-1) ?? "";
  const line = (text: string): Line => ({ level, kind: "key", text, active });
  const [only, ...others] = choices(root, schema);
  if (only?.properties !== undefined && others.length === 0) {
    const inner = keyLines({ ...place, schema: only, level: level + 1 }, root);
    return [line(`${key}:`), ...inner];
  }
  const branches = sourceBranches(schema);
  if (branches.length > 0) {
    return [
      line(`${key}:`),
      ...branches.flatMap((branch, at) => {
        const item = valueAt(example, [at]);
        const shown = at === 0 ? branch : withoutTold(branch, branches[0] ?? {});
        const inner = { ...place, schema: shown, level: level + 2, example: item };
        return asItem(keyLines({ ...inner, active: active && at === 0 }, root));
      }),
    ];
  }
  return [line(`${key}: ${flow(example ?? fallback(schema, key))}`)];
}

/** The types of a list whose items say their `type`. */
const sourceBranches = ({ items }: JsonSchema): readonly JsonSchema[] =>
  typeof items === "object" && !Array.isArray(items) ? (items.oneOf ?? []) : [];

/** A type without what the first one has told already; its records on one line. */
function withoutTold(branch: JsonSchema, first: JsonSchema): JsonSchema {
  const entries = Object.entries(branch.properties ?? {}).filter(
    ([key]) => ["name", "type"].includes(key) || !(key in (first.properties ?? {})),
  );
  const records: JsonSchema = { description: "What its rows become, and all else as above." };
  return { ...branch, properties: { ...Object.fromEntries(entries), records } };
}

function asItem(lines: readonly Line[]): readonly Line[] {
  const first = lines.findIndex(({ kind }) => kind === "key");
  return lines.map((line, at) =>
    at === first ? { ...line, level: line.level - 1, text: `- ${line.text}` } : line,
  );
}

/** Our schemas give a `sample`: zod leaves `examples` out where a text becomes something else. */
export const sampleOf = (schema: JsonSchema): unknown =>
  schema["sample"] ?? schema.examples?.[0] ?? schema.default ?? schema.const;

const hasScalarDefault = (schema: JsonSchema): boolean =>
  schema.default !== undefined && typeof schema.default !== "object";

const fallback = (schema: JsonSchema, key: string): unknown => (schema.type === "array" ? [] : key);

const flow = (value: unknown): string =>
  stringify(value, { collectionStyle: "flow", lineWidth: 0 }).trimEnd();

const aboutLines = ({ schema, path, level, active }: Place): readonly Line[] =>
  wrapped(schema.description ?? columnText(path)).map((text) => ({
    level,
    kind: "about",
    text,
    active,
  }));

function wrapped(text: string | null): readonly string[] {
  const lines: string[] = [];
  for (const word of (text ?? "").split(/\s+/u).filter(Boolean)) {
    const before = lines.at(-1);
    const joined = before === undefined ? word : `${before} ${word}`;
    if (before === undefined || joined.length > lineWidth) lines.push(word);
    else lines[lines.length - 1] = joined;
  }
  return lines;
}

const noColumns: Readonly<Record<string, Column>> = {};

/** The file says where a column comes from; what it holds, its kind knows. */
function columnText(path: readonly string[]): string | null {
  const [key = "", kind] = path.toReversed();
  const columns: Readonly<Record<string, Column>> =
    kinds.find(({ id }) => id === kind)?.columns ?? noColumns;
  if (kind === undefined || columns === noColumns) return null;
  if (key === "id") return "text, required: the same id again replaces the record";
  if (segments.some((each) => each === key)) return "text, by which answers can be split";
  const column = columns[key];
  if (column === undefined) return null;
  const required = column.required === true ? ", required" : "";
  const values = column.values === undefined ? "" : `: ${column.values.join(", ")}`;
  return `${column.type}${required}${values}`;
}

/** What may stand inside a value that the example writes on one line: told once, at the top. */
function told(root: JsonSchema): readonly string[] {
  const seen = new Set<string>();
  const visit = (schema: JsonSchema, name: string): readonly string[] => {
    const branches = choices(root, schema);
    const items = branches.flatMap((each) => {
      const item = inside(each, 0);
      return item === null ? [] : choices(root, item);
    });
    const isList = sourceBranches(schema).length === 0 && items.length > 0;
    const named = branches.flatMap(({ properties, additionalProperties }) =>
      properties === undefined && typeof additionalProperties === "object"
        ? choices(root, additionalProperties)
        : [],
    );
    const oneLine = [...(branches.length > 1 ? branches : []), ...(isList ? items : []), ...named];
    const forms = oneLine.filter((each) => each.properties !== undefined);
    const inner = [...branches, ...sourceBranches(schema)].flatMap((each) => [
      ...Object.entries(each.properties ?? {}),
      ...Object.entries({ [name]: each.additionalProperties ?? false }),
    ]);
    return [
      ...forms.flatMap((form) => formText(form, name)),
      ...inner.flatMap(([key, each]) => (typeof each === "object" ? visit(each, key) : [])),
    ];
  };
  const formText = (form: JsonSchema, name: string): readonly string[] => {
    const keys = Object.keys(form.properties ?? {});
    if (seen.has(keys.join())) return [];
    seen.add(keys.join());
    const isField = keys.includes("column") && keys.includes("format");
    const title = isField || keys.join() === "value" ? "a field of records" : name;
    return [
      "#",
      `# In ${title}, between { and }:`,
      ...keys.flatMap((key) => {
        const own = inside(form, key) ?? {};
        const words = own.description ?? own.enum?.map(String).join(", ") ?? "the column's name";
        return wrapped(`· ${key}: ${words}`).map((text) => `# ${text}`);
      }),
    ];
  };
  return visit(root, "");
}
