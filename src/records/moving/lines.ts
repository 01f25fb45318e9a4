import type { DuckDBConnection } from "@duckdb/node-api";
import { identifier } from "../quoting.ts";

export type TypedColumns = readonly (readonly [name: string, type: string])[];

/** What COPY writes in two characters, by the number of the one that is meant. */
const escapes: readonly (readonly [code: number, letter: string])[] = [
  [92, "\\"],
  [8, "b"],
  [9, "t"],
  [10, "n"],
  [11, "v"],
  [12, "f"],
  [13, "r"],
];

/** Each row as a line that COPY reads: in the words of both stores. */
export const linesSql = (columns: TypedColumns, from: string): string =>
  `select concat_ws(chr(9), ${columns.map(cellSql).join(", ")}) as line from ${from}`;

function cellSql([column, type]: TypedColumns[number]): string {
  const text = `cast(${identifier(column)} as varchar)`;
  const escaped = type.startsWith("varchar")
    ? escapes.reduce(
        (sql, [code, letter]) => `replace(${sql}, chr(${code}), chr(92) || '${letter}')`,
        text,
      )
    : text;
  return `coalesce(${escaped}, chr(92) || 'N')`;
}

/** Rows of the engine as pieces of whole lines. */
export async function* linesOf(
  engine: DuckDBConnection,
  columns: TypedColumns,
  from: string,
): AsyncIterable<string> {
  const stream = await engine.stream(linesSql(columns, from));
  for await (const rows of stream.yieldRows()) {
    if (rows.length > 0) yield `${rows.map(([line]) => String(line)).join("\n")}\n`;
  }
}

const meant: ReadonlyMap<string, string> = new Map(
  escapes.map(([code, letter]) => [`\\${letter}`, String.fromCodePoint(code)]),
);

/** The cells of a line. */
export const cellsIn = (line: string): readonly (string | null)[] =>
  line.split("\t").map((cell) => {
    if (cell === String.raw`\N`) return null;
    return cell.includes("\\") ? cell.replaceAll(/\\./gu, (pair) => meant.get(pair) ?? pair) : cell;
  });
