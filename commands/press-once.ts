import type { Desk } from "./desk.ts";

/** A second press this soon is meant for the same message. */
const sameMs = 60_000;

/**
 * What makes a press of "post now" the only one for that digest in its channel: two at once get the
 * same key, so the ledger posts once. Null where one went out just now. After one that failed, a
 * press is a new one.
 */
export async function pressOnce(
  digest: string,
  channel: string,
  { digests, clock }: Pick<Desk, "digests" | "clock">,
): Promise<string | null> {
  const deliveries = await digests.deliveries(channel, 100);
  const last = deliveries.find(
    ({ kind, occurrence }) => kind === "asked" && occurrence.startsWith(`${digest} `),
  );
  const nowMs = clock.now().getTime();
  // Also where earlier ones are hidden from whoever presses: theirs must not stand for this one.
  if (last === undefined) return `${digest} first in ${Math.floor(nowMs / sameMs)}`;
  const sinceMs = nowMs - new Date(last.dueAt).getTime();
  const hasFailed = last.state === "dead" || last.state === "skipped";
  return sinceMs < sameMs && !hasFailed ? null : `${digest} after ${last.dueAt}`;
}
