import { perCollection } from "../per-collection.ts";
import type { Scrub } from "../scrub.ts";
import { type CollectionName, collectionNames, collections } from "../shape.ts";
import type { Rewritten } from "../store.ts";
import type { Run } from "./database.ts";

const pageSize = 500;
/** Every document and every audit line through `scrub`, within a transaction. */
export async function rewriteAll(run: Run, scrub: Scrub): Promise<Rewritten> {
  const counts = new Map<CollectionName, number>();
  for (const name of collectionNames) counts.set(name, await rewriteDocuments(run, name, scrub));
  return {
    documents: perCollection((name) => counts.get(name) ?? 0),
    auditLines: await rewriteAudit(run, scrub),
  };
}

async function rewriteDocuments(run: Run, name: CollectionName, scrub: Scrub): Promise<number> {
  let changed = 0;
  const rows = await run(
    "select place, body::text as text from goalpost.documents where collection = $1",
    [name],
  );
  for (const { place, text } of rows) {
    const after = scrubbed(String(text), scrub);
    if (after === text) continue;
    const { id } = collections[name].parse(JSON.parse(after));
    await run("update goalpost.documents set id = $2, body = $3 where place = $1", [
      place,
      id,
      after,
    ]);
    changed += 1;
  }
  return changed;
}

async function rewriteAudit(run: Run, scrub: Scrub): Promise<number> {
  let changed = 0;
  for (let after: unknown = 0; ;) {
    const rows = await run(
      `select place, who, edits::text as edits from goalpost.audit
      where place > $1 order by place limit ${pageSize}`,
      [after],
    );
    for (const { place, who, edits } of rows) {
      const [whoAfter, editsAfter] = [scrub({ who }).who, scrubbed(String(edits), scrub)];
      if (whoAfter === who && editsAfter === edits) continue;
      await run("update goalpost.audit set who = $2, edits = $3 where place = $1", [
        place,
        whoAfter,
        editsAfter,
      ]);
      changed += 1;
    }
    if (rows.length < pageSize) return changed;
    after = rows.at(-1)?.["place"];
  }
}

const scrubbed = (text: string, scrub: Scrub): string => JSON.stringify(scrub(JSON.parse(text)));
