import {
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type YAMLMap,
} from "yaml";
import { fromFileFields, toSnake } from "./goal-file.ts";

/** One goal of a file, and where it stands: lines count from 1. */
export interface WrittenGoal {
  readonly fields: Readonly<Record<string, unknown>>;
  /** The line of a field by our own name; of the goal where it has none. */
  readonly lineOf: (field: string) => number;
}

export type GoalsFile =
  | { readonly ok: true; readonly goals: readonly WrittenGoal[] }
  | {
      readonly ok: false;
      readonly line: number;
      readonly fault: "syntax" | "no_goals";
      readonly said: string;
    };

/** Reads a file of goals: `goals:` and a list behind it. Never throws. */
export function readGoalsYaml(text: string): GoalsFile {
  const lines = new LineCounter();
  // Both take the library quadratic time: to show where each error is, and to compare keys.
  const file = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: "error",
  });
  const lineAt = (offset: number): number => Math.max(1, lines.linePos(offset).line);
  const [error] = file.errors;
  if (error !== undefined) {
    return { ok: false, line: lineAt(error.pos[0]), fault: "syntax", said: error.message };
  }
  const [twice] = keysTwice(file);
  if (twice !== undefined) {
    return { ok: false, line: lineAt(twice), fault: "syntax", said: "Map keys must be unique" };
  }
  const list = isMap(file.contents) ? file.get("goals", true) : null;
  const others = isMap(file.contents) ? file.contents.items.length : 0;
  if (!isSeq(list) || others !== 1) return { ok: false, line: 1, fault: "no_goals", said: "" };
  const goals: WrittenGoal[] = [];
  for (const item of list.items) {
    const line = isNode(item) && item.range ? lineAt(item.range[0]) : 1;
    if (!isMap(item)) return { ok: false, line, fault: "no_goals", said: "" };
    try {
      // A few letters of aliases can stand for gigabytes: nothing here needs one.
      const fields = fromFileFields(item.toJS(file, { maxAliasCount: 0 }));
      goals.push({ fields, lineOf: (field) => lineOf(item, field, lineAt) ?? line });
    } catch {
      return { ok: false, line, fault: "syntax", said: "alias" };
    }
  }
  return { ok: true, goals };
}

/** Where keys stand that their mapping has already. */
function keysTwice(file: Document): readonly number[] {
  const found: number[] = [];
  visit(file, {
    Map: (_, { items }) => {
      const keys = items.flatMap(({ key }) => (isScalar(key) ? [key] : []));
      const seen = new Set<unknown>();
      for (const { value, range } of keys) {
        if (seen.has(value)) found.push(range?.[0] ?? 0);
        seen.add(value);
      }
    },
  });
  return found;
}

function lineOf(item: YAMLMap, field: string, lineAt: (offset: number) => number): number | null {
  const name = toSnake(field);
  for (const { key } of item.items) {
    if (isScalar(key) && key.value === name && key.range) return lineAt(key.range[0]);
  }
  return null;
}
