import { expect, test } from "vitest";
import { openPostgres } from "../../src/documents/postgres/open-postgres.ts";
import { afterTest } from "../closing.ts";
import { hasPostgres } from "../fixtures/database.ts";
import { aPair } from "../replicas/pair.ts";
import { aDesk, dueAt, minute } from "../scheduler/ledger-desk.ts";

test.skipIf(!hasPostgres)(
  "a digest whose delivery the standby had not received is looked for in its channel, not posted again",
  async () => {
    const pair = await aPair({ isSynchronous: false });
    const { slack, start, fates, live, time } = await aDesk({
      open: async (clock) => {
        const now = async () => clock.now();
        const { documents } = await openPostgres({ url: pair.url, clock, now, warn: () => {} });
        afterTest(documents.close);
        return documents;
      },
    });
    const ledger = start("a");
    await ledger.tick();
    await pair.part();
    time.now = dueAt;
    await ledger.tick();
    expect(slack.posts).toHaveLength(1);
    expect(await fates()).toEqual(["2026-W47 sent"]);

    await pair.primary().end("SIGKILL");
    const promoted = await pair.promote();
    pair.address.lead(promoted.port);
    expect(await fates()).toEqual([]);
    // The same process goes on, in the same minute.
    await live(ledger, 10 * minute);
    expect(slack.posts).toHaveLength(1);
    expect(await fates()).toEqual(["2026-W47 sent"]);
  },
);
