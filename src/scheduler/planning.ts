import type { Draft } from "../documents/store.ts";
import type { DeliveryPorts } from "./deliveries.ts";
import { isClosed } from "./lease.ts";
import { toDelivery, toUnplanned } from "./new-delivery.ts";
import { planDeliveries } from "./plan.ts";

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
    const mark = await marks.get(planMark);
    const all = await deliveries.list();
    const plan = planDeliveries({
      digests: await digests.list(),
      known: new Set(all.map(({ id }) => id)),
      mark: mark === null ? null : new Date(mark.at),
      now,
      workdaysIn,
    });
    return { ...plan, all };
  };

  return async () => {
    const now = await documents.now();
    const { planned, unplannable } = await lookAhead(documents, now);
    if (planned.length + unplannable.length === 0) return;
    for (const { digest, error } of unplannable) {
      log.error({ error, digest: digest.id, zone: digest.zone }, "a digest cannot be planned");
    }
    await documents.change(by, async (draft) => {
      const fresh = await lookAhead(draft, now);
      for (const each of fresh.planned) await draft.deliveries.put(toDelivery(each));
      for (const each of fresh.unplannable) await draft.deliveries.put(toUnplanned(each, now));
      if (fresh.planned.length > 0) await draft.marks.put({ id: planMark, at: now.toISOString() });
      for (const old of fresh.all) {
        const isOld = now.getTime() - new Date(old.dueAt).getTime() > keepMs;
        if (isOld && isClosed(old)) await draft.deliveries.remove(old.id);
      }
    });
  };
}
