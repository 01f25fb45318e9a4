import type { Delivery } from "../../../src/documents/shape.ts";
import type { Post } from "./bad-slack.ts";

/** What a run has left: what was due, what Slack took, and what the ledger says of it. */
export interface History {
  /** Every key that has come due, and when. */
  readonly due: ReadonlyMap<string, Date>;
  readonly posts: readonly Post[];
  readonly fates: ReadonlyMap<string, Pick<Delivery, "state" | "reason" | "ts">>;
  readonly told: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
}

const hour = 3_600_000;

/** Every promise that was broken, in words; none where all is well. */
export function brokenPromises({ due, posts, fates, told }: History): readonly string[] {
  const dead = [...fates.values()].filter(({ state }) => state === "dead").length;
  return [
    ...[...due].flatMap(([key, dueAt]) => {
      const own = posts.filter((post) => post.key === key);
      const wrong = [...fateFaults(fates.get(key), own.length), ...postFaults(own, dueAt)];
      return wrong.map((what) => `${key} ${what}`);
    }),
    ...[...fates.keys(), ...posts.map(({ key }) => key)]
      .filter((key) => !due.has(key))
      .map((key) => `${key} was never due`),
    ...(told.length > dead ? [`owners heard ${told.length} times of ${dead} failures`] : []),
  ];
}

/** One end, with its reason, that fits what stands in the channel. */
function fateFaults(
  fate: Pick<Delivery, "state" | "reason"> | undefined,
  posts: number,
): readonly string[] {
  const doubled = posts > 1 ? [`was posted ${posts} times`] : [];
  if (fate === undefined) return [...doubled, "was missed and nothing says so"];
  const { state, reason } = fate;
  if (state === "sent") return posts === 0 ? ["is said to be sent and is not"] : doubled;
  if (state !== "skipped" && state !== "dead") return [...doubled, `has no end: ${state}`];
  return [
    ...doubled,
    ...(reason === null ? [`is ${state} without a reason`] : []),
    ...(posts > 0 && reason !== "unknown" ? [`stands and is said to be ${state}`] : []),
  ];
}

/** In its time, and with how far its figures reach. A clock that was set may be two hours wrong. */
function postFaults(own: readonly Post[], dueAt: Date): readonly string[] {
  return own.flatMap(({ at, message }) => {
    const lateMs = at.getTime() - dueAt.getTime();
    return [
      ...(lateMs < -2 * hour ? ["came before it was due"] : []),
      ...(lateMs > 9 * hour ? ["came too late"] : []),
      ...(message.kind === "digest" && message.digest.asOf !== ""
        ? []
        : ["does not say how far its data reach"]),
    ];
  });
}
