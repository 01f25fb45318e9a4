import type { Timer } from "../../../src/scheduler/timer.ts";

/** True time, which only runs forward, and the clock on the wall of the machine, which may be set. */
export interface HarnessTime {
  /** Slack's. */
  readonly trueAt: () => Date;
  /** The machine's, and the store's. */
  readonly now: () => Date;
  readonly pass: (ms: number) => void;
  readonly setClock: (byMs: number) => void;
  readonly timer: Timer;
}

export function startTime(from: Date): HarnessTime {
  let ms = 0;
  let offset = 0;
  const trueAt = () => new Date(from.getTime() + ms);
  return {
    trueAt,
    now: () => new Date(trueAt().getTime() + offset),
    pass: (by) => {
      ms += by;
    },
    setClock: (byMs) => {
      offset = byMs;
    },
    timer: {
      ms: () => ms,
      wait: async (by) => {
        ms += by;
      },
    },
  };
}
