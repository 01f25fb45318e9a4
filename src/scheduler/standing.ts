import type { Log } from "./log.ts";
import type { Timer } from "./timer.ts";

/** How the ledger itself does, for whoever watches the process. */
export interface Condition {
  /** Since it last looked at the calendar and could work on what is due, or moved a delivery. */
  readonly tickAgeMs: number;
  /** Slack lets nothing of ours in. */
  readonly isShutOut: boolean;
}

export interface Standing {
  /** It looked at the calendar, or moved a delivery. */
  readonly isAlive: () => void;
  /** Slack lets nothing of ours in: its token or its scopes. */
  readonly isShutOut: (error: unknown) => void;
  readonly isLetIn: () => void;
  readonly condition: () => Condition;
}

export function createStanding({ ms }: Timer, log: Log): Standing {
  let aliveAt = ms();
  let outside = false;
  return {
    isAlive: () => {
      aliveAt = ms();
    },
    isShutOut: (error) => {
      if (!outside) log.error({ error }, "Slack does not let Goalpost in: deliveries wait");
      outside = true;
    },
    isLetIn: () => {
      if (outside) log.info({}, "Slack lets Goalpost in again");
      outside = false;
    },
    condition: () => ({ tickAgeMs: ms() - aliveAt, isShutOut: outside }),
  };
}
