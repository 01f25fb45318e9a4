import { type JsonObject, valueAt } from "./value-at.ts";

/** The columns of a row as a line that the engine reads; nothing is an empty cell. */
export const csvLine = (row: JsonObject, columns: readonly string[]): string =>
  `${columns.map((column) => cell(textOf(valueAt(row, column)))).join(",")}\n`;

export const csvHeader = (columns: readonly string[]): string => `${columns.map(cell).join(",")}\n`;

const cell = (text: string | null): string =>
  text === null ? "" : `"${text.replaceAll('"', '""')}"`;

/** A list of plain values as people write one; anything deeper as it came. */
function textOf(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return String(value);
  const isPlain = Array.isArray(value) && value.every((each) => typeof each !== "object");
  return isPlain ? value.join(", ") : JSON.stringify(value);
}
