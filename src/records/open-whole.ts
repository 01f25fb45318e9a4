import { existsSync } from "node:fs";
import { mkdir, rename, stat } from "node:fs/promises";
import { dirname } from "node:path";
import type { DuckDBInstance } from "@duckdb/node-api";
import { AppError } from "../errors.ts";
import { type EngineSettings, openInstance } from "./engine.ts";

export interface OpenSettings extends EngineSettings {
  /** Told when a broken file was set aside. */
  readonly warn?: (message: string) => void;
}

/** In the engine's words, what it says of a file whose content is damaged; of nothing else. */
const damage =
  /not a valid DuckDB database|Corrupt (?:database|WAL) file|Could not read enough bytes|Failure while replaying WAL/u;

/**
 * Opens the engine's file. A damaged one is set aside, since the sources bring the records again; a
 * file of a newer engine, or one that cannot be reached, is refused. Throws `data_folder_busy` or
 * `store_failed`.
 */
export async function openWhole(settings: OpenSettings): Promise<DuckDBInstance> {
  const { path, warn = () => {} } = settings;
  if (path !== ":memory:") await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  try {
    return await openInstance(settings);
  } catch (cause) {
    if (!damage.test(String(cause))) throw refused(path, cause);
    const aside = `${path}.broken-${Math.trunc((await stat(path)).mtimeMs)}`;
    for (const end of ["", ".wal"]) {
      if (existsSync(`${path}${end}`)) await rename(`${path}${end}`, `${aside}${end}`);
    }
    warn(
      `${path} was damaged and is kept as ${aside}. The records are built anew from the sources, from the next pull on; goals, digests and all else are not touched.`,
    );
    return await openInstance(settings).catch((again: unknown) => {
      throw refused(path, again);
    });
  }
}

function refused(path: string, cause: unknown): AppError {
  if (String(cause).includes("Could not set lock")) {
    return new AppError("data_folder_busy", `Another Goalpost holds ${dirname(path)}`, {
      hint: "Stop it, or give this one a data folder of its own with --data.",
      cause,
    });
  }
  return new AppError("store_failed", `The records in ${path} cannot be opened`, {
    hint: "See whether the file may be read and written; moved away, it is built anew from the sources by the next pull.",
    cause,
  });
}
