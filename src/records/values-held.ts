import type { Segment } from "../kinds/kind.ts";
import type { RecordStore } from "./store.ts";

/** Every value of a segment that records ever had, each in its one spelling, by the alphabet. */
export async function valuesHeld(
  { query }: Pick<RecordStore, "query">,
  segment: Segment,
): Promise<readonly string[]> {
  const rows = await query(
    "select spelling from spellings where segment = $1 and spelling <> '' order by spelling",
    [segment],
  );
  // Not by the store: which letters are small ones is not the same to each.
  const values = rows.map(({ spelling }) => String(spelling));
  return values.toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
}
