import { randomUUID } from "node:crypto";
import { realpath, rm } from "node:fs/promises";
import { join } from "node:path";
import { contentsOf, countsOf, differenceIn } from "../documents/contents.ts";
import type { Config } from "../config/config.ts";
import { systemDisk } from "../documents/disk.ts";
import { ownFolder } from "../documents/own-folder.ts";
import { movedPrefix } from "../documents/put-in-place.ts";
import type { PostgresStores } from "../documents/postgres/open-postgres.ts";
import { AppError } from "../errors.ts";
import { openDuckdb } from "../records/duckdb.ts";
import { assertSame, fillFolder, moveFiles, readFolder } from "./moving.ts";
import type { StoresOptions } from "./open-stores.ts";
import type { MigrateTo, Moved } from "../terminal/run-migrate.ts";
import { workTimeOf } from "./work-time.ts";
import { elsewhere, holdsDocuments, movedMark, readMovedMark } from "./where-documents-are.ts";

export interface MoveOptions extends Pick<StoresOptions, "dataFolder" | "clock" | "warn"> {
  readonly config: Config;
  readonly databaseUrl: string;
}

const recordFiles = ["records.duckdb", "records.duckdb.wal"];

export const moveStores = async (to: MigrateTo, options: MoveOptions): Promise<Moved> => {
  await ownFolder(options.dataFolder);
  const real = { ...options, dataFolder: await realpath(options.dataFolder) };
  const moved = await (to === "to-postgres" ? moveToPostgres(real) : moveToFolder(real));
  // Only now they are closed. Names stand in them that nobody would look for there any more.
  if (moved.aside !== null) await moveFiles(real.dataFolder, moved.aside, recordFiles);
  return moved;
};

/**
 * Moves what a folder keeps into an empty database, compared row by row, and marks the folder. Cut
 * off anywhere, the same words finish it.
 */
const moveToPostgres = (options: MoveOptions): Promise<Moved> =>
  betweenBoth(options, async ({ documents, odds, forgotten, transfer }) => {
    const { dataFolder: folder, clock } = options;
    const held = { documents, odds, forgotten };
    const { place } = transfer;
    const before = await readMovedMark(folder);
    if (before !== null && before.to !== place) {
      const hint = "Set DATABASE_URL to where they are; nothing was changed.";
      throw elsewhere(`The documents of ${folder} were moved to ${before.to}`, hint);
    }
    if (before === null) {
      if (!holdsDocuments(folder)) {
        throw elsewhere(`There are no documents in ${folder}`, "Name the data folder with --data.");
      }
      const contents = await readFolder(folder, options);
      const isFilled = await transfer.fill(contents);
      const kept = await contentsOf(held);
      if (!isFilled && differenceIn(contents, kept) !== null) {
        const hint = "Name an empty database in DATABASE_URL; nothing was changed.";
        throw elsewhere(`${place} holds other documents already`, hint);
      }
      assertSame(contents, kept, place);
    }
    const mark = before ?? { to: place, at: clock.now().toISOString() };
    await writeMark(folder, mark);
    const aside = join(folder, `${movedPrefix}${mark.at.replaceAll(/[:.]/gu, "-")}`);
    await moveFiles(folder, aside);
    return { from: folder, to: place, counts: countsOf(await contentsOf(held)), aside };
  });

/** The same the other way: into a folder without documents, and the database is marked. */
const moveToFolder = (options: MoveOptions): Promise<Moved> =>
  betweenBoth(options, async ({ documents, odds, forgotten, transfer }) => {
    const { dataFolder: folder } = options;
    const { place } = transfer;
    const movedTo = await transfer.movedTo();
    if (movedTo !== null && movedTo !== folder) {
      throw elsewhere(`The documents of ${place} were moved to ${movedTo}`, "Nothing was changed.");
    }
    const contents = await contentsOf({ documents, odds, forgotten });
    const isThere =
      holdsDocuments(folder) && differenceIn(contents, await readFolder(folder, options)) === null;
    if (!isThere) {
      // Those of a move that was cut off were left behind, and are of no use any more.
      const before = await readMovedMark(folder);
      if (before !== null) await moveFiles(folder, join(folder, `${movedPrefix}${randomUUID()}`));
      if (holdsDocuments(folder)) {
        const hint = "Name an empty folder with --data; nothing was changed.";
        throw elsewhere(`${folder} holds other documents already`, hint);
      }
      await fillFolder(folder, contents, options);
    }
    await transfer.markMoved(folder);
    await rm(join(folder, movedMark), { force: true });
    await systemDisk.syncFolder(folder);
    return { from: place, to: folder, counts: countsOf(contents), aside: null };
  });

/** Holds the folder and the database while nobody else does. */
async function betweenBoth<R>(
  options: MoveOptions,
  move: (shared: PostgresStores) => Promise<R>,
): Promise<R> {
  const { config, dataFolder, clock, databaseUrl: url } = options;
  // Opened as the bot opens it, so that nothing in it changes: its lock is what is wanted.
  const records = await openDuckdb({
    path: join(dataFolder, "records.duckdb"),
    zone: config.workspace.zone,
    roots: [await realpath(config.folder)],
    clock,
    workingTime: workTimeOf(config).workingTime,
  });
  try {
    const { openPostgres } = await import("../documents/postgres/open-postgres.ts");
    const shared = await openPostgres({ ...options, url, name: "goalpost migrate" });
    try {
      if ((await shared.transfer.others()) > 0) {
        throw new AppError("data_folder_busy", `${shared.transfer.place} is in use`, {
          hint: "Stop every process of Goalpost that uses it first.",
        });
      }
      return await move(shared);
    } finally {
      await shared.documents.close();
    }
  } finally {
    await records.close();
  }
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
