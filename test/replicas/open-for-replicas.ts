import type { Clock } from "../../src/clock.ts";
import { openPostgres } from "../../src/documents/postgres/open-postgres.ts";
import { afterTest } from "../closing.ts";
import { aProxy } from "../documents/postgres/proxy.ts";
import { aDatabase } from "../fixtures/database.ts";
import type { HarnessStore } from "../scheduler/harness/joined.ts";

/**
 * A database that every process reaches over connections of its own. They break where it dies: what
 * was in the middle of a transaction is for the server to roll back.
 */
export async function openForReplicas(clock: Clock): Promise<HarnessStore> {
  const { url } = await aDatabase();
  const open = (through: string) =>
    openPostgres({ url: through, clock, now: async () => clock.now(), warn: () => {} });
  const { documents } = await open(url);
  afterTest(() => documents.close());
  return {
    documents,
    join: async () => {
      const wire = await aProxy(url);
      const { documents: own, quotas } = await open(wire.url);
      let isCut = false;
      const cut = (): void => {
        if (isCut) return;
        isCut = true;
        wire.turn("off");
        void own.close();
      };
      afterTest(cut);
      return { documents: own, quotas, cut };
    },
  };
}
