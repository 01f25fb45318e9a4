import { fitTo, padEnd, padStart, textWidth } from "./text-width.ts";

export interface TextTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The last column may be longer: nothing stands behind it. */
const widestCell = 96;

/** Columns side by side; those from `numbersFrom` on stand to the right, as figures do. */
export function textTable({ columns, rows }: TextTable, numbersFrom: number): readonly string[] {
  const all = [columns, ...rows].map((row) =>
    columns.map((_, at) =>
      at === columns.length - 1 ? (row[at] ?? "") : fitTo(row[at] ?? "", widestCell),
    ),
  );
  const widths = columns.map((_, at) => Math.max(...all.map((row) => textWidth(row[at] ?? ""))));
  return all.map((row) =>
    row
      .map((cell, at) => {
        const width = widths[at] ?? 0;
        return at >= numbersFrom ? padStart(cell, width) : padEnd(cell, width);
      })
      .join("  ")
      .trimEnd(),
  );
}
