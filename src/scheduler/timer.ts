import { setTimeout } from "node:timers/promises";

/** Measures how long things take, and waits: a wall clock may be set while it does. */
export interface Timer {
  /** Milliseconds that have passed since some moment; never goes back. */
  readonly ms: () => number;
  /** Comes back after that time, or at once when the signal is given. Never throws. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

export const systemTimer: Timer = {
  ms: () => performance.now(),
  wait: (ms, signal) => setTimeout(ms, undefined, { signal }).catch(() => undefined),
};
