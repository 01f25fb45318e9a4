import type { RecordStore } from "./store.ts";

/** Why rows of a source were set aside at its last pull, and how many for each reason. */
export interface SetAside {
  readonly source: string;
  readonly kind: string;
  /** The kind's column; empty where the whole row is broken. */
  readonly field: string;
  readonly reason: string;
  readonly count: number;
}

/** The reasons of all sources, the most frequent first; of a thousand kept rows a source. */
export async function setAsideReasons(store: RecordStore): Promise<readonly SetAside[]> {
  const rows = await store.query(
    `select source, kind, field, reason, count(*) as rows from bad_rows
     group by source, kind, field, reason order by source, count(*) desc, kind, field, reason`,
  );
  return rows.map((row) => ({
    source: String(row["source"]),
    kind: String(row["kind"]),
    field: String(row["field"] ?? ""),
    reason: String(row["reason"] ?? ""),
    count: Number(row["rows"]),
  }));
}

/** How many records `exclude:` left out at the last pull of each source. */
export async function excludedRows(store: RecordStore): Promise<ReadonlyMap<string, number>> {
  const rows = await store.query("select source, excluded from source_states");
  return new Map(rows.map(({ source, excluded }) => [String(source), Number(excluded ?? 0)]));
}
