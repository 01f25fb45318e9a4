import type { Outgoing } from "../digests/outgoing.ts";

/** The way to the channels, and to people by their id. Given by the app; in tests a Slack that fails on purpose. */
export interface Poster {
  /**
   * One request, never repeated by itself. What it throws decides what comes next: an `AppError`
   * `slack_refused` or `slack_shared` says that nothing was posted and nothing will be; `slack_busy` that nothing was
   * posted and a later try may succeed; anything else leaves the outcome unknown.
   */
  readonly post: (
    channel: string,
    message: Outgoing,
    key: string,
    /** The message in whose thread it stands. */
    thread?: string | null,
  ) => Promise<{ ts: string }>;
  /** The message of ours that carries the key, posted since then; null when the channel, or the thread, has none. */
  readonly findByKey: (
    channel: string,
    key: string,
    oldest: Date,
    thread?: string | null,
  ) => Promise<string | null>;
  /** A direct message to a person. */
  readonly tell: (person: string, text: string) => Promise<void>;
}
