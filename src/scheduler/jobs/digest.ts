import type { Ledger } from "../ledger.ts";
import type { Job } from "./job.ts";

/** A tick only looks at the calendar: a late or a lost one changes nothing. */
export const digestJob = (ledger: Ledger): Job => ({
  name: "digests",
  schedule: "*/20 * * * * *",
  zone: "UTC",
  isDueAtStart: async () => true,
  run: ledger.tick,
});
