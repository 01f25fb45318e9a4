import { kinds } from "../kinds/index.ts";
import type { Readers } from "./readers.ts";
import type { ResultRow, SourceState } from "./store.ts";

/** What was written after each source's last pulls. */
export async function readSourceStates(query: Readers["query"]): Promise<readonly SourceState[]> {
  const rows = await query("select * from source_states order by source");
  return rows.map(toSourceState);
}

function toSourceState(row: ResultRow): SourceState {
  const held = (text(row["kinds"]) ?? "").split(",");
  return {
    source: text(row["source"]) ?? "",
    succeededAt: instant(row["succeeded_at"]),
    failedAt: instant(row["failed_at"]),
    error: text(row["error"]),
    hint: text(row["hint"]),
    asOf: instant(row["as_of"]),
    newestAt: instant(row["newest_at"]),
    kinds: kinds.map(({ id }) => id).filter((id) => held.includes(id)),
    rows: Number(row["rows"] ?? 0),
    changed: Number(row["changed"] ?? 0),
    badRows: Number(row["bad_rows"] ?? 0),
  };
}

const text = (value: ResultRow[string] | undefined): string | null =>
  typeof value === "string" ? value : null;

const instant = (value: ResultRow[string] | undefined): Date | null =>
  value instanceof Date ? value : null;
