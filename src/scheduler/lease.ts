import type { Clock } from "../clock.ts";
import type { Delivery } from "../documents/shape.ts";
import type { Documents } from "../documents/store.ts";

/** Longer than one step may take: composing is stopped after 20 s, a request after 10. */
const leaseMs = 120_000;

export type Patch = Partial<Omit<Delivery, "id" | "lease">>;

/** One worker at a time holds a delivery; what it writes after losing it is refused. */
export interface Leases {
  /** The delivery as it stands now, ours for a while; null when it is not to be worked on. */
  readonly claim: (id: string) => Promise<Delivery | null>;
  /** Writes and keeps the lease, renewed. */
  readonly update: (id: string, patch: Patch) => Promise<Delivery>;
  /** Writes and lets go; `pauseDigest` stops the digest in the same change. */
  readonly release: (
    id: string,
    patch: Patch,
    more?: { pauseDigest: boolean },
  ) => Promise<Delivery>;
}

/** The lease ran out and somebody else has taken over: what this worker knows is no longer true. */
export class LeaseLost extends Error {
  override readonly name = "LeaseLost";
}

/** Nothing is left to do. */
export const isClosed = ({ state, told }: Delivery): boolean =>
  state === "sent" || state === "skipped" || (state === "dead" && told);

export function isWorkable(delivery: Delivery, now: Date): boolean {
  if (isClosed(delivery)) return false;
  const { lease, nextAt } = delivery;
  if (lease !== null && new Date(lease.until) > now) return false;
  return nextAt === null || new Date(nextAt) <= now;
}

/** `holder` names this process: another name for every start. */
export function createLeases(documents: Documents, clock: Clock, holder: string): Leases {
  const by = { who: "scheduler", via: "scheduler" };
  const newLease = () => ({
    holder,
    until: new Date(clock.now().getTime() + leaseMs).toISOString(),
  });

  const write = (id: string, patch: Patch, keep: boolean, pauseDigest: boolean) =>
    documents.change(by, async ({ deliveries, digests }) => {
      const before = await deliveries.get(id);
      if (before?.lease?.holder !== holder) throw new LeaseLost(`${id} is not ours any more`);
      const after: Delivery = { ...before, ...patch, lease: keep ? newLease() : null };
      await deliveries.put(after);
      const digest =
        pauseDigest && before.digest !== null ? await digests.get(before.digest) : null;
      if (digest !== null) await digests.put({ ...digest, paused: true });
      return after;
    });

  return {
    claim: (id) =>
      documents.change(by, async ({ deliveries }) => {
        const delivery = await deliveries.get(id);
        if (delivery === null || !isWorkable(delivery, clock.now())) return null;
        const claimed = { ...delivery, lease: newLease() };
        await deliveries.put(claimed);
        return claimed;
      }),
    update: (id, patch) => write(id, patch, true, false),
    release: (id, patch, more) => write(id, patch, false, more?.pauseDigest ?? false),
  };
}
