import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { type Clock, systemClock } from "../clock.ts";
import { AppError } from "../errors.ts";
import { kinds } from "../kinds/index.ts";
import { compact, wantCompacting, wantsCompacting } from "./compact.ts";
import { forgetAgents } from "./forget.ts";
import { identifier, literal } from "./quoting.ts";
import { createReaders } from "./readers.ts";
import { renewDerived } from "./renew-derived.ts";
import { renewSpellings } from "./renew-spellings.ts";
import { dropRecordsBefore } from "./retention.ts";
import { schemaStatements } from "./schema.ts";
import { dropUnheldSpellings } from "./settle-spellings.ts";
import { pull } from "./pull.ts";
import { readBadRows, readSourceStates } from "./source-states.ts";
import type { PullWatch, Records, WorkingTime } from "./store.ts";
import { createWriter, inTransaction } from "./writer.ts";

export interface DuckdbSettings {
  /** The file, or ":memory:". */
  readonly path: string;
  /** The workspace's zone, in which local days are counted. */
  readonly zone: string;
  /** The folders files may be read from; the engine refuses every other path. */
  readonly roots: readonly string[];
  readonly timeLimitMs?: number;
  /** In the engine's words, `1GB`. */
  readonly memoryLimit?: string;
  readonly clock?: Clock;
  /** Left out, every second is working time. */
  readonly workingTime?: WorkingTime | null;
}

/**
 * Opens the records. The engine's lock keeps a second process out, so this also guards the folder
 * it stands in: throws `data_folder_busy`.
 */
export async function openDuckdb(settings: DuckdbSettings): Promise<Records> {
  const { zone, clock = systemClock, workingTime = null } = settings;
  const instance = await openInstance(settings);
  const connection = await instance.connect();
  await prepare(connection, settings);
  await renewSpellings(connection);
  await renewDerived(connection, zone, workingTime);
  const writer = createWriter(connection);
  const readers = createReaders(
    [await instance.connect(), await instance.connect()],
    settings.timeLimitMs ?? 20_000,
  );
  const pulling = new Set<string>();

  return {
    query: readers.query,
    kindsHeld: async () => {
      const [held] = await readers.query(
        `select ${kinds.map(({ id }) => `exists (from ${identifier(id)}) as ${identifier(id)}`).join(", ")}`,
      );
      return new Set(kinds.map(({ id }) => id).filter((id) => held?.[id] === true));
    },
    sourceStates: () => readSourceStates(readers.query),
    pulling: () => [...pulling],
    badRows: (source, limit) => readBadRows(readers.query, source, limit),
    pullSource: async (request, watch = {}) => {
      if (pulling.has(request.name)) {
        throw new AppError("pull_refused", `${request.name} is being pulled already`, {
          hint: "Wait until that pull has ended.",
        });
      }
      pulling.add(request.name);
      try {
        return await writer.use((connection) =>
          pull({ connection, clock, zone, workingTime }, request, { ...unwatched(), ...watch }),
        );
      } finally {
        pulling.delete(request.name);
      }
    },
    forgetSources: (keep) => writer.use((connection) => forgetSources(connection, keep)),
    dropBefore: (from) => writer.use((connection) => dropRecordsBefore(connection, from, zone)),
    forgetAgents: (forgotten) =>
      writer.use(async (connection) => {
        await wantCompacting(connection);
        return await forgetAgents(connection, forgotten);
      }),
    close: async () => {
      await readers.close();
      const isWanted = await writer.use(wantsCompacting);
      await writer.close();
      instance.closeSync();
      if (isWanted && settings.path !== ":memory:") await compact(settings.path);
    },
  };
}

const unwatched = (): PullWatch => ({
  signal: new AbortController().signal,
  progress: () => undefined,
});

async function forgetSources(connection: DuckDBConnection, keep: readonly string[]): Promise<void> {
  const forgotten = `source not in (${["''", ...keep.map(literal)].join(", ")})`;
  await inTransaction(connection, async () => {
    let dropped = 0;
    for (const table of [...kinds.map(({ id }) => id), "source_states", "bad_rows"]) {
      const sql = `delete from ${identifier(table)} where ${forgotten}`;
      dropped += (await connection.run(sql)).rowsChanged;
    }
    if (dropped > 0) await dropUnheldSpellings(connection);
  });
}

async function openInstance({ path, memoryLimit }: DuckdbSettings): Promise<DuckDBInstance> {
  if (path !== ":memory:") await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  try {
    return await DuckDBInstance.create(path, {
      memory_limit: memoryLimit ?? "1GB",
      autoinstall_known_extensions: "false",
      autoload_known_extensions: "false",
    });
  } catch (cause) {
    if (String(cause).includes("Could not set lock")) {
      throw new AppError("data_folder_busy", `Another Goalpost holds ${dirname(path)}`, {
        hint: "Stop it, or give this one a data folder of its own with --data.",
        cause,
      });
    }
    throw new AppError("store_failed", `The records in ${path} cannot be opened`, {
      hint: "Move the file away: the next pull builds it anew from the sources.",
      cause,
    });
  }
}

/** From here on the engine reads files below the roots, and nothing can change that. */
async function prepare(connection: DuckDBConnection, { roots }: DuckdbSettings): Promise<void> {
  await connection.run("set timezone = 'UTC'");
  // Without its bar the engine does not count how far it is; the bar itself is not for our terminal.
  await connection.run("set enable_progress_bar = true");
  await connection.run("set enable_progress_bar_print = false");
  await connection.run(`set allowed_directories = [${roots.map(literal).join(", ")}]`);
  await connection.run("set enable_external_access = false");
  await connection.run("set lock_configuration = true");
  for (const statement of schemaStatements(await columnTypes(connection))) {
    await connection.run(statement);
  }
}

async function columnTypes(connection: DuckDBConnection): Promise<ReadonlyMap<string, string>> {
  const reader = await connection.runAndReadAll(
    "select table_name || '.' || column_name, data_type from duckdb_columns() where not internal",
  );
  return new Map(reader.getRows().map(([name, type]) => [String(name), String(type)]));
}
