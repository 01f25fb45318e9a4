import { isDeepStrictEqual } from "node:util";
import type { Scrub } from "../documents/scrub.ts";
import type { Documents } from "../documents/store.ts";

/** How many documents of each collection `scrub` would change, without zeros. */
export async function documentsNaming(
  documents: Documents,
  scrub: Scrub,
): Promise<Readonly<Record<string, number>>> {
  const all = await everything(documents);
  const counts = Object.entries(all).map(
    ([name, items]) =>
      [name, items.filter((each) => !isDeepStrictEqual(scrub(each), each)).length] as const,
  );
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

/** Everybody who did something: their Slack ids, in documents and in the audit log. */
export async function idsIn(documents: Documents): Promise<readonly string[]> {
  // Deliveries are many, and name nobody who is not elsewhere.
  const lines = await documents.history(
    ({ collection }) => collection !== "deliveries",
    Number.MAX_SAFE_INTEGER,
  );
  const text = JSON.stringify([await everything(documents), lines]);
  return [...new Set(text.match(/(?<![A-Za-z0-9_])[UW][A-Z0-9]{4,20}(?![A-Za-z0-9_])/gu))];
}

const everything = async ({ goals, digests, deliveries, people, notes }: Documents) => ({
  goals: await goals.list(),
  digests: await digests.list(),
  deliveries: await deliveries.list(),
  people: await people.list(),
  notes: await notes.list(),
});
