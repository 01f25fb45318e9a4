import type { OneAtATime } from "../../one-at-a-time.ts";

/** Lets so many pieces of work go on at once; the others wait, for as long as it takes, in their order. */
export function atMost(most: number): OneAtATime {
  let free = most;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}
