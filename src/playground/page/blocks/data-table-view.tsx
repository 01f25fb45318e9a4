import { type ReactNode, useState } from "react";
import type { Cell, DataTableBlock } from "../../block-kit/data-blocks.ts";
import { useDesk } from "../desk.ts";
import { CellView } from "./table-view.tsx";

interface Sorting {
  readonly column: number;
  readonly direction: 1 | -1;
}

const textOf = (cell: Cell | undefined): string =>
  cell === undefined ? "" : cell.type === "rich_text" ? JSON.stringify(cell.elements) : cell.text;

function compare(a: Cell | undefined, b: Cell | undefined, locale: string): number {
  if (a?.type === "raw_number" && b?.type === "raw_number") return a.value - b.value;
  return textOf(a).localeCompare(textOf(b), locale, { numeric: true });
}

/** What Slack shows at once unless the app says otherwise. */
const usualPage = 5;

/** A table with a caption that sorts by its headings and turns pages. */
export function DataTableView({ block }: { readonly block: DataTableBlock }): ReactNode {
  const { locale, text } = useDesk();
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const [page, setPage] = useState(0);
  const [head = [], ...rows] = block.rows;
  const sorted =
    sorting === null
      ? rows
      : rows.toSorted(
          (a, b) => sorting.direction * compare(a[sorting.column], b[sorting.column], locale),
        );
  const size = block.page_size ?? usualPage;
  const from = page * size;
  const shown = sorted.slice(from, from + size);
  const numeric = head.map(
    (_cell, column) =>
      rows.some((row) => row[column]?.type === "raw_number") &&
      rows.every((row) => row[column]?.type === "raw_number" || textOf(row[column]).length < 3),
  );
  const sortBy = (column: number): void => {
    setPage(0);
    setSorting((before) =>
      before?.column !== column
        ? { column, direction: 1 }
        : before.direction === 1
          ? { column, direction: -1 }
          : null,
    );
  };
  return (
    <figure className="data-table">
      <figcaption>{block.caption}</figcaption>
      <div className="table-box">
        <table className="table" aria-label={block.caption}>
          <thead>
            <tr>
              {head.map((cell, column) => (
                <th
                  key={column}
                  scope="col"
                  className={numeric[column] === true ? "number" : ""}
                  aria-sort={
                    sorting?.column !== column
                      ? "none"
                      : sorting.direction === 1
                        ? "ascending"
                        : "descending"
                  }
                >
                  <button type="button" onClick={() => sortBy(column)}>
                    <CellView cell={cell} />
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, at) => (
              <tr key={from + at}>
                {row.map((cell, column) =>
                  column === (block.row_header_column_index ?? -1) ? (
                    <th key={column} scope="row">
                      <CellView cell={cell} />
                    </th>
                  ) : (
                    <td key={column} className={numeric[column] === true ? "number" : ""}>
                      <CellView cell={cell} />
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > size && (
        <div className="table-pages">
          <span>
            {text("rows", {
              from: from + 1,
              to: Math.min(from + size, rows.length),
              total: rows.length,
            })}
          </span>
          <button
            type="button"
            disabled={page === 0}
            aria-label={text("previous")}
            onClick={() => setPage(page - 1)}
          >
            ‹
          </button>
          <button
            type="button"
            disabled={from + size >= rows.length}
            aria-label={text("next")}
            onClick={() => setPage(page + 1)}
          >
            ›
          </button>
        </div>
      )}
    </figure>
  );
}
