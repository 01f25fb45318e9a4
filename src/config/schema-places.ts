/** The part of a JSON Schema this room reads. */
export interface JsonSchema {
  readonly type?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly propertyNames?: JsonSchema;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly secret?: boolean;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
}

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
      const next =
        typeof step === "number"
          ? schema.items
          : (schema.properties?.[String(step)] ?? schema.additionalProperties);
      return typeof next === "object" ? choices(root, next, at) : [];
    });
  }
  return here;
}

export function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value;
  for (const step of path) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, step)) return undefined;
    at = new Map<PropertyKey, unknown>(Object.entries(at)).get(String(step));
  }
  return at;
}

/** A choice stands for its branches, and only for those whose constants the value has. */
function choices(root: JsonSchema, schema: JsonSchema, value: unknown): readonly JsonSchema[] {
  const name = schema.$ref?.split("/").at(-1);
  const resolved = name === undefined ? schema : { ...root.$defs?.[name], ...schema };
  const branches = resolved.anyOf ?? resolved.oneOf;
  if (branches === undefined) return [resolved];
  const fitting = branches.filter((branch) =>
    Object.entries(branch.properties ?? {}).every(([key, property]) => {
      const own = valueAt(value, [key]);
      return property.const === undefined || own === undefined || own === property.const;
    }),
  );
  const inside = (fitting.length > 0 ? fitting : branches).flatMap((branch) =>
    choices(root, branch, value),
  );
  const { description } = resolved;
  return inside.map((each) => (description === undefined ? each : { description, ...each }));
}
