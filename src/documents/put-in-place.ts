import { existsSync, readdirSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { type Disk, systemDisk } from "./disk.ts";
import { orStoreFailed } from "./or-store-failed.ts";

/** A folder in the data folder that holds what is being put back, whole; then the instant. */
export const restoringPrefix = "restoring-";
/** What stood there before. */
const asidePrefix = "before-restore-";
/** What was left in a folder whose documents were moved to a database. */
export const movedPrefix = "moved-";

/** What says that the documents are elsewhere comes first: it would refuse the next start. */
const names = [
  "moved.json",
  "audit.jsonl",
  "odds.jsonl",
  "forgotten.json",
  "forgotten.json.bak",
  "documents.json.bak",
  "documents.json",
] as const;

/** Copies that were set aside, and may hold what was taken out of the documents since. */
export const isSetAside = (name: string): boolean =>
  name.includes(".broken-") ||
  name.startsWith(asidePrefix) ||
  name.startsWith(movedPrefix) ||
  /\.v\d+$/u.test(name);

/**
 * Ends a restore whose files are all there and durable, and that may have been cut off while they
 * were put in place: each of them in turn, the one it replaces kept aside. Does nothing where there
 * is none. Gives where the earlier files are now.
 */
export async function putInPlace(folder: string, disk: Disk = systemDisk): Promise<string | null> {
  const restoring = readdirSync(folder).find((name) => name.startsWith(restoringPrefix));
  if (restoring === undefined) return null;
  const from = join(folder, restoring);
  const aside = join(folder, `${asidePrefix}${restoring.slice(restoringPrefix.length)}`);
  await orStoreFailed(folder, async () => {
    await mkdir(aside, { recursive: true, mode: 0o700 });
    for (const name of names) {
      const isReplaced = existsSync(join(from, name));
      if (!isReplaced && name !== "moved.json") continue;
      if (existsSync(join(folder, name))) await disk.rename(join(folder, name), join(aside, name));
      if (isReplaced) await disk.rename(join(from, name), join(folder, name));
    }
    for (const each of [aside, folder]) await disk.syncFolder(each);
    await rm(from, { recursive: true });
    await disk.syncFolder(folder);
  });
  return aside;
}
