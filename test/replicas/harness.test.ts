import { expect, test } from "vitest";
import type { Clock } from "../../src/clock.ts";
import { openPostgres } from "../../src/documents/postgres/open-postgres.ts";
import { afterTest } from "../closing.ts";
import { aDatabase, hasPostgres } from "../fixtures/database.ts";
import { brokenPromises } from "../scheduler/harness/history.ts";
import { runHarness } from "../scheduler/harness/run-harness.ts";

async function openDatabase(clock: Clock) {
  const { url } = await aDatabase();
  const now = async () => clock.now();
  const { documents } = await openPostgres({ url, clock, now, warn: () => {} });
  afterTest(() => documents.close());
  return documents;
}

test.skipIf(!hasPostgres)(
  "bad weeks of three processes on one database: none doubled, none missed without a word",
  async () => {
    const history = await runHarness({
      seed: 5,
      open: openDatabase,
      workers: 3,
      digests: 10,
      weeks: 4,
      deathShare: 0.03,
      freezeShare: 0.01,
    });
    expect(brokenPromises(history)).toEqual([]);
    expect(history.due.size).toBe(40);
    expect(history.counts["deaths"]).toBeGreaterThan(0);
  },
);
