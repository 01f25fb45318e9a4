import { expect, test } from "vitest";
import { brokenPromises } from "../scheduler/harness/history.ts";
import { openInMemoryFolder } from "../scheduler/harness/open-in-memory-folder.ts";
import { runHarness } from "../scheduler/harness/run-harness.ts";

/** `HARNESS_SEED` runs other weeks; a failure names the one that shows it again. */
const firstSeed = Number(process.env["HARNESS_SEED"] ?? 1);

const total: Record<string, number> = {};

test.each(Array.from({ length: 25 }, (_, nth) => nth))(
  "400 digests on a bad Slack by three workers that die, freeze and disagree on the time (%i)",
  async (nth) => {
    const seed = firstSeed + nth;
    const history = await runHarness({
      seed,
      open: openInMemoryFolder,
      workers: 3,
      digests: 10,
      weeks: 40,
      deathShare: 0.015,
    });
    expect({ seed, broken: brokenPromises(history) }).toEqual({ seed, broken: [] });
    for (const { state, reason } of history.fates.values()) {
      const fate = `${state} ${reason ?? ""}`.trim();
      total[fate] = (total[fate] ?? 0) + 1;
    }
    for (const [name, count] of Object.entries({ ...history.counts, due: history.due.size })) {
      total[name] = (total[name] ?? 0) + count;
    }
  },
  600_000,
);

test("was hard enough", () => {
  process.stderr.write(`${JSON.stringify(total)}\n`);
  expect(total["due"]).toBe(10_000);
  expect(total["deaths"]).toBeGreaterThanOrEqual(500);
});
