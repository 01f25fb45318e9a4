import { existsSync } from "node:fs";
import { copyFile, mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Clock } from "../clock.ts";
import { AppError } from "../errors.ts";
import { type Disk, systemDisk } from "./disk.ts";
import { type DocumentFile, parseFile } from "./document-file.ts";
import { forgottenSchema, type Forgotten } from "./forgotten.ts";
import { openLowdb } from "./lowdb.ts";
import { openOddsLog } from "./odds-log.ts";
import { orStoreFailed } from "./or-store-failed.ts";
import { putInPlace, restoringPrefix } from "./put-in-place.ts";
import { restoredMark } from "./shape.ts";
import { unpackBackup } from "./unpack-backup.ts";

export interface RestoreOptions {
  readonly file: string;
  /** The data folder, which nobody else uses meanwhile: the records' lock sees to that. */
  readonly folder: string;
  readonly clock: Clock;
  readonly who: string;
  /** Only looks whether the file is whole and of a version that is known. */
  readonly isTrial: boolean;
  readonly disk?: Disk;
}

export interface Restored {
  /** When the backup was made. */
  readonly at: Date;
  readonly documents: DocumentFile;
  /** Where the state before is kept; null where there was none, and of a trial. */
  readonly aside: string | null;
  /** So many people were forgotten since: what is put back may name them. */
  readonly forgottenSince: number;
}

/**
 * Puts a backup back. All of it is laid out beside the data, checked by the stores themselves and
 * made durable before anything is replaced; cut off anywhere, the folder is as it was, or the next
 * start ends it. Whoever was forgotten meanwhile stays so.
 *
 * Throws `file_refused`, `document_broken` or `store_failed`.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const { file, folder, clock, isTrial, disk = systemDisk } = options;
  await putInPlace(folder);
  const laidOut = join(folder, ".restoring");
  await rm(laidOut, { recursive: true, force: true });
  await orStoreFailed(laidOut, () => mkdir(laidOut, { mode: 0o700 }));
  try {
    const at = new Date((await unpackBackup(file, laidOut)).at);
    const documents = await readDocuments(file, join(laidOut, "documents.json"));
    await (await openOddsLog(join(laidOut, "odds.jsonl"))).close();
    const forgottenSince = await keepForgotten(laidOut, folder);
    if (isTrial) return { at, documents, aside: null, forgottenSince };
    await markRestored(laidOut, at, options);
    const ready = `${restoringPrefix}${clock.now().toISOString().replaceAll(":", "-")}`;
    await orStoreFailed(folder, async () => {
      await disk.rename(laidOut, join(folder, ready));
      await disk.syncFolder(folder);
    });
    return { at, documents, aside: await putInPlace(folder, disk), forgottenSince };
  } finally {
    await rm(laidOut, { recursive: true, force: true });
  }
}

async function readDocuments(file: string, path: string): Promise<DocumentFile> {
  try {
    return parseFile(await readFile(path, "utf8"));
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError("file_refused", `The documents in ${file} are broken`, {
      hint: "Take another backup. Nothing was changed.",
      cause,
    });
  }
}

/** Through the one way of changing anything, so that it is audited and looked at before a digest is posted. */
async function markRestored(
  folder: string,
  madeAt: Date,
  { clock, who }: RestoreOptions,
): Promise<void> {
  const documents = await openLowdb({ folder, clock, warn: () => {} });
  const by = { who, via: "restore" };
  await documents.change(by, ({ marks }) =>
    marks.put({ id: restoredMark, at: clock.now().toISOString() }),
  );
  const id = madeAt.toISOString();
  await documents.record(by, [
    { collection: "backup", id, before: null, after: { restored: true } },
  ]);
  await documents.close();
  // The last good copy has to bear the mark as well.
  await orStoreFailed(folder, async () => {
    const names = existsSync(join(folder, "forgotten.json"))
      ? ["documents.json", "forgotten.json"]
      : ["documents.json"];
    for (const name of names) {
      await copyFile(join(folder, name), join(folder, `${name}.bak`));
      const copy = await systemDisk.open(join(folder, `${name}.bak`), "append");
      await copy.sync();
      await copy.close();
    }
    await systemDisk.syncFolder(folder);
  });
}

/**
 * The list of who was forgotten only grows: where the folder's own is the same list grown longer, or
 * the backup has none, it stays. Gives how many more people it holds.
 */
async function keepForgotten(laidOut: string, folder: string): Promise<number> {
  const name = "forgotten.json";
  const [theirs, ours] = await Promise.all([
    readForgotten(join(laidOut, name)),
    readForgotten(join(folder, name)),
  ]);
  const isSame = theirs === null || theirs.key === ours?.key;
  const more = (ours?.people.length ?? 0) - (theirs?.people.length ?? 0);
  if (!isSame || more <= 0) return 0;
  await rm(join(laidOut, name), { force: true });
  return more;
}

async function readForgotten(path: string): Promise<Forgotten | null> {
  if (!existsSync(path)) return null;
  try {
    return forgottenSchema.parse(JSON.parse(await readFile(path, "utf8")));
  } catch {
    return null;
  }
}
