import { join } from "node:path";
import type { Clock } from "../clock.ts";
import { openForgottenBook } from "../documents/forgotten-book.ts";
import type { ForgottenBook } from "../documents/forgotten.ts";
import { openLowdb } from "../documents/lowdb.ts";
import { type OddsLog, openOddsLog } from "../documents/odds-log.ts";
import { createSeen, type Seen } from "../documents/seen.ts";
import type { Documents } from "../documents/store.ts";
import { everyTurn, type Turns } from "../documents/turns.ts";
import { type DuckdbSettings, openDuckdb } from "../records/duckdb.ts";
import type { Records } from "../records/store.ts";
import { assertInFolder, assertNotInFolder, elsewhere } from "./where-documents-are.ts";

/** Everything that is kept, wherever it is kept. */
export interface Stores {
  readonly records: Records;
  readonly documents: Documents;
  readonly odds: OddsLog;
  readonly forgotten: ForgottenBook;
  /** What Slack sent already, and which process does a job: shared by all that share the store. */
  readonly seen: Seen;
  readonly turns: Turns;
  readonly close: () => Promise<void>;
}

export interface StoresOptions extends Omit<DuckdbSettings, "path" | "clock"> {
  /** Its real path. */
  readonly dataFolder: string;
  readonly clock: Clock;
  /** Null: everything is kept in the data folder, for one process. */
  readonly databaseUrl: string | null;
  readonly warn: (message: string) => void;
}

/**
 * Opens what is kept. The records are opened first: their lock keeps a second process out of the
 * folder. Throws `data_folder_busy`, `documents_elsewhere`, `document_broken`, `database_refused`
 * or `store_failed`.
 */
export async function openStores(options: StoresOptions): Promise<Stores> {
  const { dataFolder, databaseUrl } = options;
  const records = await openDuckdb({ ...options, path: join(dataFolder, "records.duckdb") });
  try {
    const others = await (databaseUrl === null
      ? openFolder(options)
      : openShared(options, databaseUrl));
    const close = async (): Promise<void> => {
      await others.documents.close();
      await others.odds.close();
      await records.close();
    };
    return { ...others, records, close };
  } catch (error) {
    await records.close();
    throw error;
  }
}

type Others = Omit<Stores, "records" | "close">;

async function openFolder({ dataFolder: folder, clock, warn }: StoresOptions): Promise<Others> {
  await assertInFolder(folder);
  return {
    documents: await openLowdb({ folder, clock, warn }),
    odds: await openOddsLog(join(folder, "odds.jsonl")),
    forgotten: await openForgottenBook(folder, warn),
    seen: createSeen(),
    turns: everyTurn,
  };
}

async function openShared(
  { dataFolder, clock, warn }: StoresOptions,
  url: string,
): Promise<Others> {
  await assertNotInFolder(dataFolder);
  // Its library is loaded where there is a database.
  const { openPostgres } = await import("../documents/postgres/open-postgres.ts");
  const { transfer, ...shared } = await openPostgres({ url, clock, warn });
  const movedTo = await transfer.movedTo();
  if (movedTo === null) return shared;
  await shared.documents.close();
  throw elsewhere(
    `The documents of ${transfer.place} were moved to ${movedTo}`,
    "Take DATABASE_URL away, or bring them back with “goalpost migrate to-postgres”.",
  );
}
