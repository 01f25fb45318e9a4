import type { Goal } from "./goal.ts";

/** What a file of goals leaves out: how a goal came to be what it is stands in the audit log. */
const notInFiles = new Set(["revision", "submission", "edits"]);

/** Their keys are names of segments and options, not ours. */
const foreign = new Set(["where", "options"]);

/** A goal as a file shows it: `starts_on` for `startsOn`. */
export const toFileFields = (goal: Goal): Readonly<Record<string, unknown>> =>
  fieldsOf(renamed(goal, toSnake, notInFiles));

/** A goal of a file by our own names; nothing is checked yet. */
export const fromFileFields = (written: unknown): Readonly<Record<string, unknown>> =>
  fieldsOf(renamed(written, toCamel, new Set()));

export const toSnake = (name: string): string =>
  name.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);

const toCamel = (name: string): string =>
  name.replaceAll(/_([a-z])/gu, (_, letter: string) => letter.toUpperCase());

function renamed(
  value: unknown,
  rename: (name: string) => string,
  leaveOut: ReadonlySet<string>,
): unknown {
  if (Array.isArray(value)) return value.map((each) => renamed(each, rename, leaveOut));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !leaveOut.has(key))
      .map(([key, each]) => [
        rename(key),
        foreign.has(key) ? each : renamed(each, rename, leaveOut),
      ]),
  );
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
