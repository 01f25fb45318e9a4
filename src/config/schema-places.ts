import type { z } from "zod";

/** As zod writes it. */
export type JsonSchema = z.core.JSONSchema.JSONSchema;

/** The schemas that may stand at a path: more than one where the file has a choice. */
export function schemasAt(
  root: JsonSchema,
  path: readonly PropertyKey[],
  value?: unknown,
): readonly JsonSchema[] {
  let here = choices(root, root, value);
  let at = value;
  for (const step of path) {
    at = valueAt(at, [step]);
    here = here.flatMap((schema) => {
      const next = inside(schema, step);
      return next === null ? [] : choices(root, next, at);
    });
  }
  return here;
}

/** The schema of one key or item, before its choices are opened. */
export function inside(schema: JsonSchema, step: PropertyKey): JsonSchema | null {
  const next =
    typeof step === "number"
      ? schema.items
      : (schema.properties?.[String(step)] ?? schema.additionalProperties);
  return typeof next === "object" && !Array.isArray(next) ? next : null;
}

export function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value;
  for (const step of path) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, step)) return undefined;
    at = Reflect.get(at, step);
  }
  return at;
}

/** A choice stands for its branches, and only for those whose constants the value has. */
export function choices(
  root: JsonSchema,
  schema: JsonSchema,
  value?: unknown,
): readonly JsonSchema[] {
  const name = schema.$ref?.split("/").at(-1);
  const resolved = name === undefined ? schema : { ...root.$defs?.[name], ...schema };
  const branches = resolved.anyOf ?? resolved.oneOf;
  if (branches === undefined) return [resolved];
  const fitting = branches.filter((branch) => hasConstants(branch, value));
  const { description } = resolved;
  return (fitting.length > 0 ? fitting : branches)
    .flatMap((branch) => choices(root, branch, value))
    .map((each) => (description === undefined ? each : { description, ...each }));
}

const hasConstants = (branch: JsonSchema, value: unknown): boolean =>
  Object.entries(branch.properties ?? {}).every(([key, property]) => {
    const own = valueAt(value, [key]);
    return (
      typeof property === "boolean" ||
      property.const === undefined ||
      own === undefined ||
      own === property.const
    );
  });
