import type { ComposedDigest } from "../digests/digest.ts";
import type { Outgoing } from "../digests/outgoing.ts";

/** The way to the channels, and to people by their id. Given by the app; in tests a Slack that fails on purpose. */
export interface Poster {
  /**
   * One message, never repeated by itself. What it throws decides what comes next. Of an `AppError`
   * nothing was posted: `slack_busy` a later try may succeed, and not before its `retryAfterMs`;
   * `slack_shut_out` Slack lets nothing of ours in for now, whatever the channel; `slack_closed` and
   * `slack_shared` the channel is closed to us; `slack_refused` it does not take this message.
   * Anything else leaves the outcome unknown.
   */
  readonly post: (
    channel: string,
    message: Outgoing,
    key: string,
    options: PostOptions,
  ) => Promise<{ ts: string }>;
  /**
   * The message of ours that carries the key, posted since then; null when the channel, or the thread,
   * has none. Throws as `post` does where it may not be read; anything else may pass.
   */
  readonly findByKey: (
    channel: string,
    key: string,
    oldest: Date,
    thread?: string | null,
  ) => Promise<string | null>;
  /**
   * Says corrections in a digest's own message, which stays as it was posted otherwise. Done twice it is
   * the same. Throws as `post` does; of anything else a later try may do it.
   */
  readonly amend: (amended: Amended) => Promise<void>;
  /** A direct message to a person. Throws as `post` does. */
  readonly tell: (person: string, text: string) => Promise<void>;
}

export interface Amended {
  readonly channel: string;
  readonly ts: string;
  /** As it was posted. */
  readonly digest: ComposedDigest;
  /** A line each, the oldest first. */
  readonly corrections: readonly string[];
}

export interface PostOptions {
  /** The message in whose thread it stands. */
  readonly thread: string | null;
  /** Asked right before each request that posts: one that throws keeps it from leaving. */
  readonly ensure: () => void;
}
