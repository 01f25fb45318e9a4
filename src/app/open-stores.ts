import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Clock } from "../clock.ts";
import { openForgottenBook } from "../documents/forgotten-book.ts";
import type { ForgottenBook } from "../documents/forgotten.ts";
import { openLowdb } from "../documents/lowdb.ts";
import { type OddsLog, openOddsLog } from "../documents/odds-log.ts";
import { createQuotas, type Quotas } from "../documents/quotas.ts";
import { createSeen, type Seen } from "../documents/seen.ts";
import type { Documents } from "../documents/store.ts";
import { everyTurn, type Turns } from "../documents/turns.ts";
import { createPatience, type Patience, usualPatienceMs } from "../patience.ts";
import { type DuckdbSettings, openDuckdb } from "../records/duckdb.ts";
import { openWhole } from "../records/open-whole.ts";
import type { Records } from "../records/store.ts";
import { assertInFolder, assertNotInFolder, elsewhere } from "./where-documents-are.ts";

/** Everything that is kept, wherever it is kept. */
export interface Stores {
  readonly records: Records;
  readonly documents: Documents;
  readonly odds: OddsLog;
  readonly forgotten: ForgottenBook;
  /**
   * What Slack sent already, which process does a job, and how often something may be done: shared by
   * all that share the store.
   */
  readonly seen: Seen;
  readonly turns: Turns;
  readonly quotas: Quotas;
  /** The PostgreSQL that keeps it, by what may be said of it; null: the data folder does. */
  readonly database: { readonly name: string; readonly server: string } | null;
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
export async function openStores(given: StoresOptions): Promise<Stores> {
  const { dataFolder, databaseUrl } = given;
  const options = { ...given, incomingFolder: join(dataFolder, "incoming") };
  const path = join(dataFolder, "records.duckdb");
  // What a process has left that died while it pulled; only who holds the folder may take it away.
  const sweep = () => rm(options.incomingFolder, { recursive: true, force: true });
  if (databaseUrl === null) {
    const records = await openDuckdb({ ...options, path });
    await sweep();
    return await orClose(records.close, async () => {
      const others = await openFolder(options);
      return { ...others, records, close: inTurn(...closesOf(others), records.close) };
    });
  }
  // With nothing in it: the folder, with the socket that stands there, is one process's all the same.
  const guard = await openWhole({ ...options, path });
  await sweep();
  const leave = async (): Promise<void> => guard.closeSync();
  return await orClose(leave, async () => {
    // One server, and it is away for both.
    const patience = createPatience(usualPatienceMs);
    const others = await openShared(options, databaseUrl, patience);
    return await orClose(inTurn(...closesOf(others)), async () => {
      const records = await openSharedRecords(options, databaseUrl, patience);
      return { ...others, records, close: inTurn(...closesOf(others), records.close, leave) };
    });
  });
}

type Close = () => Promise<void>;

const closesOf = ({ documents, odds }: Others): readonly Close[] => [documents.close, odds.close];

const inTurn =
  (...closes: readonly Close[]): Close =>
  async () => {
    for (const close of closes) await close();
  };

/** What is open already is closed again where the next thing cannot be opened. */
async function orClose<T>(close: Close, open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (error) {
    await close();
    throw error;
  }
}

async function openSharedRecords(
  options: StoresOptions,
  url: string,
  patience: Patience,
): Promise<Records> {
  const [{ locate }, { openPostgresRecords }] = await Promise.all([
    import("../documents/postgres/locate.ts"),
    import("../records/postgres/open-postgres-records.ts"),
  ]);
  const { settings: connection } = locate(url);
  const spillFolder = join(options.dataFolder, "mapping");
  return await openPostgresRecords({ ...options, connection, spillFolder, patience });
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
    quotas: createQuotas(),
    database: null,
  };
}

async function openShared(
  { dataFolder, clock, warn }: StoresOptions,
  url: string,
  patience: Patience,
): Promise<Others> {
  await assertNotInFolder(dataFolder);
  // Its library is loaded where there is a database.
  const [{ openPostgres }, { locate }] = await Promise.all([
    import("../documents/postgres/open-postgres.ts"),
    import("../documents/postgres/locate.ts"),
  ]);
  const { transfer, ...shared } = await openPostgres({ url, clock, warn, patience });
  const movedTo = await transfer.movedTo();
  const { name, server } = locate(url);
  if (movedTo === null) return { ...shared, database: { name, server } };
  await shared.documents.close();
  throw elsewhere(
    `The documents of ${transfer.place} were moved to ${movedTo}`,
    "Take DATABASE_URL away, or bring them back with “goalpost migrate to-postgres”.",
  );
}
