/** What stands in a cell: text, a number, nothing, or a share from 0 to 100. */
export type Cell = string | number | null | { readonly percent: number };

export interface CellTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}
