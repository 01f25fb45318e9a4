import { realpath } from "node:fs/promises";
import { join } from "node:path";
import type { Config } from "../config/config.ts";
import type { PostgresStores } from "../documents/postgres/open-postgres.ts";
import { AppError } from "../errors.ts";
import { openDuckdb } from "../records/duckdb.ts";
import type { MoveProgress } from "../records/moving/move-records.ts";
import type { Transfer } from "../records/moving/transfer.ts";
import type { StoresOptions } from "./open-stores.ts";
import { workTimeOf } from "./work-time.ts";

export interface MoveOptions extends Pick<StoresOptions, "dataFolder" | "clock" | "warn"> {
  readonly config: Config;
  readonly databaseUrl: string;
  readonly progress: (progress: MoveProgress) => void;
}

/** The records of both sides, which nobody changes meanwhile. */
export interface BothRecords {
  readonly inFolder: Transfer;
  readonly inDatabase: Transfer;
}

/** Holds the folder and the database while nobody else does. */
export async function betweenBoth<R>(
  options: MoveOptions,
  move: (shared: PostgresStores, records: BothRecords) => Promise<R>,
): Promise<R> {
  const { config, dataFolder, clock, databaseUrl: url } = options;
  // Opened as the bot opens them, so that nothing in them changes.
  const counting = {
    zone: config.workspace.zone,
    roots: [await realpath(config.folder)],
    clock,
    workingTime: workTimeOf(config).workingTime,
  };
  const records = await openDuckdb({ ...counting, path: join(dataFolder, "records.duckdb") });
  try {
    const { openPostgres } = await import("../documents/postgres/open-postgres.ts");
    const shared = await openPostgres({ ...options, url, name: "goalpost migrate" });
    try {
      if ((await shared.transfer.others()) > 0) {
        throw new AppError("data_folder_busy", `${shared.transfer.place} is in use`, {
          hint: "Stop every process of Goalpost that uses it first.",
        });
      }
      const [{ locate }, { openPostgresRecords }] = await Promise.all([
        import("../documents/postgres/locate.ts"),
        import("../records/postgres/open-postgres-records.ts"),
      ]);
      const spillFolder = join(dataFolder, "mapping");
      const connection = locate(url).settings;
      const there = await openPostgresRecords({ ...counting, connection, spillFolder });
      try {
        return await records.transfer((inFolder) =>
          there.transfer((inDatabase) => move(shared, { inFolder, inDatabase })),
        );
      } finally {
        await there.close();
      }
    } finally {
      await shared.documents.close();
    }
  } finally {
    await records.close();
  }
}
