import type { Delivery, Digest } from "../documents/shape.ts";
import type { Collections } from "../documents/store.ts";
import type { DeliveryPorts } from "./deliveries.ts";
import { catchUpMs, type Plan, planDeliveries } from "./plan.ts";

/** The mark of how far the planner has looked. */
export const planMark = "digests";

export interface Looked extends Plan {
  readonly deliveries: readonly Delivery[];
  /** A clock that has been set back since made the mark. */
  readonly isAhead: boolean;
}

/** What has come due of these digests by now and has no delivery yet. */
export async function lookAhead(
  digests: readonly Digest[],
  kept: Pick<Collections, "deliveries" | "marks">,
  now: Date,
  workdaysIn: DeliveryPorts["workdaysIn"],
): Promise<Looked> {
  const held = await kept.marks.get(planMark);
  const mark = held === null ? null : new Date(held.at);
  const deliveries = await kept.deliveries.list();
  // What is posted is known by its key.
  const isAhead = mark !== null && mark > now;
  const plan = planDeliveries({
    digests,
    known: new Set(deliveries.map(({ id }) => id)),
    mark: isAhead ? new Date(now.getTime() - catchUpMs) : mark,
    now,
    workdaysIn,
  });
  return { ...plan, deliveries, isAhead };
}
