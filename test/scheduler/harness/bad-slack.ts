import type { Outgoing } from "../../../src/digests/outgoing.ts";
import { AppError } from "../../../src/errors.ts";
import type { Poster } from "../../../src/scheduler/poster.ts";
import type { dice } from "./dice.ts";

export interface Post {
  readonly channel: string;
  readonly key: string;
  readonly at: Date;
  readonly message: Outgoing;
}

export interface BadSlackOptions {
  readonly chance: ReturnType<typeof dice>;
  readonly trueAt: () => Date;
  /** Of all calls, 0 to 1. */
  readonly faultShare: number;
  /** A message is seen in the history so long after it was taken, at most. */
  readonly lagMs: number;
}

/** A Slack whose calls fail before and after it has done what it was asked for. */
export function badSlack({ chance, trueAt, faultShare, lagMs }: BadSlackOptions) {
  const posts: Post[] = [];
  const told: string[] = [];
  const counts = { calls: 0, faults: 0 };
  const asked = new Map<string, number>();

  /** 0 to 1 within the faults; null of a call that goes well. The same call fails alike in every run. */
  const faultOf = (what: string, key: string): number | null => {
    const nth = (asked.get(`${what} ${key}`) ?? 0) + 1;
    asked.set(`${what} ${key}`, nth);
    counts.calls += 1;
    const fell = chance(what, key, nth);
    if (fell >= faultShare) return null;
    counts.faults += 1;
    return fell / faultShare;
  };

  const poster: Poster = {
    post: async (channel, message, key, { ensure }) => {
      ensure();
      const fault = faultOf("post", key);
      if (fault !== null && fault < 0.3) throw new Error("reset before it was taken");
      if (fault !== null && fault < 0.6) {
        throw new AppError("slack_busy", "429", fault < 0.45 ? { retryAfterMs: 90_000 } : {});
      }
      posts.push({ channel, key, at: trueAt(), message });
      if (fault !== null) throw new Error("no answer after it was taken");
      return { ts: `${trueAt().getTime() / 1000}` };
    },
    findByKey: async (channel, key, oldest) => {
      const fault = faultOf("find", key);
      if (fault !== null && fault < 0.5) throw new Error("timeout");
      if (fault !== null) throw new AppError("slack_busy", "429", { retryAfterMs: 30_000 });
      const seen = posts.find(
        (post) =>
          post.channel === channel &&
          post.key === key &&
          post.at >= oldest &&
          trueAt().getTime() - post.at.getTime() >= lagMs * chance("lag", key),
      );
      return seen === undefined ? null : `${seen.at.getTime() / 1000}`;
    },
    amend: async ({ digest }) => {
      if (faultOf("amend", digest.key) !== null) throw new Error("reset");
    },
    tell: async (person, text) => {
      if (faultOf("tell", text) !== null) throw new Error("reset");
      told.push(`${person}: ${text}`);
    },
  };
  return { poster, posts, told, counts };
}
