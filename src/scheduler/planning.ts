import type { Delivery } from "../documents/shape.ts";
import type { Draft } from "../documents/store.ts";
import type { DeliveryPorts } from "./deliveries.ts";
import { isClosed } from "./lease.ts";
import { toDelivery, toUnplanned } from "./new-delivery.ts";
import { catchUpMs, planDeliveries } from "./plan.ts";

/** The mark of how far the planner has looked. */
export const planMark = "digests";
/** Closed deliveries older than this leave the documents; the audit log keeps them. */
const keepMs = 60 * 86_400_000;

/** Writes down every occurrence that has come due. Rows and mark become true in one change: a crash between them could lose or double one. */
export function createPlanning({ documents, log, workdaysIn }: DeliveryPorts): () => Promise<void> {
  const by = { who: "scheduler", via: "scheduler" };

  const lookAhead = async (
    {
      digests,
      deliveries,
      marks,
    }: Pick<Draft, "digests" | "deliveries" | "marks"> | typeof documents,
    now: Date,
  ) => {
    const held = await marks.get(planMark);
    const mark = held === null ? null : new Date(held.at);
    const all = await deliveries.list();
    const gone = all.filter((each) => isForetold(each, now) || isOver(each, now));
    // A clock that has been set back since made the mark: what is posted is known by its key.
    const isAhead = mark !== null && mark > now;
    const plan = planDeliveries({
      digests: await digests.list(),
      known: new Set(all.map(({ id }) => id)),
      mark: isAhead ? new Date(now.getTime() - catchUpMs) : mark,
      now,
      workdaysIn,
    });
    return { ...plan, gone, isAhead };
  };

  return async () => {
    const now = await documents.now();
    const { planned, unplannable, gone, isAhead } = await lookAhead(documents, now);
    if (planned.length + unplannable.length + gone.length === 0 && !isAhead) return;
    for (const { digest, error } of unplannable) {
      log.error({ error, digest: digest.id, zone: digest.zone }, "a digest cannot be planned");
    }
    if (isAhead) log.warn({ now }, "the clock was ahead, and has been set back");
    await documents.change(by, async (draft) => {
      const fresh = await lookAhead(draft, now);
      for (const each of fresh.planned) await draft.deliveries.put(toDelivery(each));
      for (const each of fresh.unplannable) await draft.deliveries.put(toUnplanned(each, now));
      if (fresh.planned.length > 0 || fresh.isAhead) {
        await draft.marks.put({ id: planMark, at: now.toISOString() });
      }
      for (const { id } of fresh.gone) await draft.deliveries.remove(id);
    });
  };
}

const isOver = (delivery: Delivery, now: Date): boolean =>
  now.getTime() - new Date(delivery.dueAt).getTime() > keepMs && isClosed(delivery);

/** What a clock that was ahead wrote down as missed is not even due: it is planned when it is. */
const isForetold = ({ reason, dueAt }: Delivery, now: Date): boolean =>
  reason === "missed" && new Date(dueAt) > now;
