/** So many at once, and one more each `everyMs`. What has the same key counts together. */
export interface Limit {
  readonly key: string;
  readonly everyMs: number;
  readonly atOnce: number;
}

/** How often something may be done: by this process, or by all that share its store. */
export interface Quotas {
  /**
   * When the next may be done, under all of the limits. Within reach that is taken, and it must be
   * done after the wait; of one farther away only the wait is told, and nothing is counted.
   */
  readonly next: (limits: readonly Limit[], reachMs: number) => Promise<Quota>;
  /** Nothing more of that key before so much time has passed. */
  readonly hold: (key: string, forMs: number) => Promise<void>;
}

export interface Quota {
  readonly waitMs: number;
  readonly isTaken: boolean;
}

/** What stands in the past says nothing any more, and is let go of now and then. */
export const sweptEvery = 500;

/** `nowMs` only runs forward: a wall clock that is set back would stop everything. */
export function createQuotas(nowMs: () => number = () => performance.now()): Quotas {
  const freeAt = new Map<string, number>();
  let asked = 0;

  const sweep = (now: number): void => {
    for (const [key, at] of freeAt) if (at <= now) freeAt.delete(key);
  };

  return {
    next: async (limits, reachMs) => {
      const now = nowMs();
      asked += 1;
      if (asked % sweptEvery === 0) sweep(now);
      const at = Math.max(
        now,
        ...limits.map(
          ({ key, everyMs, atOnce }) => (freeAt.get(key) ?? 0) - (atOnce - 1) * everyMs,
        ),
      );
      const waitMs = at - now;
      if (waitMs > reachMs) return { waitMs, isTaken: false };
      for (const { key, everyMs } of limits) {
        freeAt.set(key, Math.max(freeAt.get(key) ?? 0, at) + everyMs);
      }
      return { waitMs, isTaken: true };
    },
    hold: async (key, forMs) => {
      freeAt.set(key, Math.max(freeAt.get(key) ?? 0, nowMs() + forMs));
    },
  };
}
