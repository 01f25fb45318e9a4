import { stoppedAt } from "../../../src/clock.ts";
import {
  openPostgres,
  type PostgresOptions,
} from "../../../src/documents/postgres/open-postgres.ts";
import { afterTest } from "../../closing.ts";

/** One process's view of a database; closed when the test ends. */
export async function opened(url: string, more: Partial<PostgresOptions> = {}) {
  const stores = await openPostgres({
    url,
    clock: stoppedAt(new Date("2026-11-16T08:00:00Z")),
    warn: () => {},
    ...more,
  });
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (isOpen) await stores.documents.close();
    isOpen = false;
  };
  afterTest(close);
  return { ...stores, documents: { ...stores.documents, close } };
}
