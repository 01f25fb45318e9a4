import {
  DuckDBDateValue,
  DuckDBDecimalValue,
  type DuckDBResultReader,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  type DuckDBValue,
} from "@duckdb/node-api";
import type { ResultRow } from "./store.ts";

/** The engine's rows as plain values: counts as numbers, instants as Dates, days as `2026-11-16`. */
export function toResultRows(reader: DuckDBResultReader): readonly ResultRow[] {
  const names = reader.columnNames();
  return reader
    .getRows()
    .map((row) => Object.fromEntries(names.map((name, at) => [name, toPlain(row[at] ?? null)])));
}

/** Infinity and NaN become null: a figure that cannot be computed is no data. */
function toPlain(value: DuckDBValue): ResultRow[string] {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value === "bigint") return Number(value);
  if (value instanceof DuckDBDecimalValue) return value.toDouble();
  if (value instanceof DuckDBTimestampValue || value instanceof DuckDBTimestampTZValue) {
    return new Date(Number(value.micros / 1000n));
  }
  if (value instanceof DuckDBDateValue) return value.toString();
  return String(value);
}
