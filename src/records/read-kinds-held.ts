import { type KindId, kinds } from "../kinds/index.ts";
import { identifier } from "./quoting.ts";
import type { RecordStore } from "./store.ts";

export async function readKindsHeld(query: RecordStore["query"]): Promise<ReadonlySet<KindId>> {
  const tests = kinds.map(({ id }) => {
    const name = identifier(id);
    return `exists (select 1 from ${name}) as ${name}`;
  });
  const [held] = await query(`select ${tests.join(", ")}`);
  return new Set(kinds.map(({ id }) => id).filter((id) => held?.[id] === true));
}
