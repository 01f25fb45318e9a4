import type { ReactNode } from "react";
import type { Cell, TableBlock } from "../../block-kit/data-blocks.ts";
import { RichTextView } from "./rich-text-view.tsx";

export function CellView({ cell }: { readonly cell: Cell }): ReactNode {
  return cell.type === "rich_text" ? <RichTextView block={cell} /> : cell.text;
}

export function TableView({ block }: { readonly block: TableBlock }): ReactNode {
  const [head, ...rows] = block.rows;
  const align = (at: number) => ({ textAlign: block.column_settings?.[at]?.align ?? "left" });
  return (
    <div className="table-box">
      <table className="table">
        <thead>
          <tr>
            {head?.map((cell, at) => (
              <th key={at} scope="col" style={align(at)}>
                <CellView cell={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, column) => (
                <td
                  key={column}
                  style={align(column)}
                  className={block.column_settings?.[column]?.is_wrapped === true ? "wrapped" : ""}
                >
                  <CellView cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
