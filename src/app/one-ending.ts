import { setTimeout as sleep } from "node:timers/promises";
import { inspect } from "node:util";
import type { Log } from "../slack/log.ts";
import { redact } from "../slack/redact.ts";
import { sayFailure } from "../terminal/say-failure.ts";
import { exitCodes, type Screen } from "../terminal/screen.ts";

/** How the program ends when it does not end by itself: once, by whatever comes first. */
export interface Ending {
  /** It runs until it is told to end: from now on there is something to stop first. */
  readonly opened: (stop: () => Promise<void>, log: Log) => void;
  /** Ends it in order, and says why where something failed. */
  readonly end: (fault?: unknown) => void;
}

/** Neither refused nor badly configured: a supervisor starts it again. */
const accidentExit = 70;

/** What is in work may be finished; after an accident nobody knows whether it can be. */
const mostMs = { inOrder: 10_000, accident: 5_000 };

/**
 * Takes the signals, and what nobody caught: an accident is told without secrets, the stores are
 * closed, and the process ends with an exit code of its own.
 */
export function oneEnding(screen: Screen): Ending {
  let stop: (() => Promise<void>) | null = null;
  let log: Log | null = null;
  let isEnding = false;

  async function leave(exit: number, ms: number): Promise<void> {
    if (isEnding) return;
    isEnding = true;
    try {
      await Promise.race([stop?.(), sleep(ms)]);
    } catch (error) {
      process.exit(exit === 0 ? sayFailure(error, "en", screen) : exit);
    }
    process.exit(exit);
  }

  const end = (fault?: unknown): void => {
    const exit = fault === undefined ? exitCodes.answered : sayFailure(fault, "en", screen);
    void leave(exit, mostMs.inOrder);
  };
  const accident = (error: unknown): void => {
    if (log === null) sayFailure(error, "en", screen);
    else log.error({ error: redact(inspect(error)) }, "Ended by an accident");
    void leave(accidentExit, mostMs.accident);
  };
  process.on("uncaughtException", accident);
  process.on("unhandledRejection", accident);
  return {
    end,
    opened: (givenStop, givenLog) => {
      stop = givenStop;
      log = givenLog;
      process.once("SIGINT", () => end());
      process.once("SIGTERM", () => end());
    },
  };
}
