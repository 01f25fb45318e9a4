/** Remembers what was done already: by this process, or by any that shares its store. */
export interface Seen {
  /** True the first time, false for every repetition. */
  readonly isFirst: (key: string) => Promise<boolean>;
  readonly has: (key: string) => Promise<boolean>;
  /** It did not count: the next time is the first again. */
  readonly forget: (key: string) => Promise<void>;
}

/**
 * The last `most` keys; Slack repeats within minutes, so older ones are not missed: a flood of a hundred
 * requests a second, two keys each, takes longer than that to push them out.
 */
export function createSeen(most = 100_000): Seen {
  const keys = new Set<string>();
  return {
    isFirst: async (key) => {
      if (keys.has(key)) return false;
      keys.add(key);
      const [oldest] = keys;
      if (keys.size > most && oldest !== undefined) keys.delete(oldest);
      return true;
    },
    has: async (key) => keys.has(key),
    forget: async (key) => {
      keys.delete(key);
    },
  };
}
