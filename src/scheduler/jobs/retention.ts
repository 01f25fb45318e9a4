import type { Job } from "./job.ts";

/** Drops records that are older than they are kept: each night, and at the start. */
export const retentionJob = (zone: string, drop: () => Promise<void>): Job => ({
  name: "retention",
  schedule: "41 3 * * *",
  zone,
  isDueAtStart: async () => true,
  run: drop,
});
