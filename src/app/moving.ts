import { mkdir, rename, rm } from "node:fs/promises";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Clock } from "../clock.ts";
import { type Contents, contentsOf, differenceIn } from "../documents/contents.ts";
import { systemDisk } from "../documents/disk.ts";
import { openForgottenBook } from "../documents/forgotten-book.ts";
import { openLowdb } from "../documents/lowdb.ts";
import { openOddsLog } from "../documents/odds-log.ts";
import { writeFolder } from "../documents/write-folder.ts";
import { AppError } from "../errors.ts";
import { keptFiles } from "./where-documents-are.ts";

export interface ReadingOptions {
  readonly clock: Clock;
  readonly warn: (message: string) => void;
}

/** Everything a folder keeps that no source brings again. Whoever asks holds the folder's lock. */
export async function readFolder(
  folder: string,
  { clock, warn }: ReadingOptions,
): Promise<Contents> {
  const documents = await openLowdb({ folder, clock, warn });
  const odds = await openOddsLog(join(folder, "odds.jsonl"));
  try {
    return await contentsOf({ documents, odds, forgotten: await openForgottenBook(folder, warn) });
  } finally {
    await documents.close();
    await odds.close();
  }
}

/** Writes into a folder that holds nothing of it: beside it first, read back and compared, then in place. */
export async function fillFolder(
  folder: string,
  contents: Contents,
  options: ReadingOptions,
): Promise<void> {
  const fresh = join(folder, ".moving");
  await rm(fresh, { recursive: true, force: true });
  await writeFolder(fresh, contents, options.warn);
  assertSame(contents, await readFolder(fresh, options), folder);
  await moveFiles(fresh, folder);
  await rm(fresh, { recursive: true });
}

/** Throws where one row is not the same in both. */
export function assertSame(one: Contents, other: Contents, place: string): void {
  const difference = differenceIn(one, other);
  if (difference === null) return;
  throw new AppError("store_failed", `What was written to ${place} differs: ${difference}`, {
    hint: "Nothing was changed where it came from. Please report it.",
  });
}

/** Each by a rename, the documents last: cut off before, they still are where they were. */
export async function moveFiles(
  from: string,
  to: string,
  names: readonly string[] = keptFiles,
): Promise<void> {
  await mkdir(to, { recursive: true, mode: 0o700 });
  for (const name of names) {
    if (existsSync(join(from, name))) await rename(join(from, name), join(to, name));
  }
  await systemDisk.syncFolder(from);
  await systemDisk.syncFolder(to);
}
