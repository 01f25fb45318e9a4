import { flagWords, type Reading } from "./field.ts";
import { literal } from "./quoting.ts";
import { toTimeFormat } from "./time-format.ts";

const listed = (words: readonly string[]): string => words.map(literal).join(", ");

/** Yes or no in English; other languages are translated by `values:`. */
export const flagSql = (raw: string): string =>
  `case when lower(${raw}) in (${listed(flagWords.true)}) then true
    when lower(${raw}) in (${listed(flagWords.false)}) then false end`;

/** A day or a moment as the file writes it. */
export function momentSql(raw: string, format: string | null, reading: Reading | null): string {
  if (reading === "epoch_seconds" || reading === "epoch_milliseconds") {
    const times = reading === "epoch_seconds" ? 1_000_000 : 1000;
    return `make_timestamp(try_cast(try_cast(${raw} as double) * ${times} as bigint))`;
  }
  const known = format === null ? null : toTimeFormat(format);
  if (known === null || "unknown" in known) return `try_cast(${raw} as timestamp)`;
  const parsed = `try_strptime(${raw}, ${literal(known.pattern)})`;
  return known.hasOffset ? `make_timestamp(epoch_us(${parsed}))` : parsed;
}

/** A point parts thousands only: `1.5` is somebody's one and a half, and must not become 15. */
const withComma = String.raw`[+-]?(\d{1,3}(\.\d{3})+|\d*)(,\d+)?`;

/** A number, in seconds where the reading names a unit of time. */
export function numberSql(raw: string, reading: Reading | null): string {
  if (reading === "decimal_comma") {
    const plain = `try_cast(replace(replace(${raw}, '.', ''), ',', '.') as double)`;
    return `case when regexp_full_match(${raw}, ${literal(withComma)}) then ${plain} end`;
  }
  const number = `try_cast(${raw} as double)`;
  if (reading === "minutes") return `${number} * 60`;
  if (reading === "hours") return `${number} * 3600`;
  if (reading === "milliseconds") return `${number} / 1000`;
  return number;
}

/** Hours or minutes of any size; whatever follows stays below 60. */
const twoNumbers = String.raw`\d{1,6}:[0-5]\d`;
const threeNumbers = `${twoNumbers}:[0-5]\\d`;
const fraction = String.raw`(\.\d{1,9})?`;

/**
 * `H:mm:ss`, `m:ss` or plain seconds, told apart by the colons; a format says what two numbers mean.
 * The engine reads `2:23` as hours and minutes, so it is only given whole durations.
 */
export function durationSql(raw: string, format: string | null): string {
  const when = (pattern: string, seconds: string) =>
    `when regexp_full_match(${raw}, ${literal(pattern)}) then ${seconds}`;
  const part = (at: number) => `cast(split_part(${raw}, ':', ${at}) as double)`;
  // Whole durations are the common ones, and the engine reads them faster than by parts.
  const hours = when(threeNumbers + fraction, `epoch(try_cast(${raw} as interval))`);
  const minutes = when(twoNumbers + fraction, `${part(1)} * 60 + ${part(2)}`);
  switch (format) {
    case "H:mm":
    case "HH:mm":
      return `case ${when(twoNumbers, `${part(1)} * 3600 + ${part(2)} * 60`)} end`;
    case "H:mm:ss":
    case "HH:mm:ss":
      return `case ${hours} end`;
    case "m:ss":
    case "mm:ss":
      return `case ${minutes} end`;
    case null:
    default:
      return `case ${hours} ${minutes}
        when not contains(${raw}, ':') then try_cast(${raw} as double) end`;
  }
}
