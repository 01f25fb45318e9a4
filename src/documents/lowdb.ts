import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { Low } from "lowdb";
import type { Clock } from "../clock.ts";
import { oneAtATime } from "../one-at-a-time.ts";
import { openAuditLog, type AuditEdit } from "./audit-log.ts";
import { emptyFile, parseFile, type DocumentFile } from "./document-file.ts";
import { collectionOf, deepFreeze, startDraft } from "./draft.ts";
import { changedIn } from "./changed-in.ts";
import { durableFile, ownFolder } from "./durable-file.ts";
import type { ChangedBy, Documents } from "./store.ts";

export interface LowdbOptions {
  /** The data folder. Made where it is missing, for its owner alone. */
  readonly folder: string;
  readonly clock: Clock;
  readonly warn: (message: string) => void;
}

/**
 * Documents in one file, for one process: the records engine's lock guards the folder. A change is
 * announced in the audit log, then written; where it was not written, the log says so.
 */
export async function openLowdb({ folder, clock, warn }: LowdbOptions): Promise<Documents> {
  await ownFolder(folder);
  const file = durableFile({ path: join(folder, "documents.json"), parse: parseFile, warn });
  const low = new Low<DocumentFile>(file, emptyFile);
  await low.read();
  let current = deepFreeze(low.data);
  const audit = await openAuditLog(join(folder, "audit.jsonl"));
  let neverHappened = await audit.announcedAfter(current.change);
  const inTurn = oneAtATime();

  const commit = async (file: DocumentFile, by: ChangedBy, edits: readonly AuditEdit[]) => {
    const change = randomUUID();
    const at = clock.now().toISOString();
    for (const each of neverHappened) await audit.annul(each, at);
    neverHappened = [change];
    await audit.append({ change, at, ...by, edits });
    low.data = { ...file, change };
    await low.write();
    neverHappened = [];
    current = low.data;
  };

  return {
    goals: collectionOf(() => current.goals),
    digests: collectionOf(() => current.digests),
    deliveries: collectionOf(() => current.deliveries),
    people: collectionOf(() => current.people),
    marks: collectionOf(() => current.marks),
    notes: collectionOf(() => current.notes),
    change: (by, edit) =>
      inTurn(async () => {
        const { draft, finish } = startDraft(current);
        const result = await edit(draft);
        const { file, edits } = finish();
        if (edits.length > 0) await commit(file, by, edits);
        return result;
      }),
    history: (wanted, count) =>
      inTurn(async () => {
        const lines = await audit.read(({ edits }) => edits.some(wanted), count);
        return lines.map((line) => ({ ...line, edits: line.edits.filter(wanted) }));
      }),
    record: (by, edits) =>
      inTurn(() => {
        const at = clock.now().toISOString();
        return audit.append({ change: randomUUID(), at, ...by, edits, outside: true });
      }),
    rewrite: (scrub) =>
      inTurn(async () => {
        const file = deepFreeze(parseFile(JSON.stringify(scrub(current))));
        const documents = changedIn(current, file);
        low.data = file;
        await low.write();
        // The version before is kept as the last good copy: the second writing takes its place.
        await low.write();
        current = file;
        return { documents, auditLines: await audit.rewrite(scrub) };
      }),
    now: async () => clock.now(),
    close: () => inTurn(() => audit.close()),
  };
}
