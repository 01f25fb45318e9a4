import type { z } from "zod";
import { nearest } from "./did-you-mean.ts";
import type { Issue } from "./expected-words.ts";
import type { Fault } from "./fault.ts";
import { valueAt } from "./schema-places.ts";
import { commonKeys } from "./sources-schema.ts";
import { type Checked, zodFaults } from "./zod-faults.ts";

/** A source whose type no branch has, and the type it is tried as. */
interface Guess {
  readonly index: number;
  readonly type: string;
  /** Whether the type is near what was written; if not, only the shared keys are judged. */
  readonly isNear: boolean;
}

/**
 * With an unknown `type:` the schema looks at nothing else of that source, and its other faults
 * would show up one repair later. So it is checked again as the type nearest to what was written.
 */
export function behindWrongTypes(
  issues: readonly Issue[],
  checked: Checked,
  schema: z.ZodType,
  types: readonly string[],
): readonly Fault[] {
  const guesses = issues.flatMap((issue) => guessFor(issue, checked, types));
  if (guesses.length === 0) return [];
  const value = withTypes(checked.value, guesses);
  const parsed = schema.safeParse(value);
  const behind = (parsed.error?.issues ?? []).filter(({ code, path: [room, index, key] }) => {
    const guess = room === "sources" ? guesses.find((each) => each.index === index) : undefined;
    if (guess === undefined || guess.isNear) return guess !== undefined;
    return code !== "unrecognized_keys" && typeof key === "string" && commonKeys.has(key);
  });
  return zodFaults(behind, { ...checked, value });
}

function guessFor(issue: Issue, checked: Checked, types: readonly string[]): readonly Guess[] {
  const [room, index, key] = issue.path;
  const isWrongType = room === "sources" && key === "type" && issue.code === "invalid_union";
  if (!isWrongType || typeof index !== "number") return [];
  const written = valueAt(checked.value, issue.path);
  const near = typeof written === "string" ? nearest(written, types) : null;
  const type = near ?? types[0];
  return type === undefined ? [] : [{ index, type, isNear: near !== null }];
}

function withTypes(value: unknown, guesses: readonly Guess[]): unknown {
  const sources = valueAt(value, ["sources"]);
  if (typeof value !== "object" || !Array.isArray(sources)) return value;
  const mended = sources.map((source: unknown, index) => {
    const guess = guesses.find((each) => each.index === index);
    return guess === undefined || typeof source !== "object" || source === null
      ? source
      : { ...source, type: guess.type };
  });
  return { ...value, sources: mended };
}
