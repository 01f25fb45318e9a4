import { openPostgres } from "../../src/documents/postgres/open-postgres.ts";
import { createPatience } from "../../src/patience.ts";
import { afterTest } from "../closing.ts";
import { aProxy } from "../documents/postgres/proxy.ts";
import { aDatabase } from "../fixtures/database.ts";
import { aDesk } from "../scheduler/ledger-desk.ts";

/** A desk whose ledger stands behind a wire that the test cuts. */
export async function aWiredDesk() {
  const proxy = await aProxy((await aDatabase()).url);
  const desk = await aDesk({
    open: async (clock) => {
      const now = async () => clock.now();
      const settings = {
        url: proxy.url,
        clock,
        now,
        warn: () => {},
        patience: createPatience(300),
      };
      const { documents } = await openPostgres(settings);
      afterTest(documents.close);
      return documents;
    },
  });
  return { ...desk, proxy };
}
