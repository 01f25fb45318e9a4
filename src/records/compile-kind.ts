import { type Kind, segments } from "../kinds/kind.ts";
import {
  type CompileContext,
  compileField,
  type CompiledField,
  type Fault,
  type FaultTest,
  rawName,
  readName,
} from "./compile-field.ts";
import { type Condition, inputsOf, type KindMapping } from "./mapping.ts";
import { identifier, literal } from "./quoting.ts";
import { derivedSql, isDerivable } from "./derive.ts";
import { mappedColumns } from "./schema.ts";

/** One statement from the stage to records of a kind. */
export interface CompiledKind {
  readonly kind: Kind;
  /** Gives `record` (as told), `fault` (a place in `faults`, or null) and `columns`. */
  readonly selectWith: (record: "rowid" | "null") => string;
  /** `id`, and those of the kind's columns that the mapping fills; the others are null. */
  readonly columns: readonly string[];
  readonly faults: readonly Fault[];
}

/** The reason of rows that `exclude:` leaves out: no fault of theirs. */
export const excludedReason = "excluded";

interface KindContext extends CompileContext {
  /** Local days are counted in it. */
  readonly workspaceZone: string;
}

export function compileKind(kind: Kind, mapping: KindMapping, context: KindContext): CompiledKind {
  const excluded = mapping.exclude.map((each) => conditionSql(each, context)).join(" or ");
  const rowTests = excluded === "" ? troubleTests : [...troubleTests, excludedTest];
  const tests: FaultTest[] = [];
  let columns: readonly string[] = [];
  const selects = recordSets(kind, mapping).map((fields, at) => {
    const compiled = compileFields(kind, fields, context);
    const input = fields["input"]?.kind === "constant" ? fields["input"].value : null;
    const ofFields = compiled
      .flatMap(({ faults }) => faults)
      .map((each) => (each.field === "value" ? { ...each, field: input ?? each.field } : each));
    const first = tests.length;
    tests.push(
      ...rowTests,
      ...ofFields.filter(({ isSoft }) => !isSoft),
      ...oneOfTests(kind, compiled),
      ...ofFields.filter(({ isSoft }) => isSoft),
      ...contradictionTests(kind, compiled),
    );
    const cases = tests.slice(first).map(({ when }, code) => `when ${when} then ${first + code}`);
    const given = givenColumns(kind, compiled, context.workspaceZone);
    columns = given.map(([name]) => name);
    const listed = given.map(([name, sql]) => `${sql} as ${identifier(name)}`).join(", ");
    const fault = `cast(case ${cases.join(" ")} end as usmallint) as fault`;
    // An empty cell is no figure; a broken row is reported once.
    const figures = `where ${rawName("value")} is not null or (${at} = 0 and trouble is not null)`;
    return (record: string) =>
      `select record, ${fault}, ${listed} from ${steppedSql(compiled, excluded, record)}
       ${kind.id === "measures" ? figures : ""}`;
  });
  return {
    kind,
    selectWith: (record) => selects.map((select) => select(record)).join(" union all "),
    columns,
    faults: tests,
  };
}

const troubleTests: readonly FaultTest[] = ["ragged", "broken_quotes", "too_long"].map(
  (reason) => ({
    field: "",
    reason,
    isSoft: false,
    said: null,
    when: `trouble = ${literal(reason)}`,
  }),
);

const excludedTest: FaultTest = {
  field: "",
  reason: excludedReason,
  isSoft: true,
  said: null,
  when: "excluded",
};

/** A row is one record, except that ready-made figures are one for each input. */
function recordSets(kind: Kind, { fields }: KindMapping): readonly KindMapping["fields"][] {
  if (kind.id !== "measures") return [withStandIns(kind, fields)];
  const inputs = inputsOf(fields);
  const shared = Object.entries(fields).filter(([name]) => !inputs.includes(name));
  return inputs.flatMap((input) => {
    const value = fields[input];
    if (value === undefined) return [];
    const named = { kind: "constant", value: input } as const;
    return [{ ...Object.fromEntries(shared), input: named, value }];
  });
}

function withStandIns(
  { standsFor = {} }: Kind,
  fields: KindMapping["fields"],
): KindMapping["fields"] {
  const given = Object.entries(standsFor).flatMap(([segment, column]) => {
    const field = fields[column];
    return field === undefined ? [] : [[segment, field] as const];
  });
  return { ...Object.fromEntries(given), ...fields };
}

function compileFields(
  kind: Kind,
  fields: KindMapping["fields"],
  context: CompileContext,
): readonly CompiledField[] {
  const id = { name: "id", type: "text", required: true } as const;
  return [id, ...mappedColumns(kind)].flatMap((column) => {
    const field = fields[column.name];
    return field === undefined ? [] : [compileField(column, field, context)];
  });
}

/** From the stage to the fields' values, a step at a time, so that nothing is computed twice. */
function steppedSql(fields: readonly CompiledField[], excluded: string, record: string): string {
  const raws = fields.map(({ name, raw }) => `${raw} as ${rawName(name)}`);
  const reads = fields.map(({ name, read }) => `${read} as ${readName(name)}`);
  const values = fields.map(({ name, value }) => `${value} as ${identifier(name)}`);
  return `(select *, ${values.join(", ")}
    from (select *, ${reads.join(", ")}
      from (select ${record} as record, trouble, ${excluded || "false"} as excluded, ${raws.join(", ")}
        from stage)))`;
}

/** What a kind stores and the mapping gives, except the source's name: column → SQL. */
function givenColumns(
  kind: Kind,
  fields: readonly CompiledField[],
  zone: string,
): readonly (readonly [string, string])[] {
  const given = new Set(fields.map(({ name }) => name));
  const id = given.has("id") ? "id" : measureId(given);
  const mapped = mappedColumns(kind)
    .filter(({ name }) => given.has(name))
    .map(({ name }) => [name, identifier(name)] as const);
  const derived = Object.entries(kind.derived)
    .filter(([, each]) => isDerivable(each, given))
    .map(([name, each]) => [name, derivedSql(each, zone, given)] as const);
  return [["id", id], ...mapped, ...derived];
}

/** A figure is the same figure on the same day, for the same input and segments. */
export const measureId = (given: ReadonlySet<string>): string =>
  `concat_ws(chr(31), cast(day as varchar), input, ${segments
    .map((name) => (given.has(name) ? `coalesce(${identifier(name)}, '')` : "''"))
    .join(", ")})`;

/** None of the columns of which one must be there. */
function oneOfTests({ oneOf = [] }: Kind, fields: readonly CompiledField[]): readonly FaultTest[] {
  const able = fields.filter(({ name }) => oneOf.includes(name));
  const when = able.map(({ name }) => `${rawName(name)} is null`).join(" and ");
  const [first] = able;
  if (first === undefined) return [];
  return [{ field: first.name, reason: "missing", isSoft: false, said: first.said, when }];
}

function contradictionTests(kind: Kind, fields: readonly CompiledField[]): readonly FaultTest[] {
  const given = new Set(fields.map(({ name }) => name));
  return Object.entries(kind.contradictions).flatMap(([reason, each]) => {
    const columns =
      each.check === "before" ? [each.end, each.start] : [each.column, each.low, each.high];
    if (!columns.every((column) => given.has(column))) return [];
    const [first = "", second = "", third = ""] = columns.map(identifier);
    const when =
      each.check === "before"
        ? `${first} < ${second}`
        : `(${first} < ${second} or ${first} > ${third})`;
    const field = columns[0] ?? "";
    const said = fields.find(({ name }) => name === field)?.said ?? null;
    return [{ field, reason, isSoft: true, said, when }];
  });
}

function conditionSql({ column, test }: Condition, { stage }: CompileContext): string {
  const text = `coalesce(trim(${stage(column)}), '')`;
  switch (test.kind) {
    case "in":
      return `${text} in (${test.values.map(literal).join(", ")})`;
    case "not_in":
      return `${text} not in (${test.values.map(literal).join(", ")})`;
    case "contains":
      return `contains(${text}, ${literal(test.text)})`;
  }
}
