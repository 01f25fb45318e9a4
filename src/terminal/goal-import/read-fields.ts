import { z } from "zod";
import { goalSchema } from "../../../goals/goal.ts";
import { toSnake } from "../../../goals/goal-file.ts";
import type { WrittenGoal } from "../../../goals/read-goals-yaml.ts";
import { nearest } from "../../../commands/words/nearest.ts";
import { listed } from "../../i18n/listed.ts";
import type { Locale } from "../../i18n/locale.ts";
import { sentences } from "../../i18n/sentences.ts";
import { isLocalDay } from "../../periods/local-day.ts";
import type { LocalDay } from "../../periods/period.ts";
import { say } from "../../i18n/say.ts";

/** What is wrong in a file, and on which line. */
export interface GoalFault {
  readonly line: number;
  readonly text: string;
}

const { shape } = goalSchema.unwrap().omit({ revision: true, submission: true, edits: true });

/** As the schema of a goal, and a day that there is: files are written by hand. */
const day = z.custom<LocalDay>((value) => typeof value === "string" && isLocalDay(value));

/** A goal as a file may say it: whatever it leaves out is filled in as the form does. */
const fieldsSchema = z.strictObject({
  ...z.strictObject(shape).partial().shape,
  id: z
    .string()
    .regex(/^g\d{1,9}$/u)
    .optional(),
  startsOn: day.optional(),
  deadline: day.optional(),
  checkpoints: z.array(day).readonly().optional(),
  steps: z
    .array(z.strictObject({ until: day, target: z.number() }).readonly())
    .readonly()
    .optional(),
  // Left out is not the same as said to be nothing: a goal that is there keeps what it has.
  draft: z.boolean().optional(),
  paused: z.boolean().optional(),
  archived: z.boolean().optional(),
  severity: shape.severity.unwrap().optional(),
  checkpointOwners: shape.checkpointOwners.unwrap().optional(),
  accepted: shape.accepted.unwrap().optional(),
  checkIns: shape.checkIns.unwrap().optional(),
  target: z.union([z.number(), z.string()]).optional(),
  /** Why a goal that is there becomes easier or later. */
  reason: z.string().optional(),
});

export type GoalFields = z.infer<typeof fieldsSchema>;

export function readFields(
  { fields, lineOf }: WrittenGoal,
  locale: Locale,
): { readonly fields: GoalFields } | { readonly faults: readonly GoalFault[] } {
  const parsed = fieldsSchema.safeParse({ ...fields, ...checkInsOf(fields) });
  if (parsed.success) return { fields: parsed.data };
  const faults = parsed.error.issues.flatMap((issue): readonly GoalFault[] => {
    if (issue.code === "unrecognized_keys" && issue.path.length === 0) {
      return issue.keys.map((key) => ({ line: lineOf(key), text: unknownField(key, locale) }));
    }
    const [field = ""] = issue.path.map(String);
    const name = issue.path.map((part) => toSnake(String(part))).join(".");
    const values = issue.code === "invalid_value" ? issue.values.map(String) : [];
    return [{ line: lineOf(field), text: unclear(name, values, locale) }];
  });
  return { faults };
}

/** What cannot be read, and the values that could be where there are only a few. */
function unclear(field: string, values: readonly string[], locale: Locale): string {
  const text = say(locale, (t) => t.people.import.unclear, { field });
  return values.length === 0 ? text : sentences([text, oneOf(values, locale)], locale);
}

export const oneOf = (values: readonly string[], locale: Locale): string =>
  say(locale, (t) => t.people.import.oneOf, { values: listed(values, locale) });

/** A file does not say which form a comment came with. */
function checkInsOf({ checkIns }: WrittenGoal["fields"]) {
  if (!Array.isArray(checkIns)) return {};
  return {
    checkIns: checkIns.map((each: unknown, at) =>
      typeof each === "object" && each !== null ? { ...each, submission: `import ${at}` } : each,
    ),
  };
}

function unknownField(key: string, locale: Locale): string {
  const name = toSnake(key);
  const known = Object.keys(fieldsSchema.shape).map(toSnake);
  const [near] = nearest(
    name.replaceAll("_", ""),
    known.map((each) => each.replaceAll("_", "")),
  );
  const meant = known.find((each) => each.replaceAll("_", "") === near?.name);
  const text = say(locale, (t) => t.people.import.noField, { field: name });
  if (meant === undefined) return text;
  return sentences([text, say(locale, (t) => t.terminal.didYouMean, { near: meant })], locale);
}
