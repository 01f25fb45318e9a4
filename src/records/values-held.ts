import type { Segment } from "../kinds/kind.ts";
import type { RecordStore } from "./store.ts";

/** Every value of a segment that records ever had, each in its one spelling, by the alphabet. */
export async function valuesHeld(
  { query }: Pick<RecordStore, "query">,
  segment: Segment,
): Promise<readonly string[]> {
  const rows = await query(
    "select spelling from spellings where segment = ? and spelling <> '' order by lower(spelling)",
    [segment],
  );
  return rows.map(({ spelling }) => String(spelling));
}
