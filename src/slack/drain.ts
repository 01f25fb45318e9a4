import { setTimeout as sleep } from "node:timers/promises";

/** Counts what is being worked on, so that a stop can wait for it. */
export interface Drain {
  readonly during: <T>(work: () => Promise<T>) => Promise<T>;
  /** Resolves when nothing is left or `mostMs` have passed; says whether nothing is left. */
  readonly empty: (mostMs: number) => Promise<boolean>;
}

export function createDrain(): Drain {
  let count = 0;
  let onEmpty: (() => void) | null = null;
  return {
    during: async (work) => {
      count += 1;
      try {
        return await work();
      } finally {
        count -= 1;
        if (count === 0) onEmpty?.();
      }
    },
    empty: async (mostMs) => {
      if (count === 0) return true;
      const done = new Promise<true>((resolve) => (onEmpty = () => resolve(true)));
      return Promise.race([done, sleep(mostMs, false, { ref: false })]);
    },
  };
}
