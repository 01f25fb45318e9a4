import { outgoingSchema } from "../../digests/outgoing.ts";
import { placeIn, placesOf } from "../../digests/places.ts";
import type { Delivery } from "../../documents/shape.ts";
import type { Collections } from "../../documents/store.ts";
import { AppError } from "../../errors.ts";
import { doubt } from "../lease.ts";
import { found, type Bench } from "./bench.ts";
import { retryStep, shutOutStep, type Step, waitStep } from "./step.ts";

/** A request may take ten seconds; five more for what lies around it. */
const requestMs = 15_000;
/** A worker that was frozen between writing `sending` and a request must not send it any more. */
const freshMs = 30_000;
/** Later than this it is one of many that a long stop left behind. */
const lateMs = 15 * 60_000;

class Stale extends Error {}

/** Whether the digest was paused or removed, or does not go to the channel any more. */
export async function isStopped(
  { kind, digest: id, channel }: Delivery,
  { digests }: Pick<Collections, "digests">,
): Promise<boolean> {
  if (kind !== "scheduled") return false;
  const digest = id === null ? null : await digests.get(id);
  return digest === null || digest.paused || placeIn(digest, channel) === undefined;
}

/** A digest with one channel is paused when that is closed to it; the other teams go on. */
export async function isAlone(
  { digest: id }: Delivery,
  { digests }: Pick<Collections, "digests">,
): Promise<boolean> {
  const digest = id === null ? null : await digests.get(id);
  return digest !== null && placesOf(digest).length === 1;
}

/** Posts what is ready, in its turn: `sending` is durable before the request leaves. */
export function createSend(bench: Bench): (delivery: Delivery) => Promise<Step> {
  const { ports, leases, pace, standing, later } = bench;
  const { documents, poster, timer, clock, random, log } = ports;

  /** Throws once too much time has passed, by either clock: one stands still in a suspended machine. */
  const freshness = () => {
    const [ms, at] = [timer.ms(), clock.now().getTime()];
    return () => {
      const passed = Math.max(timer.ms() - ms, Math.abs(clock.now().getTime() - at));
      if (passed > freshMs) throw new Stale(`${passed} ms have passed since this was to be sent`);
    };
  };

  const failed = async (delivery: Delivery, error: unknown, startedAt: Date): Promise<Step> => {
    log.warn({ error, delivery: delivery.id }, "a message was not posted, or no answer came");
    const { code = null, retryAfterMs } = error instanceof AppError ? error : {};
    const now = await documents.now();
    if (code === "slack_busy") {
      if (retryAfterMs !== undefined) {
        await pace.hold(delivery.channel, retryAfterMs);
        if (delivery.kind !== "asked") return waitStep(delivery, { now, random, retryAfterMs });
      }
      const { attempts } = delivery;
      return retryStep(delivery, { now, random, reason: "busy", attempts });
    }
    if (code === "slack_shut_out") {
      standing.isShutOut(error);
      return shutOutStep({ ...delivery, attempts: delivery.attempts - 1 }, { now, random });
    }
    if (code === "slack_refused") {
      return { patch: { state: "dead", reason: "refused", nextAt: null } };
    }
    if (code === "slack_closed" || code === "slack_shared") return closed(delivery, code);
    return { patch: doubt(startedAt) };
  };

  const closed = async (
    delivery: Delivery,
    code: "slack_closed" | "slack_shared",
  ): Promise<Step> => ({
    patch: { state: "dead", reason: code === "slack_shared" ? "shared" : "refused", nextAt: null },
    pauseDigest: await isAlone(delivery, documents),
  });

  return async (delivery) => {
    const { id, channel, kind, thread, dueAt } = delivery;
    const message = outgoingSchema.parse(delivery.payload);
    const now = await documents.now();
    const isLate = kind !== "asked" && now.getTime() - new Date(dueAt).getTime() > lateMs;
    const { waitMs, isTaken } = await pace.next(channel, isLate);
    if (!isTaken) return { patch: { nextAt: await later(waitMs) } };
    if (waitMs > 0) await timer.wait(waitMs, bench.stopping);
    if (bench.stopping.aborted) return { patch: {} };

    const startedAt = await documents.now();
    const ensure = freshness();
    const started = await leases.update(id, async (before, draft) =>
      (await isStopped(before, draft))
        ? { state: "skipped", reason: "paused", nextAt: null }
        : {
            state: "sending",
            sendStartedAt: startedAt.toISOString(),
            attempts: before.attempts + 1,
            nextAt: null,
            looks: 0,
            unread: 0,
          },
    );
    if (started.state !== "sending") return { patch: {} };
    await leases.assertHeld(id, requestMs);
    try {
      ensure();
      const { ts } = await poster.post(channel, message, id, { thread, ensure });
      standing.isLetIn();
      return { patch: await found(started, ts, documents) };
    } catch (error) {
      return failed(started, error, startedAt);
    }
  };
}
