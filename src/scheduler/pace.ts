/** Slack's limits for messages, kept from this side so that it need not refuse any. */
export interface Pace {
  /**
   * The next turn to post in a channel. One within reach is taken and must be used after that wait;
   * of one farther away only the time is told.
   */
  readonly next: (channel: string, isLate: boolean) => Turn;
  /** Slack asked to leave the channel alone for so long. */
  readonly hold: (channel: string, forMs: number) => void;
}

export interface Turn {
  readonly waitMs: number;
  readonly isTaken: boolean;
}

const minute = 60_000;
/** Slack takes one message a second in a channel, and several hundred a minute in a workspace. */
const channelGapMs = 1_000;
const mostAMinute = 200;
/** What a long stop has left behind trickles in: nobody reads twenty digests at once. */
const mostLateAMinute = 20;
const lateGapMs = 1_000;
/** A lease is held meanwhile, and others stand behind it. */
const reachMs = 5_000;

/** `ms` only runs forward: a wall clock that is set back would stop everything. */
export function createPace(ms: () => number): Pace {
  const freeAt = new Map<string, number>();
  const all: number[] = [];
  const late: number[] = [];

  const prune = (now: number): void => {
    for (const taken of [all, late]) {
      while (taken[0] !== undefined && taken[0] <= now - minute) taken.shift();
    }
    for (const [channel, at] of freeAt) if (at <= now) freeAt.delete(channel);
  };

  return {
    next: (channel, isLate) => {
      const now = ms();
      prune(now);
      const at = Math.max(
        now,
        freeAt.get(channel) ?? now,
        afterMost(all, mostAMinute),
        ...(isLate
          ? [afterMost(late, mostLateAMinute), (late.at(-1) ?? -lateGapMs) + lateGapMs]
          : []),
      );
      const waitMs = at - now;
      if (waitMs > reachMs) return { waitMs, isTaken: false };
      freeAt.set(channel, at + channelGapMs);
      insert(all, at);
      if (isLate) insert(late, at);
      return { waitMs, isTaken: true };
    },
    hold: (channel, forMs) => {
      freeAt.set(channel, Math.max(freeAt.get(channel) ?? 0, ms() + forMs));
    },
  };
}

/** When one of so many within a minute has gone by. */
const afterMost = (taken: readonly number[], most: number): number => {
  const first = taken.at(-most);
  return taken.length < most || first === undefined ? 0 : first + minute;
};

function insert(taken: number[], at: number): void {
  taken.push(at);
  taken.sort((a, b) => a - b);
}
