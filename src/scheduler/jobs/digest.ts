import type { Ledger } from "../ledger.ts";
import type { Job } from "./job.ts";

/**
 * A tick only looks at the calendar: a late or a lost one changes nothing. Every process ticks, and
 * each delivery is held by one of them.
 */
export const digestJob = (ledger: Ledger): Job => ({
  name: "digests",
  schedule: "*/20 * * * * *",
  zone: "UTC",
  isDueAtStart: async () => true,
  everywhere: true,
  run: ledger.tick,
});
