import type { Delivery } from "../../documents/shape.ts";
import type { Collections } from "../../documents/store.ts";
import { AppError } from "../../errors.ts";
import { ownerNotice } from "../owner-notice.ts";
import type { Bench } from "./bench.ts";
import { isAlone } from "./send.ts";
import type { Step } from "./step.ts";

const againMs = 15 * 60_000;
/** A notice that could not leave for so long says nothing new any more. */
const dayMs = 86_400_000;

/** Tells the owner, once, that a digest, or an alert to a channel, could not be delivered. */
export function createTell({
  ports: { documents, poster, log },
  leases,
  standing,
  later,
}: Bench): (delivery: Delivery) => Promise<Step> {
  return async (delivery) => {
    // Whom it could not reach is not reached by a word of that either: the log has it.
    if (delivery.channel === delivery.owner) return { patch: { told: true } };
    const isTold = { told: true, nextAt: null };
    let isNews = false;
    await leases.update(delivery.id, async (before, draft) => {
      isNews = !(await hasHeardToday(before, draft));
      return isTold;
    });
    if (!isNews) return { patch: isTold };
    try {
      const isPaused = await isAlone(delivery, documents);
      await poster.tell(delivery.owner, ownerNotice(delivery, isPaused));
      standing.isLetIn();
      return { patch: isTold };
    } catch (error) {
      log.warn({ error, delivery: delivery.id }, "the owner of a delivery could not be told");
      const code = error instanceof AppError ? error.code : null;
      if (code === "slack_shut_out") standing.isShutOut(error);
      // Nothing was said for certain: worth another try.
      const mayRepeat = code === "slack_busy" || code === "slack_shut_out";
      const age = (await documents.now()).getTime() - new Date(delivery.dueAt).getTime();
      return mayRepeat && age < dayMs
        ? { patch: { told: false, nextAt: await later(againMs) } }
        : { patch: isTold };
    }
  };
}

/** One notice a day for each digest, however many of its channels failed. */
async function hasHeardToday(
  { id, kind, digest, dueAt }: Delivery,
  { deliveries }: Pick<Collections, "deliveries">,
): Promise<boolean> {
  if (kind === "asked" || digest === null) return false;
  const day = dueAt.slice(0, 10);
  return (await deliveries.list()).some(
    (each) =>
      each.id !== id &&
      each.kind === kind &&
      each.digest === digest &&
      each.state === "dead" &&
      each.told &&
      each.dueAt.startsWith(day),
  );
}
