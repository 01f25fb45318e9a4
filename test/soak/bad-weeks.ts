import { expect, test } from "vitest";
import { brokenPromises, type History } from "../scheduler/harness/history.ts";
import type { OpenStore } from "../scheduler/harness/joined.ts";
import { runHarness } from "../scheduler/harness/run-harness.ts";

/** `HARNESS_SEED` runs other weeks; a failure names the one that shows it again. */
const firstSeed = Number(process.env["HARNESS_SEED"] ?? 1);
const runs = 25;

export interface BadWeeksOptions {
  readonly open: OpenStore;
  /** In each of the 25 runs. */
  readonly digests: number;
  readonly weeks: number;
  /** So many runs beside each other, each on a store of its own. */
  readonly atOnce: number;
}

/** Declares the tests of 10,000 digests on a bad Slack, with other chances in each run. */
export function badWeeks({ open, digests, weeks, atOnce }: BadWeeksOptions): void {
  const total: Record<string, number> = {};
  const count = (name: string, more: number): void => {
    total[name] = (total[name] ?? 0) + more;
  };
  const tell = ({ fates, counts, due }: History): void => {
    for (const { state, reason } of fates.values()) count(`${state} ${reason ?? ""}`.trim(), 1);
    for (const [name, more] of Object.entries({ ...counts, due: due.size })) count(name, more);
  };

  test.each(Array.from({ length: runs / atOnce }, (_, nth) => firstSeed + nth * atOnce))(
    `${atOnce * digests * weeks} digests on a bad Slack by three workers that die, freeze and disagree on the time (from seed %i)`,
    async (seed) => {
      const run = async (nth: number): Promise<void> => {
        const chances = { seed: seed + nth, workers: 3, deathShare: 0.015 };
        const history = await runHarness({ ...chances, open, digests, weeks });
        const broken = brokenPromises(history);
        expect({ seed: seed + nth, broken }).toEqual({ seed: seed + nth, broken: [] });
        tell(history);
      };
      await Promise.all(Array.from({ length: atOnce }, (_, nth) => run(nth)));
    },
    1_800_000,
  );

  test("was hard enough", () => {
    process.stderr.write(`${JSON.stringify(total)}\n`);
    expect(total["due"]).toBe(10_000);
    expect(total["deaths"]).toBeGreaterThanOrEqual(500);
  });
}
