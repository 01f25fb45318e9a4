import { parseArgs } from "node:util";
import { z } from "zod";
import { nearest } from "../../commands/words/nearest.ts";
import { locales } from "../i18n/locale.ts";

const path = z.string().max(4_096).exactOptional();

/** What stands before and between the words, the same for every verb. */
export const optionsSchema = z
  .strictObject({
    json: z.boolean(),
    at: z.string().max(64).nullable(),
    as: z.string().max(64).nullable(),
    lang: z.enum(locales).nullable(),
    /** Where the person stands: the files they name count from there. */
    folder: path,
    yes: z.literal(true).exactOptional(),
    dryRun: z.literal(true).exactOptional(),
    live: z.literal(true).exactOptional(),
    csv: path,
    xlsx: path,
  })
  .readonly();

export type Options = z.output<typeof optionsSchema>;

export interface Invocation {
  readonly words: readonly string[];
  readonly options: Options;
  readonly config: string | null;
  readonly data: string | null;
  readonly http: string | null;
  readonly help: boolean;
  readonly version: boolean;
}

export type ParsedArguments =
  | { readonly ok: true; readonly invocation: Invocation }
  | { readonly ok: false; readonly option: string; readonly near: string | null };

const known = {
  json: { type: "boolean" },
  at: { type: "string" },
  config: { type: "string" },
  data: { type: "string" },
  as: { type: "string" },
  lang: { type: "string" },
  http: { type: "string" },
  yes: { type: "boolean" },
  "dry-run": { type: "boolean" },
  live: { type: "boolean" },
  csv: { type: "string" },
  xlsx: { type: "string" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
} as const;

/** Splits the options from the words; after `--` everything is a word. */
export function parseArguments(argv: readonly string[]): ParsedArguments {
  const { tokens } = parseArgs({
    args: [...argv],
    options: known,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const words: string[] = [];
  const values = new Map<string, string | true>();
  for (const token of tokens) {
    if (token.kind === "positional") words.push(token.value);
    if (token.kind !== "option") continue;
    const wanted = Object.hasOwn(known, token.name) ? kindOf(token.name) : null;
    const given = token.value === undefined ? "boolean" : "string";
    if (wanted === null || wanted !== given) return wrong(token.rawName);
    values.set(token.name, token.value ?? true);
  }
  return invocationOf(words, values);
}

function invocationOf(
  words: readonly string[],
  values: ReadonlyMap<string, string | true>,
): ParsedArguments {
  const text = (name: string): string | null => {
    const value = values.get(name);
    return typeof value === "string" ? value : null;
  };
  const options = optionsSchema.safeParse({
    json: values.has("json"),
    at: text("at"),
    as: text("as"),
    lang: text("lang"),
    ...(values.has("yes") && { yes: true }),
    ...(values.has("dry-run") && { dryRun: true }),
    ...(values.has("live") && { live: true }),
    ...(values.has("csv") && { csv: text("csv") }),
    ...(values.has("xlsx") && { xlsx: text("xlsx") }),
  });
  if (!options.success) return wrong(`--${String(options.error.issues[0]?.path[0] ?? "lang")}`);
  return {
    ok: true,
    invocation: {
      words,
      options: options.data,
      config: text("config"),
      data: text("data"),
      http: text("http"),
      help: values.has("help"),
      version: values.has("version"),
    },
  };
}

const kindOf = (name: string): "boolean" | "string" | null =>
  Object.entries(known).find(([each]) => each === name)?.[1].type ?? null;

function wrong(option: string): ParsedArguments {
  const name = option.replace(/^-+/u, "");
  const near = nearest(name, Object.keys(known)).find((each) => each.name !== name);
  return { ok: false, option, near: near === undefined ? null : `--${near.name}` };
}
