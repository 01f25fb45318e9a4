import { setTimeout as pause } from "node:timers/promises";

/**
 * Does work again while what failed may be gone a moment later; throws what failed last once it has
 * lasted too long.
 */
export type Patience = <R>(
  work: () => Promise<R>,
  mayPass: (error: unknown) => boolean,
) => Promise<R>;

/** As long as a failover usually takes. */
export const usualPatienceMs = 20_000;

/**
 * The patience that all have together who wait for one server: it is away for all of them, so that
 * many pieces of work after each other take no longer to fail than one.
 */
export function createPatience(forMs: number): Patience {
  let [since, lately] = [0, -Infinity];
  return async (work, mayPass) => {
    let own: number | null = null;
    for (let waitMs = 50; ; waitMs = Math.min(2 * waitMs, 1_000)) {
      try {
        const done = await work();
        lately = -Infinity;
        return done;
      } catch (error) {
        if (!mayPass(error)) throw error;
        const now = performance.now();
        // Where nobody asked for so long nobody knows: it counts anew.
        if (now - lately > forMs) since = now;
        lately = now;
        own ??= now;
        if (now + waitMs > Math.min(since, own) + forMs) throw error;
        await pause(waitMs * (0.5 + Math.random()));
      }
    }
  };
}
