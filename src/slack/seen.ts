/** Remembers what was done already. */
export interface Seen {
  /** True the first time, false for every repetition. */
  readonly isFirst: (key: string) => boolean;
  /** It did not count: the next time is the first again. */
  readonly forget: (key: string) => void;
}

/** The last `most` keys; Slack repeats within minutes, so older ones are not missed. */
export function createSeen(most = 10_000): Seen {
  const keys = new Set<string>();
  return {
    isFirst: (key) => {
      if (keys.has(key)) return false;
      keys.add(key);
      const [oldest] = keys;
      if (keys.size > most && oldest !== undefined) keys.delete(oldest);
      return true;
    },
    forget: (key) => {
      keys.delete(key);
    },
  };
}
