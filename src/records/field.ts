import { z } from "zod";
import type { Column, ColumnType } from "../kinds/kind.ts";
import { durationFormats, toTimeFormat } from "./time-format.ts";

/** How a text is read where the column's type alone does not say it. */
const readings = [
  "duration",
  "minutes",
  "hours",
  "milliseconds",
  "epoch_seconds",
  "epoch_milliseconds",
  "decimal_comma",
] as const;

export type Reading = (typeof readings)[number];

const readingsOf = {
  text: [],
  instant: ["epoch_seconds", "epoch_milliseconds"],
  day: [],
  seconds: ["duration", "minutes", "hours", "milliseconds", "decimal_comma"],
  count: ["decimal_comma"],
  number: ["decimal_comma"],
  flag: [],
} as const satisfies Readonly<Record<ColumnType, readonly Reading[]>>;

export const flagWords: Readonly<Record<"true" | "false", readonly string[]>> = {
  true: ["true", "yes", "y", "t", "1"],
  false: ["false", "no", "n", "f", "0"],
};

/** Where a column's text comes from and how it is read. */
export type Field =
  | { readonly kind: "constant"; readonly value: string }
  | {
      readonly kind: "columns";
      /** Joined by a space. */
      readonly columns: readonly string[];
      readonly format: string | null;
      readonly reading: Reading | null;
      readonly values: readonly (readonly [string, string])[];
      readonly missing: readonly string[];
      readonly zone: string | null;
      readonly fallback: string | null;
    };

const scalar = z.union([z.string().max(1000), z.number(), z.boolean()]);
const columnName = z.string().min(1).max(1000);

const zone = z
  .string()
  .refine(isZone, { error: "an IANA time zone such as Europe/Berlin" })
  .meta({ description: "The zone its times are in; the source's where it is left out" });

const written = z.union([
  columnName.meta({ description: "A column's name" }),
  z.strictObject({ value: scalar.meta({ description: "The same for every row" }) }),
  z.strictObject({
    column: z
      .union([columnName, z.array(columnName).min(1).max(10)])
      .meta({ description: "A column's name, or several to join by a space" }),
    format: z.string().min(1).max(100).optional().meta({ description: "dd/MM/yyyy H:mm:ss" }),
    as: z.enum(readings).optional(),
    values: z
      .record(z.string(), scalar)
      .optional()
      .meta({ description: "What the file says → what it means" }),
    missing: z
      .union([scalar, z.array(scalar)])
      .optional()
      .meta({ description: "What the file writes where it knows nothing" }),
    timezone: zone.optional(),
    default: scalar.optional().meta({ description: "What a missing value means" }),
  }),
]);

/** The schema of one field, checked against what its column can hold. */
export const fieldSchema = (column: Column) =>
  written.transform(toField).superRefine((field, context) => {
    for (const { message, hint } of faultsOf(field, column)) {
      context.addIssue({ code: "custom", message, params: { expected: message, hint } });
    }
  });

function toField(given: z.output<typeof written>): Field {
  if (typeof given === "string") return toField({ column: given });
  if ("value" in given) return { kind: "constant", value: String(given.value) };
  const { column, format, as, values, missing, timezone } = given;
  return {
    kind: "columns",
    columns: [column].flat(),
    format: format ?? null,
    reading: as ?? null,
    values: Object.entries(values ?? {}).map(([from, to]) => [from.trim(), String(to)] as const),
    missing: [missing ?? []].flat().map((each) => String(each).trim()),
    zone: timezone ?? null,
    fallback: given.default === undefined ? null : String(given.default),
  };
}

interface FieldFault {
  readonly message: string;
  readonly hint: string | null;
}

function* faultsOf(field: Field, column: Column): Iterable<FieldFault> {
  if (field.kind === "constant") {
    yield* meaningFaults(field.value, column);
    return;
  }
  const { format, reading, zone, values, fallback } = field;
  const allowed: readonly Reading[] = readingsOf[column.type];
  if (reading !== null && !allowed.includes(reading)) {
    const hint = allowed.length === 0 ? "Leave as: out." : `Known here: ${allowed.join(", ")}.`;
    yield { message: `a column of type ${column.type} cannot be read as ${reading}`, hint };
  }
  if (format !== null) yield* formatFaults(format, reading, column.type);
  if (zone !== null && column.type !== "instant") {
    yield { message: "timezone: belongs to a moment in time", hint: "Leave timezone: out." };
  }
  for (const [, meaning] of values) yield* meaningFaults(meaning, column);
  if (fallback !== null) yield* meaningFaults(fallback, column);
}

function* formatFaults(
  format: string,
  reading: Reading | null,
  type: ColumnType,
): Iterable<FieldFault> {
  if (type === "seconds" && reading === "duration") {
    if (durationFormats.some((each) => each === format)) return;
    yield { message: "a known duration format", hint: `Known: ${durationFormats.join(", ")}.` };
  } else if (type !== "instant" && type !== "day") {
    const hint = type === "seconds" ? "Say as: duration beside it." : "Leave format: out.";
    yield { message: "format: belongs to a day, a moment or a duration", hint };
  } else {
    const read = toTimeFormat(format);
    if (!("unknown" in read)) return;
    const hint = "Known letters: yyyy MM dd HH mm ss SSS a XXX; other text stands in 'quotes'.";
    yield { message: `a format without ${read.unknown.join(", ")}`, hint };
  }
}

/** Whether a value written into the configuration is one its column can hold. */
function* meaningFaults(text: string, column: Column): Iterable<FieldFault> {
  const value = text.trim();
  if (value === "") return;
  if (column.values !== undefined && !column.values.includes(value)) {
    yield { message: `one of ${column.values.join(", ")}, not ${show(value)}`, hint: null };
  }
  const isFlag = [...flagWords.true, ...flagWords.false].includes(value.toLowerCase());
  if (column.type === "flag" && !isFlag) {
    yield { message: `true or false, not ${show(value)}`, hint: null };
  }
  const isNumber = ["seconds", "count", "number"].includes(column.type);
  // A duration is a number here or written as the file writes it.
  if (isNumber && !/^[\d:.,-]+$/u.test(value)) {
    yield { message: `a number, not ${show(value)}`, hint: null };
  }
}

const show = (value: string): string => JSON.stringify(value.slice(0, 60));

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).format(0) !== "";
  } catch {
    return false;
  }
}
