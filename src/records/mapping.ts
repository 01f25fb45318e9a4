import { z } from "zod";
import { type KindId, kinds } from "../kinds/index.ts";
import type { Kind } from "../kinds/kind.ts";
import { measures } from "../kinds/measures.ts";
import { surveys } from "../kinds/surveys.ts";
import { inputIds, isInputId } from "../kpis/input-ids.ts";
import { type Field, fieldSchema } from "./field.ts";
import { mappedColumns } from "./schema.ts";

/** Leaves a row out: spam, merged, tests. Compared without the spaces around. */
export interface Condition {
  readonly column: string;
  readonly test:
    | { readonly kind: "in" | "not_in"; readonly values: readonly string[] }
    | { readonly kind: "contains"; readonly text: string };
}

/** How the rows of a source become records of one kind. */
export interface KindMapping {
  /** By column of the kind, `id` included; for `measures`, `day`, segments and inputs. */
  readonly fields: Readonly<Record<string, Field>>;
  readonly exclude: readonly Condition[];
}

export type RecordsMapping = Readonly<Partial<Record<KindId, KindMapping>>>;

const scalar = z.union([z.string().max(1000), z.number(), z.boolean()]);
const columnName = z.string().min(1).max(1000);
const listOrOne = z
  .union([scalar, z.array(scalar).min(1)])
  .transform((given) => [given].flat().map((each) => String(each).trim()));

const condition = z
  .strictObject({
    column: columnName,
    is: listOrOne
      .optional()
      .meta({ description: "The row is left out where the column says this" }),
    is_not: listOrOne.optional().meta({ description: "… says anything but this" }),
    contains: z.string().min(1).max(1000).optional().meta({ description: "… has this in it" }),
  })
  .transform(({ column, is, is_not, contains }, context): Condition => {
    const tests: Condition["test"][] = [];
    if (is !== undefined) tests.push({ kind: "in", values: is });
    if (is_not !== undefined) tests.push({ kind: "not_in", values: is_not });
    if (contains !== undefined) tests.push({ kind: "contains", text: contains });
    const [test] = tests;
    if (tests.length !== 1 || test === undefined) {
      context.addIssue({ code: "custom", message: "one of is, is_not, contains" });
      return z.NEVER;
    }
    return { column, test };
  });

/** The conditions of `exclude:`; a row is left out where one of them holds. */
export const excludeSchema = z.array(condition).max(100);

const id = fieldSchema({ type: "text", required: true });

function fieldsOf(kind: Kind) {
  return Object.fromEntries(
    mappedColumns(kind).map((column) => [
      column.name,
      column.required === true ? fieldSchema(column) : fieldSchema(column).optional(),
    ]),
  );
}

const toMapping = ({
  exclude,
  ...fields
}: {
  readonly exclude?: readonly Condition[] | undefined;
  readonly [column: string]: Field | readonly Condition[] | undefined;
}): KindMapping => ({
  fields: Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, Field] => isField(entry[1])),
  ),
  exclude: exclude ?? [],
});

const isField = (given: Field | readonly Condition[] | undefined): given is Field =>
  given !== undefined && "kind" in given;

const kindSchema = (kind: Kind) =>
  z.strictObject({ id, ...fieldsOf(kind), exclude: excludeSchema.optional() }).transform(toMapping);

const end = z.number().meta({ description: "The scale's lowest and highest score" });

const surveysSchema = z
  .strictObject({
    id,
    ...fieldsOf(surveys),
    scale: z
      .strictObject({ value: z.tuple([end, end]).refine(([low, high]) => low < high) })
      .optional(),
    exclude: excludeSchema.optional(),
  })
  .transform(({ scale, ...given }) => {
    const mapping = toMapping(given);
    return { ...mapping, fields: { ...scaleFields(scale?.value), ...mapping.fields } };
  });

const constant = (value: number): Field => ({ kind: "constant", value: String(value) });

const scaleFields = (scale: readonly [number, number] | undefined): Record<string, Field> =>
  scale === undefined ? {} : { scale_low: constant(scale[0]), scale_high: constant(scale[1]) };

const { input: _input, value: inputValue, ...measuresColumns } = measures.columns;

/** One column for each input, by the input's id; more of them where options name other times. */
const measuresSchema = z
  .object({
    ...fieldsOf({ ...measures, columns: measuresColumns }),
    ...Object.fromEntries(inputIds.map((id) => [id, fieldSchema(inputValue).optional()])),
    exclude: excludeSchema.optional(),
  })
  .catchall(fieldSchema(inputValue))
  .transform(toMapping)
  .superRefine(({ fields }, context) => {
    const inputs = inputsOf(fields);
    if (inputs.length === 0) {
      const message = "beside day at least one input, by its id";
      context.addIssue({ code: "custom", message, params: { hint: "calls_offered: Offered" } });
    }
    const keys = inputs.filter((each) => !isInputId(each));
    if (keys.length > 0) context.addIssue({ code: "unrecognized_keys", keys, input: fields });
  });

/** The inputs a mapping of `measures` delivers. */
export const inputsOf = (fields: KindMapping["fields"]): readonly string[] => {
  const known = new Set(mappedColumns(measures).map(({ name }) => name));
  return Object.keys(fields).filter((name) => !known.has(name));
};

/** The kinds of which people write more than a field for each column. */
function schemaOf(kind: Kind): z.ZodType<KindMapping> {
  if (kind.id === surveys.id) return surveysSchema;
  if (kind.id === measures.id) return measuresSchema;
  return kindSchema(kind);
}

/** A source's `records:` block of `goalpost.yml`. */
export const recordsSchema = z
  .strictObject(Object.fromEntries(kinds.map((kind) => [kind.id, schemaOf(kind).optional()])))
  .refine((mapping) => Object.keys(mapping).length > 0, { error: "at least one kind of record" })
  .transform((mapping): RecordsMapping => onlyGiven(mapping));

const onlyGiven = (mapping: Readonly<Partial<Record<KindId, KindMapping | undefined>>>) =>
  Object.fromEntries(Object.entries(mapping).filter(([, each]) => each !== undefined));
