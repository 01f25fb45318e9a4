import { readFile, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { behindWrongTypes } from "./behind-wrong-types.ts";
import { checkSources } from "./check-sources.ts";
import type { Config } from "./config.ts";
import { configSchema } from "./config-schema.ts";
import type { Issue } from "./expected-words.ts";
import { ConfigError, type Fault } from "./fault.ts";
import { pathText } from "./path-text.ts";
import { readYaml } from "./read-yaml.ts";
import { resolveSecrets } from "./resolve-secrets.ts";
import { shelf as realShelf, type Shelf } from "./shelf.ts";
import { toConfig } from "./to-config.ts";
import { toJsonSchema } from "./to-json-schema.ts";
import { zodFaults } from "./zod-faults.ts";

const mostBytes = 1_048_576;
const mostFaults = 100;

export interface ConfigPlace {
  /** As the person named it: faults show it so. */
  readonly path: string;
  /** For `{env: NAME}`. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly shelf?: Shelf;
  /** Told of each secret of a source. */
  readonly hide?: (secret: string) => void;
}

/** Reads and checks `goalpost.yml` whole. Throws a `ConfigError` that names every fault. */
export async function readConfig({
  path,
  env = process.env,
  shelf = realShelf,
  hide = () => undefined,
}: ConfigPlace): Promise<Config> {
  const text = await readText(path);
  const folder = dirname(resolve(path));
  const yaml = readYaml(path, text);
  if (yaml.value === undefined) throw new ConfigError(yaml.faults);
  if (yaml.value === null) throw new ConfigError([emptyFault(path)]);

  const { lineOf } = yaml;
  const secrets = await resolveSecrets(yaml.value, { file: path, folder, env, lineOf, hide });
  const { schema, jsonSchema } = schemasFor(shelf);
  const checked = {
    file: path,
    value: secrets.value,
    schema: jsonSchema,
    lineOf,
    isSecret: (at: readonly PropertyKey[]) => secrets.secretPaths.has(pathText(at)),
  };
  const types = shelf.sources.map(({ type }) => type);
  const schemaFaults = (issues: readonly Issue[]): readonly Fault[] => [
    ...zodFaults(issues, checked),
    ...behindWrongTypes(issues, checked, schema, types),
  ];
  const parsed = schema.safeParse(secrets.value);
  const faults = unique([
    ...yaml.faults,
    ...secrets.faults,
    ...checkSources(checked, shelf.sources),
    ...(parsed.success ? [] : schemaFaults(parsed.error.issues)),
  ]);
  if (!parsed.success || faults.length > 0) throw new ConfigError(cut(faults, path));
  return toConfig(parsed.data, secrets.value, resolve(path));
}

const built = new WeakMap<Shelf, ReturnType<typeof buildSchemas>>();

/** Built once for a shelf: it takes longer than reading a file. */
function schemasFor(shelf: Shelf): ReturnType<typeof buildSchemas> {
  const schemas = built.get(shelf) ?? buildSchemas(shelf);
  built.set(shelf, schemas);
  return schemas;
}

function buildSchemas(shelf: Shelf) {
  const schema = configSchema(shelf);
  return { schema, jsonSchema: toJsonSchema(schema) };
}

async function readText(path: string): Promise<string> {
  const refuse = (expected: string, found: string, hint: string | null): never => {
    throw new ConfigError([{ file: path, line: null, path: "", expected, found, hint }]);
  };
  const info = await stat(path).catch(() => null);
  if (info === null) {
    return refuse(
      "a configuration file",
      "none",
      "`goalpost config example > goalpost.yml` writes one to start from.",
    );
  }
  if (!info.isFile()) return refuse("a file", "something else", "Name the file with --config.");
  if (info.size > mostBytes) return refuse("at most 1 MB", "more", "Is this the right file?");
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) {
    return refuse("a file that may be read", "one that may not", "Give its reader the right to.");
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (!text.includes("\0")) return text;
  } catch {
    // Falls through: it is no UTF-8.
  }
  return refuse("UTF-8 text", "other bytes", "Save the file as UTF-8.");
}

const emptyFault = (file: string): Fault => ({
  file,
  line: 1,
  path: "",
  expected: "at least `workspace:` with a timezone",
  found: "an empty file",
  hint: "`goalpost config example` shows everything that may stand here.",
});

/** One fault a place, the first that was found, in the order of the file. */
function unique(faults: readonly Fault[]): readonly Fault[] {
  const byPlace = new Map<string, Fault>();
  for (const fault of faults) {
    const place = `${fault.path}:${fault.path === "" ? String(fault.line) : ""}`;
    if (!byPlace.has(place)) byPlace.set(place, fault);
  }
  return [...byPlace.values()].toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

function cut(faults: readonly Fault[], file: string): readonly Fault[] {
  if (faults.length <= mostFaults) return faults;
  const more: Fault = {
    file,
    line: null,
    path: "",
    expected: "fewer faults",
    found: `${faults.length - mostFaults} more`,
    hint: "Repair these first.",
  };
  return [...faults.slice(0, mostFaults), more];
}
