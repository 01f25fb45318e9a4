import type { Column } from "../kinds/kind.ts";
import type { Field } from "./field.ts";
import { identifier, literal } from "./quoting.ts";
import { durationSql, flagSql, momentSql, numberSql } from "./reading-sql.ts";
import type { StoredColumn } from "./schema.ts";
import { toTimeFormat } from "./time-format.ts";
import { firstInstant, instantSql, toUtcSql } from "./zone-sql.ts";

/** Why a row is set aside. A `soft` fault is a row that was understood and cannot be true. */
export interface Fault {
  readonly field: string;
  readonly reason: string;
  readonly isSoft: boolean;
  /** What the row says there, over the stage's columns; null where the whole row is meant. */
  readonly said: string | null;
}

/** A fault and the condition under which a row has it. */
export interface FaultTest extends Fault {
  readonly when: string;
}

/**
 * A field in three steps, each a column of its own so that it is computed once: `raw` is the text,
 * `read` what the engine makes of it, `value` what is stored.
 */
export interface CompiledField {
  readonly name: string;
  readonly raw: string;
  readonly read: string;
  readonly value: string;
  readonly said: string | null;
  readonly faults: readonly FaultTest[];
}

export interface CompileContext {
  /** The SQL name under which a source's column stands in the stage. */
  readonly stage: (column: string) => string;
  /** The zone of times that do not name one. */
  readonly zone: string;
  /** After this an event lies in the future. */
  readonly latest: Date;
}

/** Older or younger than any record: somebody's empty date. */
const plausible = [instantSql(firstInstant), "timestamp '2100-01-01'"] as const;

/** A hundred years: what lasts longer was read wrongly. */
const mostSeconds = 3_155_760_000;

/** In bytes: a longer name is not one. */
const mostTextBytes = 2000;

export const rawName = (name: string): string => identifier(`raw ${name}`);
export const readName = (name: string): string => identifier(`read ${name}`);

export function compileField(
  column: StoredColumn & Column,
  field: Field,
  context: CompileContext,
): CompiledField {
  const { name } = column;
  const raw = rawName(name);
  const value = identifier(name);
  const compiled = {
    name,
    raw: rawSql(field, context),
    read: readSql(column, field, raw),
    value: valueSql(column, field, context),
  };
  const said = field.kind === "constant" ? null : saidSql(field.columns, context);
  const fault = (reason: string, when: string, isSoft = false): FaultTest => ({
    field: name,
    reason,
    isSoft,
    said,
    when,
  });
  const faults: FaultTest[] = [];
  if (column.required === true) faults.push(fault("missing", `${raw} is null`));
  switch (column.type) {
    case "text":
      if (column.values === undefined) {
        faults.push(fault("too_long", `strlen(${raw}) > ${mostTextBytes}`));
        faults.push(fault("control_character", `contains(${raw}, chr(0))`));
      } else {
        const known = column.values.map(literal).join(", ");
        faults.push(fault("unknown_value", `${value} not in (${known})`));
      }
      break;
    case "instant":
    case "day": {
      const [from, to] = plausible;
      const isPlausible = `(${value} >= ${from} and ${value} < ${to})`;
      faults.push(
        fault("no_such_date", `${raw} is not null and not coalesce(${isPlausible}, false)`),
      );
      if (column.mayLieAhead !== true) {
        // Where the day begins first it is already tomorrow.
        const aheadMs = column.type === "day" ? 14 * 3_600_000 : 0;
        const latest = instantSql(new Date(context.latest.getTime() + aheadMs));
        faults.push(fault("in_the_future", `${value} > ${latest}`, true));
      }
      break;
    }
    case "seconds":
    case "count": {
      const isDuration = field.kind === "columns" && field.reading === "duration";
      const reason = isDuration ? "not_a_duration" : "not_a_number";
      faults.push(fault(reason, `${raw} is not null and ${value} is null`));
      faults.push(fault("negative", `${value} < 0`, true));
      break;
    }
    case "number":
      faults.push(
        fault("not_a_number", `${raw} is not null and not coalesce(isfinite(${value}), false)`),
      );
      faults.push(...belowLeast(column, fault));
      break;
    case "flag":
      faults.push(fault("not_a_flag", `${raw} is not null and ${value} is null`));
      break;
  }
  return { ...compiled, said, faults };
}

const belowLeast = (
  { name, least }: StoredColumn & Column,
  fault: (reason: string, when: string, isSoft: boolean) => FaultTest,
): readonly FaultTest[] =>
  least === undefined ? [] : [fault("negative", `${identifier(name)} < ${least}`, true)];

const saidSql = (columns: readonly string[], { stage }: CompileContext): string =>
  `nullif(concat_ws(' ', ${columns.map(stage).join(", ")}), '')`;

/** The source's text without the spaces around it, its markers and words translated. */
function rawSql(field: Field, { stage }: CompileContext): string {
  if (field.kind === "constant") return `nullif(trim(${literal(field.value)}), '')`;
  const [first = "", ...more] = field.columns.map(stage);
  // Not concat_ws: it takes three times as long.
  const joined = [first, ...more].map((each) => `coalesce(${each}, '')`).join(" || ' ' || ");
  const text = `nullif(trim(${more.length === 0 ? first : joined}), '')`;
  const cases = [
    ...field.missing.filter((each) => each !== "").map((each) => [each, "null"] as const),
    ...field.values.map(([from, to]) => [from, literal(to)] as const),
  ].map(([from, to]) => `when ${literal(from)} then ${to}`);
  const known = cases.length === 0 ? text : `case ${text} ${cases.join(" ")} else ${text} end`;
  return field.fallback === null ? known : `coalesce(${known}, ${literal(field.fallback)})`;
}

function readSql({ type, values }: Column, field: Field, raw: string): string {
  const { format, reading } = field.kind === "columns" ? field : { format: null, reading: null };
  switch (type) {
    case "text":
      return values === undefined ? raw : `lower(${raw})`;
    case "instant":
    case "day":
      return momentSql(raw, format, reading);
    case "seconds":
    case "count":
    case "number":
      return reading === "duration" ? durationSql(raw, format) : numberSql(raw, reading);
    case "flag":
      return flagSql(raw);
  }
}

const withOffset = String.raw`.{10}.*(Z|UTC|GMT|[+-]\d{2}(:?\d{2})?)`;

function valueSql({ name, type }: StoredColumn, field: Field, context: CompileContext): string {
  const [raw, read] = [rawName(name), readName(name)];
  switch (type) {
    case "text":
    case "number":
    case "flag":
      return read;
    case "seconds":
      return `case when ${read} between -${mostSeconds} and ${mostSeconds} then ${read} end`;
    case "count":
      return `try_cast(round(${read}) as bigint)`;
    case "day":
      return `cast(${read} as date)`;
    case "instant": {
      if (field.kind === "columns" && isAbsolute(field)) return read;
      const zone = (field.kind === "columns" ? field.zone : null) ?? context.zone;
      const utc = toUtcSql(read, zone);
      if (field.kind === "columns" && field.format !== null) return utc;
      // An ISO time that names its own offset means that one, as databases write it too: `… UTC`.
      const tidied = `regexp_replace(regexp_replace(${raw}, ' ?(UTC|GMT)$', 'Z', 'i'), ' ([+-])', '\\1')`;
      return `case when regexp_full_match(${raw}, ${literal(withOffset)}, 'i')
        then make_timestamp(epoch_us(try_cast(${tidied} as timestamptz))) else ${utc} end`;
    }
  }
}

const isAbsolute = (field: Extract<Field, { kind: "columns" }>): boolean => {
  if (field.reading !== null) return true;
  const format = field.format === null ? null : toTimeFormat(field.format);
  return format !== null && "pattern" in format && format.hasOffset;
};
