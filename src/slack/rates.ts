import type { Limit, Quotas } from "../documents/quotas.ts";
import { describeError, type Log } from "./log.ts";

/** How often within a minute something may be done that the records are asked for. */
export interface PerMinute {
  /** Questions of one person, and of everybody in one channel. */
  readonly person: number;
  readonly channel: number;
  /** Windows that a person opens, presses in or sends, and openings of their Home. */
  readonly steps: number;
  /** Suggestions, and forms that are drawn anew: one for each letter, of who types quickly. */
  readonly letters: number;
}

const usual: PerMinute = { person: 10, channel: 30, steps: 60, letters: 300 };

export interface Rates {
  /** Seconds until the next is let through; 0 where this one is. */
  readonly question: (person: string, channel: string | null) => Promise<number>;
  readonly step: (person: string) => Promise<number>;
  readonly letter: (person: string) => Promise<number>;
}

/** Counts what people do. Each may come at once; what is spent comes back evenly over a minute. */
export function createRates(quotas: Quotas, log: Log, perMinute: PerMinute = usual): Rates {
  const wait = async (limits: readonly Limit[]): Promise<number> => {
    try {
      const { isTaken, waitMs } = await quotas.next(limits, 0);
      return isTaken ? 0 : Math.ceil(waitMs / 1_000);
    } catch (error) {
      // The store is away: the work will find that out as well, and says so to the person.
      log.warn({ error: describeError(error) }, "Nobody could say how often this person asks");
      return 0;
    }
  };
  const { person: ofPerson, channel: inChannel, steps, letters } = perMinute;
  return {
    question: (person, channel) =>
      wait([
        limit(`ask:${person}`, ofPerson),
        ...(channel === null ? [] : [limit(`ask:${channel}`, inChannel)]),
      ]),
    step: (person) => wait([limit(`step:${person}`, steps)]),
    letter: (person) => wait([limit(`letter:${person}`, letters)]),
  };
}

const limit = (key: string, most: number): Limit => ({
  key,
  everyMs: 60_000 / most,
  atOnce: most,
});
