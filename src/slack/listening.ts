import type { Receiver } from "@slack/bolt";

/** A way by which Slack reaches us, opened and closed by its one owner. */
export interface Listening {
  readonly receiver: Receiver;
  /** Whether Slack can reach us now, as far as we can see. */
  readonly isConnected: () => boolean;
  /** For how long that has been so. */
  readonly steadyMs: () => number;
  /** Rejects with what Slack or the system answered. */
  readonly start: () => Promise<void>;
  /** Lets nothing new in. */
  readonly stop: () => Promise<void>;
  /** Cuts off who still hangs on after a stop. */
  readonly cut: () => void;
}
