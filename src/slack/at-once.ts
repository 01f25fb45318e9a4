/** Nothing was done: there is too much else to do. */
export class TooBusy extends Error {
  override readonly name = "TooBusy";
}

export type AtOnce = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * Does a few pieces of work at once. Some more wait for their turn; the rest is turned away with
 * `TooBusy`, so that a flood neither fills the memory nor keeps everybody waiting.
 */
export function createAtOnce(most = 4, mostWaiting = 50): AtOnce {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running < most) running += 1;
    // Who ends hands its place to who has waited longest.
    else if (waiting.length < mostWaiting) {
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else throw new TooBusy("too many questions at once");
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
