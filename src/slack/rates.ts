/** How often one person, and everybody in one channel, may ask within a minute. */
export interface PerMinute {
  readonly person: number;
  readonly channel: number;
}

const usual: PerMinute = { person: 10, channel: 30 };

/** Keys are dropped when there are more: whoever has not asked for a minute counts anew anyway. */
const mostKeys = 10_000;

export interface Rates {
  /** Seconds until the next question is answered; 0 where this one is. */
  readonly wait: (person: string, channel: string | null) => number;
}

/** Counts questions. Each may come at once; what is spent comes back evenly over a minute. */
export function createRates(
  perMinute: PerMinute = usual,
  nowMs: () => number = () => performance.now(),
): Rates {
  const left = new Map<string, { tokens: number; atMs: number }>();

  function allowance(key: string, most: number) {
    const at = nowMs();
    const known = left.get(key) ?? { tokens: most, atMs: at };
    const tokens = Math.min(most, known.tokens + ((at - known.atMs) / 60_000) * most);
    return { tokens, atMs: at, wait: tokens >= 1 ? 0 : Math.ceil(((1 - tokens) / most) * 60) };
  }

  return {
    wait: (person, channel) => {
      const asked: (readonly [string, number])[] = [[person, perMinute.person]];
      if (channel !== null) asked.push([channel, perMinute.channel]);
      const found = asked.map(([key, most]) => [key, allowance(key, most)] as const);
      const wait = Math.max(...found.map(([, each]) => each.wait));
      if (wait > 0) return wait;
      if (left.size > mostKeys) left.clear();
      for (const [key, { tokens, atMs }] of found) left.set(key, { tokens: tokens - 1, atMs });
      return 0;
    },
  };
}
