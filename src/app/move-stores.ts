import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { realpath, rm } from "node:fs/promises";
import { join } from "node:path";
import { type Contents, contentsOf, countsOf, differenceIn } from "../documents/contents.ts";
import { systemDisk } from "../documents/disk.ts";
import { ownFolder } from "../documents/own-folder.ts";
import { movedPrefix } from "../documents/put-in-place.ts";
import type { PostgresStores } from "../documents/postgres/open-postgres.ts";
import {
  bringRecords,
  claimRecords,
  releaseRecords,
  type Tallies,
  whatIsIn,
} from "../records/moving/move-records.ts";
import { betweenBoth, type BothRecords, type MoveOptions } from "./between-both.ts";
import { assertSame, fillFolder, moveFiles, readFolder } from "./moving.ts";
import type { MigrateTo, Moved } from "../terminal/run-migrate.ts";
import { elsewhere, holdsDocuments, movedMark, readMovedMark } from "./where-documents-are.ts";

const recordFiles = ["records.duckdb", "records.duckdb.wal"];

export const moveStores = async (to: MigrateTo, options: MoveOptions): Promise<Moved> => {
  await ownFolder(options.dataFolder);
  const real = { ...options, dataFolder: await realpath(options.dataFolder) };
  const moved = await (to === "to-postgres" ? moveToPostgres(real) : moveToFolder(real));
  if (moved.aside !== null) await setRecordsAside(real.dataFolder, moved.aside);
  return moved;
};

/** Only now they are closed. Names stand in them that nobody would look for there any more. */
async function setRecordsAside(folder: string, aside: string): Promise<void> {
  const [file = ""] = recordFiles;
  // Those of before are there already: this time there was nothing but an empty file to hold.
  if (!existsSync(join(aside, file))) await moveFiles(folder, aside, recordFiles);
  for (const name of recordFiles) await rm(join(folder, name), { force: true });
}

/**
 * Moves what a folder keeps into an empty database, compared row by row, and marks the folder. Cut
 * off anywhere, the same words finish it.
 */
const moveToPostgres = (options: MoveOptions): Promise<Moved> =>
  betweenBoth(options, async (shared, { inFolder, inDatabase }) => {
    const { dataFolder: folder, clock } = options;
    const { place } = shared.transfer;
    const before = await readMovedMark(folder);
    if (before !== null && before.to !== place) {
      const hint = "Set DATABASE_URL to where they are; nothing was changed.";
      throw elsewhere(`The documents of ${folder} were moved to ${before.to}`, hint);
    }
    const records =
      before === null
        ? await fillDatabase(shared, { inFolder, inDatabase }, options)
        : await whatIsIn(inDatabase);
    const mark = before ?? { to: place, at: clock.now().toISOString() };
    await writeMark(folder, mark);
    await releaseRecords(inDatabase);
    const aside = join(folder, `${movedPrefix}${mark.at.replaceAll(/[:.]/gu, "-")}`);
    await moveFiles(folder, aside);
    const counts = countsOf(await contentsOf(shared));
    return { from: folder, to: place, counts, records, aside };
  });

async function fillDatabase(
  shared: PostgresStores,
  { inFolder, inDatabase }: BothRecords,
  options: MoveOptions,
): Promise<Tallies> {
  const { dataFolder: folder } = options;
  const { place, ...transfer } = shared.transfer;
  if (!holdsDocuments(folder)) {
    throw elsewhere(`There are no documents in ${folder}`, "Name the data folder with --data.");
  }
  const contents = await readFolder(folder, options);
  const isFree = await transfer.isFree();
  const refuse = (what: string) => {
    const hint = "Name an empty database in DATABASE_URL; nothing was changed.";
    return elsewhere(`${place} holds other ${what} already`, hint);
  };
  if (!isFree && differenceIn(contents, await contentsOf(shared)) !== null) {
    throw refuse("documents");
  }
  const isAway = (await transfer.movedTo()) !== null;
  if (!(await claimRecords(inFolder, inDatabase, { source: folder, isFree: isAway }))) {
    throw refuse("records");
  }
  await transfer.fill(contents);
  assertSame(contents, await contentsOf(shared), place);
  return await bringRecords(inFolder, inDatabase, { place, progress: options.progress });
}

/** The same the other way: into a folder without documents, and the database is marked. */
const moveToFolder = (options: MoveOptions): Promise<Moved> =>
  betweenBoth(options, async (shared, both) => {
    const { dataFolder: folder } = options;
    const { place, ...transfer } = shared.transfer;
    const movedTo = await transfer.movedTo();
    if (movedTo !== null && movedTo !== folder) {
      throw elsewhere(`The documents of ${place} were moved to ${movedTo}`, "Nothing was changed.");
    }
    const contents = await contentsOf(shared);
    const isThere =
      holdsDocuments(folder) && differenceIn(contents, await readFolder(folder, options)) === null;
    // Moved long ago, the folder's records are its own since.
    const records =
      isThere && movedTo !== null
        ? await whatIsIn(both.inFolder)
        : await fillFolderWith(isThere ? null : contents, both, place, options);
    await transfer.markMoved(folder);
    await releaseRecords(both.inFolder);
    await rm(join(folder, movedMark), { force: true });
    await systemDisk.syncFolder(folder);
    return { from: place, to: folder, counts: countsOf(contents), records, aside: null };
  });

/** `contents` is null where they are there already. */
async function fillFolderWith(
  contents: Contents | null,
  { inFolder, inDatabase }: BothRecords,
  source: string,
  options: MoveOptions,
): Promise<Tallies> {
  const { dataFolder: folder } = options;
  const refuse = (what: string) => {
    const hint = "Name an empty folder with --data; nothing was changed.";
    return elsewhere(`${folder} holds other ${what} already`, hint);
  };
  // What a move that was cut off left behind is of no use any more.
  const isFree = (await readMovedMark(folder)) !== null;
  if (contents !== null && !isFree && holdsDocuments(folder)) throw refuse("documents");
  if (!(await claimRecords(inDatabase, inFolder, { source, isFree }))) throw refuse("records");
  if (contents !== null) {
    if (isFree) await moveFiles(folder, join(folder, `${movedPrefix}${randomUUID()}`));
    await fillFolder(folder, contents, options);
  }
  return await bringRecords(inDatabase, inFolder, { place: folder, progress: options.progress });
}

async function writeMark(folder: string, mark: object): Promise<void> {
  const fresh = join(folder, `.${movedMark}.tmp`);
  await rm(fresh, { force: true });
  const file = await systemDisk.open(fresh, "anew");
  try {
    await file.write(JSON.stringify(mark));
    await file.sync();
  } finally {
    await file.close();
  }
  await systemDisk.rename(fresh, join(folder, movedMark));
  await systemDisk.syncFolder(folder);
}
