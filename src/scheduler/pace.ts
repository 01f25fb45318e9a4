import type { Limit, Quota, Quotas } from "../documents/quotas.ts";

/** Slack's limits for messages, kept from this side so that it need not refuse any. */
export interface Pace {
  /**
   * The next turn to post in a channel. One within reach is taken and must be used after that wait;
   * of one farther away only the time is told.
   */
  readonly next: (channel: string, isLate: boolean) => Promise<Quota>;
  /** Slack asked to leave the channel alone for so long. */
  readonly hold: (channel: string, forMs: number) => Promise<void>;
}

/** Slack takes one message a second in a channel. */
const inChannel = (channel: string): Limit => ({
  key: `post:${channel}`,
  everyMs: 1_000,
  atOnce: 1,
});
/** And several hundred a minute in a workspace: no minute has more than two hundred. */
const inAll: Limit = { key: "post", everyMs: 60_000 / 196, atOnce: 4 };
/**
 * What a long stop has left behind trickles in: nobody reads twenty digests at once. No minute has
 * more than twenty, and no second more than one.
 */
const late: readonly Limit[] = [
  { key: "post late", everyMs: 6_000, atOnce: 10 },
  { key: "post late, the next", everyMs: 1_000, atOnce: 1 },
];
/** A lease is held meanwhile, and others stand behind it. */
const reachMs = 5_000;

export const createPace = ({ next, hold }: Quotas): Pace => ({
  next: (channel, isLate) => next([inChannel(channel), inAll, ...(isLate ? late : [])], reachMs),
  hold: (channel, forMs) => hold(inChannel(channel).key, forMs),
});
