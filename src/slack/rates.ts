import type { Limit, Quotas } from "../documents/quotas.ts";
import { describeError, type Log } from "./log.ts";

/** How often one person, and everybody in one channel, may ask within a minute. */
export interface PerMinute {
  readonly person: number;
  readonly channel: number;
}

const usual: PerMinute = { person: 10, channel: 30 };

export interface Rates {
  /** Seconds until the next question is answered; 0 where this one is. */
  readonly wait: (person: string, channel: string | null) => Promise<number>;
}

/** Counts questions. Each may come at once; what is spent comes back evenly over a minute. */
export const createRates = (quotas: Quotas, log: Log, perMinute: PerMinute = usual): Rates => ({
  wait: async (person, channel) => {
    const limits = [asking(person, perMinute.person)];
    if (channel !== null) limits.push(asking(channel, perMinute.channel));
    try {
      const { isTaken, waitMs } = await quotas.next(limits, 0);
      return isTaken ? 0 : Math.ceil(waitMs / 1_000);
    } catch (error) {
      // The store is away: the work will find that out as well, and says so to the person.
      log.warn({ error: describeError(error) }, "Nobody could say how often this person asks");
      return 0;
    }
  },
});

const asking = (who: string, most: number): Limit => ({
  key: `ask:${who}`,
  everyMs: 60_000 / most,
  atOnce: most,
});
