import type { Row } from "write-excel-file/node";
import type { Cell, CellTable } from "./cell.ts";

/** Longer, and the cell hides its neighbours. */
const widest = 44;

/** A workbook of one sheet: numbers are numbers, and shares are in percent. */
export async function toXlsx({ columns, rows }: CellTable, sheet: string): Promise<Uint8Array> {
  const { default: writeXlsxFile } = await import("write-excel-file/node");
  const head: Row = columns.map((value) => ({ value, fontWeight: "bold" }));
  return await writeXlsxFile([head, ...rows.map((row): Row => row.map(toXlsxCell))], {
    sheet,
    stickyRowsCount: 1,
    columns: columns.map((name, at) => ({
      width: Math.min(
        widest,
        2 + Math.max(name.length, ...rows.map((row) => lengthOf(row[at] ?? null))),
      ),
    })),
  }).toBuffer();
}

function toXlsxCell(cell: Cell): Row[number] {
  if (cell === null) return null;
  if (typeof cell === "number") return { type: Number, value: cell };
  if (typeof cell === "object") return { type: Number, value: cell.percent / 100, format: "0.0%" };
  return { type: String, value: cell };
}

const lengthOf = (cell: Cell): number => (typeof cell === "string" ? cell.length : 10);
