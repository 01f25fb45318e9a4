import { setTimeout as pause } from "node:timers/promises";

export interface Patience {
  /** Whether what failed may be gone a moment later. */
  readonly mayPass: (error: unknown) => boolean;
  /** How long that is waited for, in milliseconds since it failed for the first time. */
  readonly forMs: () => number;
}

/** Does work that may be done again, until it is done or patience is at its end; then throws what failed last. */
export async function patiently<R>(work: () => Promise<R>, patience: Patience): Promise<R> {
  let until: number | null = null;
  for (let waitMs = 50; ; waitMs = Math.min(2 * waitMs, 1_000)) {
    try {
      return await work();
    } catch (error) {
      if (!patience.mayPass(error)) throw error;
      until ??= performance.now() + patience.forMs();
      if (performance.now() + waitMs > until) throw error;
      await pause(waitMs * (0.5 + Math.random()));
    }
  }
}
