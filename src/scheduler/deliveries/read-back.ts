import type { Delivery } from "../../documents/shape.ts";
import { AppError } from "../../errors.ts";
import type { Bench } from "./bench.ts";
import { isAlone } from "./send.ts";
import { shutOutStep, type Step } from "./step.ts";

/**
 * Our clock may be wrong by hours against Slack's, and a message that is not looked for is doubled. The
 * key is the only one of its kind, however far back one looks.
 */
const skewMs = 3 * 3_600_000;

export type ReadBack =
  | { readonly kind: "found"; readonly ts: string }
  | { readonly kind: "none" }
  /** It could not be read: what that means for the delivery; null where it may pass. */
  | {
      readonly kind: "unread";
      readonly step: Step | null;
      /** Slack asked to wait, which says nothing of the channel. */
      readonly isBusy: boolean;
      readonly retryAfterMs: number;
    };

/** Looks for a delivery's own message in its channel. */
export function createReadBack({
  ports: { documents, poster, random, log },
  standing,
}: Bench): (delivery: Delivery, since: Date) => Promise<ReadBack> {
  return async (delivery, since) => {
    const { id, channel, thread } = delivery;
    try {
      const oldest = new Date(since.getTime() - skewMs);
      const ts = await poster.findByKey(channel, id, oldest, thread);
      standing.isLetIn();
      return ts === null ? { kind: "none" } : { kind: "found", ts };
    } catch (error) {
      log.warn({ error, delivery: id }, "the channel could not be read back");
      const { code = null, retryAfterMs = 0 } = error instanceof AppError ? error : {};
      const unread = (step: Step | null): ReadBack => ({
        kind: "unread",
        step,
        isBusy: code === "slack_busy",
        retryAfterMs,
      });
      if (code === "slack_shut_out") {
        standing.isShutOut(error);
        return unread(shutOutStep(delivery, { now: await documents.now(), random }));
      }
      if (code === "slack_closed") {
        const pauseDigest = await isAlone(delivery, documents);
        return unread({ patch: { state: "dead", reason: "refused", nextAt: null }, pauseDigest });
      }
      return unread(
        code === "slack_refused"
          ? { patch: { state: "dead", reason: "unknown", nextAt: null } }
          : null,
      );
    }
  };
}
