import { expect, test } from "vitest";
import { stoppedAt } from "../../src/clock.ts";
import { pullJob } from "../../src/scheduler/jobs/pull.ts";

const hourly = { name: "phones", schedule: "0 * * * *", zone: "Europe/Berlin" };
const nine = Date.parse("2026-11-16T08:00:00Z");

test.each([
  ["at its time", 0, -3_600_000, 1],
  ["where it was never read", 0, null, 1],
  ["where the bell rings a little early", -300, -3_600_000, 1],
  ["not where another process has read it in the moment before", 900, 400, 0],
])("a source is read %s", async (_, nowMs, lastMs, reads) => {
  const read: string[] = [];
  const job = pullJob(hourly, {
    clock: stoppedAt(new Date(nine + nowMs)),
    lastSuccess: async () => (lastMs === null ? null : new Date(nine + lastMs)),
    pull: async (source) => void read.push(source),
  });
  await job.run();
  expect(read).toHaveLength(reads);
});
