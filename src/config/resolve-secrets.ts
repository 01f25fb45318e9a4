import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Fault } from "./fault.ts";
import { pathText, shownPath } from "./path-text.ts";
import { commonKeys } from "./sources-schema.ts";

export interface SecretContext {
  readonly file: string;
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly lineOf: (path: readonly PropertyKey[]) => number;
  /** Told of each secret, so that no log shows it. */
  readonly hide: (secret: string) => void;
}

export interface Resolved {
  readonly value: unknown;
  readonly faults: readonly Fault[];
  /** Where a secret was put in. */
  readonly secretPaths: ReadonlySet<string>;
}

const mostBytes = 65_536;

/**
 * Puts the secrets a source names as `{env: NAME}` or `{file: path}` in their places. Only a
 * source's own settings may name one: elsewhere `env` could be a word of the data.
 */
export async function resolveSecrets(value: unknown, context: SecretContext): Promise<Resolved> {
  const faults: Fault[] = [];
  const secretPaths = new Set<string>();

  const visit = async (at: unknown, path: readonly PropertyKey[]): Promise<unknown> => {
    if (Array.isArray(at)) {
      return await Promise.all(at.map((each, index) => visit(each, [...path, index])));
    }
    if (typeof at !== "object" || at === null) return at;
    const entries = Object.entries(at);
    const [only] = entries;
    const isSecret =
      entries.length === 1 &&
      (only?.[0] === "env" || only?.[0] === "file") &&
      typeof only[1] === "string";
    if (!isSecret) return await visitKeys(entries, path);
    secretPaths.add(pathText(path));
    const read = only[0] === "env" ? fromEnvironment(only[1], context) : fromFile(only[1], context);
    const secret = await read;
    if (typeof secret === "string") {
      context.hide(secret);
      return secret;
    }
    const where = { file: context.file, line: context.lineOf(path), path: shownPath(path) };
    faults.push({ ...where, ...secret });
    return "";
  };
  const visitKeys = async (
    entries: readonly (readonly [string, unknown])[],
    path: readonly PropertyKey[],
  ): Promise<unknown> => {
    const isSource = path.length === 2;
    const visited = entries.map(async ([key, each]) => {
      const isOurs = isSource && commonKeys.has(key);
      return [key, isOurs ? each : await visit(each, [...path, key])] as const;
    });
    return Object.fromEntries(await Promise.all(visited));
  };

  if (typeof value !== "object" || value === null || !("sources" in value)) {
    return { value, faults, secretPaths };
  }
  const sources = await visit(value.sources, ["sources"]);
  return { value: { ...value, sources }, faults, secretPaths };
}

type Trouble = Pick<Fault, "expected" | "found" | "hint">;

async function fromEnvironment(name: string, { env }: SecretContext): Promise<string | Trouble> {
  const value = env[name]?.trim() ?? "";
  if (value !== "") return value;
  return {
    expected: `a value in the environment variable ${name.slice(0, 60)}`,
    found: null,
    hint: "Set it where Goalpost is started, or in `.env`.",
  };
}

async function fromFile(path: string, { folder }: SecretContext): Promise<string | Trouble> {
  const trouble = (found: string): Trouble => ({
    expected: "a small text file with the secret",
    found,
    hint: `The path counts from ${folder}.`,
  });
  try {
    const bytes = await readFile(resolve(folder, path), { signal: AbortSignal.timeout(5_000) });
    const text = bytes.length > mostBytes ? "" : bytes.toString("utf8").trim();
    return text === "" ? trouble(bytes.length === 0 ? "an empty one" : "another") : text;
  } catch {
    return trouble("none that can be read");
  }
}
