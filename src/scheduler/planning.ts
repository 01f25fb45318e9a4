import type { Delivery, Digest } from "../documents/shape.ts";
import type { Collections } from "../documents/store.ts";
import type { DeliveryPorts } from "./deliveries.ts";
import { isEarly } from "./is-early.ts";
import { isClosed, isUnsent } from "./lease.ts";
import { lookAhead, planMark } from "./look-ahead.ts";
import { toDelivery, toUnplanned } from "./new-delivery.ts";

/** Closed deliveries older than this leave the documents; the audit log keeps them. */
const keepMs = 60 * 86_400_000;
/** Longer than a change waits for its turn. */
const turnMs = 60_000;

/** Writes down every occurrence that has come due. Rows and mark become true in one change: a crash between them could lose or double one. */
export function createPlanning({ documents, log, workdaysIn }: DeliveryPorts): () => Promise<void> {
  const by = { who: "scheduler", via: "scheduler" };

  const look = async (kept: Pick<Collections, "digests" | "deliveries" | "marks">, now: Date) => {
    const digests = await kept.digests.list();
    const found = await lookAhead(digests, kept, now, workdaysIn);
    return {
      ...found,
      gone: found.deliveries.filter((each) => isForetold(each, now) || isOver(each, now)),
      begunAhead: digests.filter((each) => beginsAhead(each, now)),
    };
  };

  return async () => {
    const now = await documents.now();
    const { planned, unplannable, gone, begunAhead, isAhead } = await look(documents, now);
    if (planned.length + unplannable.length + gone.length + begunAhead.length === 0 && !isAhead)
      return;
    for (const { digest, error } of unplannable) {
      log.error({ error, digest: digest.id, zone: digest.zone }, "a digest cannot be planned");
    }
    if (isAhead) log.warn({ now }, "the clock was ahead, and has been set back");
    await documents.change(by, async (draft) => {
      const fresh = await look(draft, now);
      const at = now.toISOString();
      for (const each of fresh.planned) await draft.deliveries.put(toDelivery(each));
      for (const each of fresh.unplannable) await draft.deliveries.put(toUnplanned(each, now));
      if (fresh.planned.length > 0 || fresh.isAhead) await draft.marks.put({ id: planMark, at });
      for (const { id } of fresh.gone) await draft.deliveries.remove(id);
      for (const each of fresh.begunAhead) await draft.digests.put({ ...each, activeFrom: at });
    });
  };
}

const isOver = (delivery: Delivery, now: Date): boolean =>
  now.getTime() - new Date(delivery.dueAt).getTime() > keepMs && isClosed(delivery);

/** What a clock that was ahead wrote down, and has not left, is not even due: it is planned when it is. */
const isForetold = (delivery: Delivery, now: Date): boolean =>
  (isUnsent(delivery) || delivery.state === "skipped") && isEarly(delivery, now);

/** Set up, edited or resumed by a clock that was ahead: until then nothing of it would come. */
const beginsAhead = ({ activeFrom }: Digest, now: Date): boolean =>
  new Date(activeFrom).getTime() - now.getTime() > turnMs;
