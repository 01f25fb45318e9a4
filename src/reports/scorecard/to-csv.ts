import type { Cell, CellTable } from "./cell.ts";

/** A spreadsheet takes a text that begins so for a formula, and may run it. */
const formula = /^\s*[=+\-@＝＋－＠]/u;

/** CSV by RFC 4180 in UTF-8 with its mark, which spreadsheets need; numbers with a point, unrounded. */
export const toCsv = ({ columns, rows }: CellTable): string =>
  `\uFEFF${[columns, ...rows].map((row) => `${row.map(field).join(",")}\r\n`).join("")}`;

function field(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  if (typeof cell === "object") return String(cell.percent);
  // Line by line: some programs show each as a cell of its own.
  const lines = cell
    .split(/(?<=\n|\r(?!\n))/u)
    .map((line) => (formula.test(line) ? `'${line}` : line))
    .join("");
  const safe = /^[\t\r\n]/u.test(lines) ? `'${lines}` : lines;
  return /[",;\r\n]|^\s|\s$/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
