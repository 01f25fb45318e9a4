import type { Clock } from "../../clock.ts";
import type { ForgottenBook } from "../forgotten.ts";
import type { OddsLog } from "../odds-log.ts";
import type { Quotas } from "../quotas.ts";
import type { Seen } from "../seen.ts";
import type { Documents } from "../store.ts";
import type { Turns } from "../turns.ts";
import { type DatabaseOptions, openDatabase } from "./database.ts";
import { migrateSchema } from "./migrate-schema.ts";
import { createPostgresDocuments } from "./postgres-documents.ts";
import { createPostgresForgotten } from "./postgres-forgotten.ts";
import { createPostgresOdds } from "./postgres-odds.ts";
import { createPostgresQuotas } from "./postgres-quotas.ts";
import { createPostgresSeen } from "./postgres-seen.ts";
import { createTransfer, type Transfer } from "./postgres-transfer.ts";
import { createPostgresTurns } from "./postgres-turns.ts";

export interface PostgresOptions extends DatabaseOptions {
  readonly clock: Clock;
  /** What all processes take for the time: the server's clock where nothing is given. */
  readonly now?: () => Promise<Date>;
}

/** Everything but the records, kept in PostgreSQL for any number of processes. */
export interface PostgresStores {
  readonly documents: Documents;
  readonly odds: OddsLog;
  readonly forgotten: ForgottenBook;
  readonly seen: Seen;
  readonly turns: Turns;
  readonly quotas: Quotas;
  readonly transfer: Transfer;
}

/**
 * Opens the database and brings its schema up to date. Closing the documents closes all. Throws
 * `database_refused`, `database_unreachable` or `document_broken`.
 */
export async function openPostgres(options: PostgresOptions): Promise<PostgresStores> {
  const database = await openDatabase(options);
  try {
    await migrateSchema(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  return {
    documents: { ...createPostgresDocuments({ ...options, database }), close: database.close },
    odds: { ...createPostgresOdds(database), close: async () => {} },
    forgotten: createPostgresForgotten(database),
    seen: createPostgresSeen(database),
    turns: createPostgresTurns(database, options.warn),
    quotas: createPostgresQuotas(database, options.now),
    transfer: createTransfer(database),
  };
}
