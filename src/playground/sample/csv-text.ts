export type Cell = string | number | null;

/** One line of a table as text, as a help desk or a phone system exports it. */
export function csvLine(cells: readonly Cell[], separator: "," | ";"): string {
  let line = "";
  for (const cell of cells) {
    if (cell !== null) line += typeof cell === "number" ? cell : quoted(cell);
    line += separator;
  }
  return `${line.slice(0, -1)}\n`;
}

const special = /[",;\n]/u;

const quoted = (text: string): string =>
  special.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
