import type { Delivery } from "../documents/shape.ts";
import type { WriteDue } from "../documents/digest-book.ts";
import type { Documents, Draft } from "../documents/store.ts";
import { isEarly } from "./is-early.ts";

/** Longer than one step may take: composing is stopped after a while, a request after ten seconds. */
const leaseMs = 120_000;
/** Slack may show a message later than it took it: looking sooner would find nothing and double it. */
export const firstLookMs = 60_000;

export type Patch = Partial<Omit<Delivery, "id" | "lease">>;

/** What is written, seen from within the change that writes it. */
export type Rewrite = (delivery: Delivery, draft: Draft) => Promise<Patch>;

/** One worker at a time holds a delivery; what it writes after losing it is refused. */
export interface Leases {
  /** The delivery as it stands now, ours for a while; null when it is not to be worked on. */
  readonly claim: (id: string) => Promise<Delivery | null>;
  /** Writes and keeps the lease, renewed. */
  readonly update: (id: string, rewrite: Rewrite) => Promise<Delivery>;
  /** Writes and lets go; `pauseDigest` stops the digest in the same change. */
  readonly release: (id: string, patch: Patch, pauseDigest?: boolean) => Promise<Delivery>;
  /** Lets go of what will not be finished: a request that is under way has an unknown outcome. */
  readonly abandon: (id: string) => Promise<Delivery>;
  /** Throws `LeaseLost` unless it is ours for so long yet. */
  readonly assertHeld: (id: string, forMs: number) => Promise<void>;
}

/** The lease ran out, or somebody else has taken over: what this worker knows is no longer true. */
export class LeaseLost extends Error {
  override readonly name = "LeaseLost";
}

/** Nothing is left to do. */
export const isClosed = ({ state, told }: Delivery): boolean =>
  state === "sent" || state === "skipped" || (state === "dead" && told);

/** Nothing of it is on its way. */
export const isUnsent = ({ state }: Pick<Delivery, "state">): boolean =>
  state === "due" || state === "ready" || state === "retry";

/** No lease and no pause is as long as this: a clock that was ahead, and has been set back since, wrote it. */
const longestMs = 24 * 3_600_000;

/** Less than what a look into the channel allows for. */
const skewMs = 15 * 60_000;

/** It left under a clock that was ahead: when that was is not what it says. */
export const leftAhead = (
  { state, sendStartedAt }: Pick<Delivery, "state" | "sendStartedAt">,
  now: Date,
): boolean =>
  (state === "sending" || state === "unknown") &&
  new Date(sendStartedAt ?? 0).getTime() - now.getTime() > skewMs;

export function isWorkable(delivery: Delivery, now: Date): boolean {
  if (isClosed(delivery) || (isUnsent(delivery) && isEarly(delivery, now))) return false;
  if (leftAhead(delivery, now)) return true;
  const isAhead = (instant: string | undefined): boolean => {
    const ms = instant === undefined ? 0 : new Date(instant).getTime() - now.getTime();
    return ms > 0 && ms <= longestMs;
  };
  return !isAhead(delivery.lease?.until) && !isAhead(delivery.nextAt ?? undefined);
}

/** A request left and nobody knows what became of it: the channel is read before anything else. */
export const doubt = (startedAt: Date): Patch => ({
  state: "unknown",
  reason: "no_answer",
  looks: 0,
  unread: 0,
  nextAt: new Date(startedAt.getTime() + firstLookMs).toISOString(),
});

/**
 * `holder` names this process: another name for every start. Time is that of the store, so that
 * processes whose clocks differ agree on who holds what.
 */
export function createLeases(documents: Documents, holder: string, writeDue: WriteDue): Leases {
  const by = { who: "scheduler", via: "scheduler" };
  const newLease = async () => {
    const now = await documents.now();
    return { holder, until: new Date(now.getTime() + leaseMs).toISOString() };
  };
  const isOurs = (delivery: Delivery | null): delivery is Delivery =>
    delivery?.lease?.holder === holder;

  const write = async (
    id: string,
    rewrite: Rewrite,
    { keep, pauseDigest = false }: { readonly keep: boolean; readonly pauseDigest?: boolean },
  ): Promise<Delivery> => {
    const lease = keep ? await newLease() : null;
    const pausedAt = pauseDigest ? await documents.now() : null;
    return documents.change(by, async (draft) => {
      const before = await draft.deliveries.get(id);
      if (!isOurs(before)) throw new LeaseLost(`${id} is not ours any more`);
      const after: Delivery = { ...before, ...(await rewrite(before, draft)), lease };
      await draft.deliveries.put(after);
      const digest = before.digest === null ? null : await draft.digests.get(before.digest);
      if (digest !== null && pausedAt !== null) {
        await writeDue(digest, draft, pausedAt);
        await draft.digests.put({ ...digest, paused: true });
      }
      return after;
    });
  };

  return {
    claim: async (id) => {
      const now = await documents.now();
      const lease = await newLease();
      return documents.change(by, async ({ deliveries }) => {
        const delivery = await deliveries.get(id);
        if (delivery === null || !isWorkable(delivery, now)) return null;
        const claimed = { ...delivery, lease };
        await deliveries.put(claimed);
        return claimed;
      });
    },
    update: (id, rewrite) => write(id, rewrite, { keep: true }),
    release: (id, patch, pauseDigest = false) =>
      write(id, async () => patch, { keep: false, pauseDigest }),
    abandon: (id) =>
      write(
        id,
        async ({ state, sendStartedAt, dueAt }) =>
          state === "sending" ? doubt(new Date(sendStartedAt ?? dueAt)) : {},
        { keep: false },
      ),
    assertHeld: async (id, forMs) => {
      const delivery = await documents.deliveries.get(id);
      const now = await documents.now();
      const until = isOurs(delivery) ? new Date(delivery.lease?.until ?? 0).getTime() : 0;
      if (until - now.getTime() < forMs) throw new LeaseLost(`${id} is not ours for long enough`);
    },
  };
}
