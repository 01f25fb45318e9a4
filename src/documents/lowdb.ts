import { randomUUID } from "node:crypto";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { Low } from "lowdb";
import type { Clock } from "../clock.ts";
import { AppError } from "../errors.ts";
import { oneAtATime } from "../one-at-a-time.ts";
import { openAuditLog, type AuditEdit } from "./audit-log.ts";
import { changedIn } from "./changed-in.ts";
import { type Disk, systemDisk } from "./disk.ts";
import {
  type DocumentFile,
  emptyFile,
  type Migration,
  migrations as currentMigrations,
  olderVersion,
  parseFile,
  piecesOf,
} from "./document-file.ts";
import { collectionOf, deepFreeze, startDraft } from "./draft.ts";
import { durableFile } from "./durable-file.ts";
import { ownFolder } from "./own-folder.ts";
import { putInPlace } from "./put-in-place.ts";
import type { ChangedBy, Collections, Documents } from "./store.ts";
import { createWriteLatch, isTorn } from "./write-latch.ts";

export interface LowdbOptions {
  /** The data folder. Made where it is missing, for its owner alone. */
  readonly folder: string;
  readonly clock: Clock;
  readonly warn: (message: string) => void;
  readonly disk?: Disk;
  readonly migrations?: readonly Migration[];
}

/**
 * Documents in one file, for one process: the records engine's lock guards the folder. A change is
 * announced in the audit log, then written; where it was not written, the log says so.
 */
export async function openLowdb({
  folder,
  clock,
  warn,
  disk = systemDisk,
  migrations = currentMigrations,
}: LowdbOptions): Promise<Documents> {
  await ownFolder(folder);
  const aside = await putInPlace(folder);
  if (aside !== null)
    warn(`A restore was cut off and is ended now; what was there is in ${aside}.`);
  const latch = createWriteLatch(warn);
  const path = join(folder, "documents.json");
  const file = durableFile({
    path,
    parse: (text) => parseFile(text, migrations),
    olderVersion: (text) => olderVersion(text, migrations),
    pieces: piecesOf,
    warn,
    disk,
    latch,
  });
  const low = new Low<DocumentFile>(file, { ...emptyFile, version: migrations.length + 1 });
  await low.read();
  let current = deepFreeze(low.data);
  await warnOfSize(path, warn);
  const audit = await openAuditLog({ path: join(folder, "audit.jsonl"), disk, latch });
  let neverHappened: readonly string[];
  try {
    neverHappened = await audit.announcedAfter(current.change);
    if (current.change === null) assertNew(path, neverHappened);
  } catch (fault) {
    await audit.close();
    throw fault;
  }
  const inTurn = oneAtATime();

  const commit = async (file: DocumentFile, by: ChangedBy, edits: readonly AuditEdit[]) => {
    latch.assertOpen();
    const change = randomUUID();
    const at = clock.now().toISOString();
    for (const each of neverHappened) await audit.annul(each, at);
    neverHappened = [change];
    await audit.append({ change, at, ...by, edits });
    low.data = { ...file, change };
    try {
      await low.write();
    } catch (error) {
      // The change stands on the disk after all, and so it does in memory.
      if (isTorn(error)) current = low.data;
      throw error;
    }
    neverHappened = [];
    current = low.data;
  };

  const kept: Collections = {
    goals: collectionOf(() => current.goals),
    digests: collectionOf(() => current.digests),
    deliveries: collectionOf(() => current.deliveries),
    people: collectionOf(() => current.people),
    marks: collectionOf(() => current.marks),
    notes: collectionOf(() => current.notes),
  };

  return {
    ...kept,
    change: (by, edit) =>
      inTurn(async () => {
        const { draft, finish } = startDraft(kept);
        const result = await edit(draft);
        const { edits, laidOver } = finish();
        if (edits.length > 0) await commit(laidOver(current), by, edits);
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
        const file = deepFreeze(parseFile(JSON.stringify(scrub(current)), migrations));
        const documents = changedIn(current, file);
        low.data = file;
        await low.write();
        current = file;
        // The version before is kept as the last good copy: the second writing takes its place.
        await low.write();
        return { documents, auditLines: await audit.rewrite(scrub) };
      }),
    now: async () => clock.now(),
    failovers: () => 0,
    close: () => inTurn(() => audit.close()),
  };
}

/** One change may have been announced and cut off before there ever was a file; of several it was there. */
function assertNew(path: string, announced: readonly string[]): void {
  if (announced.length <= 1) return;
  throw new AppError("document_broken", `${path} is missing, and so is its last good copy`, {
    hint: `The audit log beside it has changes, so there were documents. Put a backup back with "goalpost restore <file>"; to begin anew, name an empty folder with --data or GOALPOST_DATA.`,
  });
}

const largeBytes = 20_000_000;

/** All documents are held in memory, and written whole at each change. */
async function warnOfSize(path: string, warn: (message: string) => void): Promise<void> {
  const size = (await stat(path).catch(() => null))?.size ?? 0;
  if (size < largeBytes) return;
  warn(
    `${path} has grown to ${Math.round(size / 1_000_000)} MB and is written whole at each change, which takes longer and longer. Keep the documents in PostgreSQL (DATABASE_URL).`,
  );
}
