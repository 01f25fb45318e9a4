import { expect, test } from "vitest";
import { hasPostgres } from "../fixtures/database.ts";
import { brokenPromises } from "../scheduler/harness/history.ts";
import { runHarness } from "../scheduler/harness/run-harness.ts";
import { openForReplicas } from "./open-for-replicas.ts";

test.skipIf(!hasPostgres)(
  "bad weeks of three processes on one database: none doubled, none missed without a word",
  async () => {
    const history = await runHarness({
      seed: 5,
      open: openForReplicas,
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
