/** Chance that comes out the same for the same seed, on every machine. */
export interface Dice {
  /** From 0 up to but not including 1. */
  readonly roll: () => number;
  readonly chance: (shareOf1: number) => boolean;
  /** A whole number, both ends included. */
  readonly between: (low: number, high: number) => number;
  /** How many of something that happens `mean` times on average (Poisson). */
  readonly count: (mean: number) => number;
  /** A wait without memory (exponential). */
  readonly wait: (mean: number) => number;
  /** A duration with a long tail (log-normal): half are below `median`. */
  readonly spread: (median: number, sigma: number) => number;
  readonly oneOf: <T>(choices: Choices<T>) => T;
}

export interface Choices<T> {
  readonly items: readonly [T, ...T[]];
  readonly upTo: readonly number[];
}

/** Things to choose from with how often each comes up, prepared once because it is rolled often. */
export function choices<T>(...weighted: readonly [Weighted<T>, ...Weighted<T>[]]): Choices<T> {
  const [first, ...others] = weighted;
  let total = 0;
  return {
    items: [first[0], ...others.map(([item]) => item)],
    upTo: weighted.map(([, weight]) => (total += weight)),
  };
}

export type Weighted<T> = readonly [item: T, weight: number];

export function createDice(seed: string): Dice {
  let state = hash(seed);
  // mulberry32: 32 bits of state are plenty for a day's events, and it is six lines.
  const roll = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const normal = (): number =>
    Math.sqrt(-2 * Math.log(1 - roll())) * Math.cos(2 * Math.PI * roll());
  return {
    roll,
    chance: (shareOf1) => roll() < shareOf1,
    between: (low, high) => low + Math.floor(roll() * (high - low + 1)),
    count: (mean) => {
      const floor = Math.exp(-mean);
      let events = -1;
      for (let product = 1; product > floor; product *= roll()) events += 1;
      return Math.max(events, 0);
    },
    wait: (mean) => -Math.log(1 - roll()) * mean,
    spread: (median, sigma) => median * Math.exp(normal() * sigma),
    oneOf: ({ items, upTo }) => {
      const point = roll() * (upTo.at(-1) ?? 0);
      return items[upTo.findIndex((end) => point < end)] ?? items[0];
    },
  };
}

/** FNV-1a, over UTF-16 units. */
function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193);
  }
  return sum;
}
