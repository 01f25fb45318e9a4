import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { AppError } from "../errors.ts";
import { literal } from "./quoting.ts";

/** Says in the records that their file is to be written anew. */
const mark = "compact";

export async function wantCompacting(connection: DuckDBConnection): Promise<void> {
  await connection.run(`delete from settings where name = '${mark}'`);
  await connection.run(`insert into settings values ('${mark}', 'wanted')`);
}

export async function wantsCompacting(connection: DuckDBConnection): Promise<boolean> {
  const reader = await connection.runAndReadAll(
    `select exists (from settings where name = '${mark}')`,
  );
  return reader.value(0, 0) === true;
}

/**
 * Writes the closed file of records anew: the engine leaves what was changed in the free space of
 * the old one. The old file stands until the new one is durable, and is locked meanwhile.
 */
export async function compact(path: string): Promise<void> {
  const fresh = `${path}.fresh`;
  for (const each of [fresh, `${fresh}.wal`]) await rm(each, { force: true });
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    await connection.run(`attach ${literal(path)} as held`);
    await connection.run(`attach ${literal(fresh)} as fresh`);
    await connection.run("copy from database held to fresh");
    await connection.run(`delete from fresh.settings where name = '${mark}'`);
    await connection.run("detach fresh");
    await sync(fresh);
    // Whoever opens the name from now on gets the new file; nobody has the old one but we.
    await rename(fresh, path);
    await sync(dirname(path));
  } catch (cause) {
    throw new AppError("store_failed", `${path} could not be written anew`, {
      hint: "The records are safe. See whether the disk is full: the next stop tries again.",
      cause,
    });
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

async function sync(path: string): Promise<void> {
  const file = await open(path, "r");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
