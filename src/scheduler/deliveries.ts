import type { Clock } from "../clock.ts";
import type { Workdays } from "../digests/occurrences.ts";
import { placeIn, placesOf } from "../digests/places.ts";
import { outgoingSchema, type Outgoing } from "../digests/outgoing.ts";
import type { Delivery, DeliveryReason } from "../documents/shape.ts";
import type { Documents } from "../documents/store.ts";
import { AppError } from "../errors.ts";
import { frozen } from "./frozen.ts";
import { createLeases, LeaseLost, type Patch } from "./lease.ts";
import type { Log } from "./log.ts";
import { ownerNotice } from "./owner-notice.ts";
import { catchUpMs } from "./plan.ts";
import type { Poster } from "./poster.ts";

export interface DeliveryPorts {
  readonly documents: Documents;
  readonly clock: Clock;
  readonly poster: Poster;
  /** Measures and freezes what the delivery will say. */
  readonly compose: (delivery: Delivery) => Promise<Outgoing>;
  /** Until when a digest waits for fresh data; null where it need not. */
  readonly awaits: (delivery: Delivery) => Promise<Date | null>;
  /** Whether what a reminder asks for is done, or not wanted any more. */
  readonly isNeedless: (delivery: Delivery) => Promise<boolean>;
  /** Which days people work on, by channel: a digest does not come on a day off. */
  readonly workdaysIn: (channel: string) => Workdays;
  readonly log: Log;
  /** Names this process, differently at every start. */
  readonly holder: string;
}

const minute = 60_000;
const retryAfterMinutes = [1, 2, 5, 15, 30];
/** Slack may show a message later than it took it: looking sooner would find nothing and double it. */
const firstLookMs = minute;
const secondLookMs = 3 * minute;
const giveUpLookingMs = 10 * minute;
/** A worker that was frozen between writing `sending` and the request must not send any more. */
const freshMs = 10_000;
/** A first try this late may follow a restored backup: the channel is asked whether it has it. */
const punctualMs = 2 * minute;
/** Data that are awaited are looked for this often. */
const awaitMs = 5 * minute;

interface Step {
  readonly patch: Patch;
  readonly pauseDigest?: boolean;
}

/**
 * Takes a delivery as far as it goes now. Every state is durable before the next thing happens, so
 * a process may die anywhere: what it was doing is found and brought to one end.
 */
export function createDelivering(ports: DeliveryPorts): (id: string) => Promise<void> {
  const { documents, clock, poster, compose, awaits, isNeedless, log, holder } = ports;
  const leases = createLeases(documents, clock, holder);
  const later = (ms: number, from = clock.now()) => new Date(from.getTime() + ms).toISOString();
  const lateMs = ({ dueAt }: Delivery) => clock.now().getTime() - new Date(dueAt).getTime();

  /** Why a scheduled delivery should not be posted any more. */
  const obstacle = async (delivery: Delivery): Promise<DeliveryReason | null> => {
    if (delivery.kind === "asked") return null;
    if (delivery.kind === "reminder" && (await isNeedless(delivery))) return "needless";
    if (delivery.kind === "scheduled" && (await isStopped(delivery))) return "paused";
    return lateMs(delivery) > catchUpMs ? "too_late" : null;
  };

  const isStopped = async ({ digest: id, channel }: Delivery): Promise<boolean> => {
    const digest = id === null ? null : await documents.digests.get(id);
    return digest === null || digest.paused || placeIn(digest, channel) === undefined;
  };

  /** A digest with one channel is paused when that is closed to it; the other teams go on. */
  const isAlone = async ({ digest: id }: Delivery): Promise<boolean> => {
    const digest = id === null ? null : await documents.digests.get(id);
    return digest !== null && placesOf(digest).length === 1;
  };

  /** Nothing was posted: once more after a while, or the end. */
  const tryLater = (delivery: Delivery, reason: DeliveryReason, attempts: number): Step => {
    const minutes = retryAfterMinutes[attempts - 1];
    const nextAt = minutes === undefined ? null : later(minutes * minute);
    const last = new Date(delivery.dueAt).getTime() + catchUpMs;
    const isOver = nextAt === null || new Date(nextAt).getTime() > last;
    return isOver && delivery.kind !== "asked"
      ? { patch: { state: "dead", reason, attempts, nextAt: null } }
      : { patch: { state: nextAt === null ? "dead" : "retry", reason, attempts, nextAt } };
  };

  const prepare = async (delivery: Delivery): Promise<Step> => {
    try {
      const until = delivery.kind === "scheduled" ? await awaits(delivery) : null;
      if (until !== null) return waitFor(until);
      const payload = frozen(await compose(delivery));
      return { patch: { state: "ready", payload, nextAt: null, attempts: 0, reason: null } };
    } catch (error) {
      log.error({ error, delivery: delivery.id }, "a message could not be composed");
      return tryLater(delivery, "not_measured", delivery.attempts + 1);
    }
  };

  const waitFor = (until: Date): Step => {
    const next = later(awaitMs);
    const nextAt = new Date(next) < until ? next : until.toISOString();
    return { patch: { state: "due", reason: "not_fresh", hasWaited: true, nextAt } };
  };

  const found = ({ payload }: Delivery, ts: string): Step => {
    const sentAt = clock.now().toISOString();
    const message = payload === null ? null : outgoingSchema.parse(payload);
    const posted = message?.kind === "digest" ? message.digest.figures : [];
    return { patch: { state: "sent", ts, sentAt, posted, payload: null, reason: null } };
  };

  const send = async (delivery: Delivery): Promise<Step> => {
    const message = outgoingSchema.parse(delivery.payload);
    const isFirst = delivery.sendStartedAt === null;
    if (isFirst && delivery.kind !== "asked" && lateMs(delivery) > punctualMs) {
      const ts = await lookFor(delivery, new Date(delivery.dueAt));
      if (ts !== null) return found(delivery, ts);
    }
    const startedAt = clock.now();
    const attempts = delivery.attempts + 1;
    await leases.update(delivery.id, {
      state: "sending",
      sendStartedAt: startedAt.toISOString(),
      attempts,
      nextAt: null,
      looks: 0,
    });
    if (clock.now().getTime() - startedAt.getTime() > freshMs) return doubt(startedAt);
    try {
      const { ts } = await poster.post(delivery.channel, message, delivery.id, delivery.thread);
      return found(delivery, ts);
    } catch (error) {
      const code = error instanceof AppError ? error.code : null;
      log.warn({ error, delivery: delivery.id }, "a message was not posted, or no answer came");
      if (code === "slack_busy") return tryLater(delivery, "busy", attempts);
      if (code !== "slack_refused" && code !== "slack_shared") return doubt(startedAt);
      const reason = code === "slack_shared" ? "shared" : "refused";
      const pauseDigest = await isAlone(delivery);
      return { patch: { state: "dead", reason, nextAt: null }, pauseDigest };
    }
  };

  const doubt = (startedAt: Date): Step => ({
    patch: {
      state: "unknown",
      reason: "no_answer",
      looks: 0,
      nextAt: later(firstLookMs, startedAt),
    },
  });

  const findPosted = ({ channel, id, thread }: Delivery, since: Date): Promise<string | null> =>
    poster.findByKey(channel, id, new Date(since.getTime() - punctualMs), thread);

  /** Null too where the channel cannot be read: before a first try there is no doubt to settle. */
  const lookFor = async (delivery: Delivery, since: Date): Promise<string | null> => {
    try {
      return await findPosted(delivery, since);
    } catch (error) {
      log.warn(
        { error, delivery: delivery.id },
        "the channel could not be read before a late first try",
      );
      return null;
    }
  };

  const settle = async (delivery: Delivery): Promise<Step> => {
    const startedAt = new Date(delivery.sendStartedAt ?? delivery.dueAt);
    const isHopeless = clock.now().getTime() - startedAt.getTime() > giveUpLookingMs;
    const lost: Step = { patch: { state: "dead", reason: "unknown", nextAt: null } };
    let ts: string | null;
    try {
      ts = await findPosted(delivery, startedAt);
    } catch (error) {
      log.warn({ error, delivery: delivery.id }, "the channel could not be read back");
      const isForbidden = error instanceof AppError && error.code === "slack_refused";
      if (isForbidden || isHopeless) return lost;
      return { patch: { nextAt: later(minute) } };
    }
    if (ts !== null) return found(delivery, ts);
    if (delivery.looks === 0) {
      return { patch: { looks: 1, nextAt: later(secondLookMs, startedAt) } };
    }
    // Looked for twice and not there: it never arrived, so it may be sent again.
    const again = tryLater(delivery, "no_answer", delivery.attempts);
    const isOver = again.patch.state === "dead";
    return isOver ? again : { patch: { ...again.patch, nextAt: null } };
  };

  const tell = async (delivery: Delivery): Promise<Step> => {
    // Whom a reminder could not reach is not reached by a word of that either: the log has it.
    if (delivery.kind === "reminder") return { patch: { told: true } };
    await leases.update(delivery.id, { told: true });
    try {
      await poster.tell(delivery.owner, ownerNotice(delivery, await isAlone(delivery)));
    } catch (error) {
      log.warn({ error, delivery: delivery.id }, "the owner of a digest could not be told");
    }
    return { patch: { told: true } };
  };

  const step = async (delivery: Delivery): Promise<Step> => {
    switch (delivery.state) {
      case "due":
      case "ready":
      case "retry": {
        const reason = await obstacle(delivery);
        if (reason !== null) return { patch: { state: "skipped", reason, nextAt: null } };
        return delivery.payload === null ? prepare(delivery) : send(delivery);
      }
      case "sending":
        return doubt(new Date(delivery.sendStartedAt ?? delivery.dueAt));
      case "unknown":
        return settle(delivery);
      case "dead":
        return tell(delivery);
      case "sent":
      case "skipped":
        return { patch: {} };
    }
  };

  return async (id) => {
    for (;;) {
      const delivery = await leases.claim(id);
      if (delivery === null) return;
      try {
        const { patch, pauseDigest = false } = await step(delivery);
        const { state, reason } = await leases.release(id, patch, { pauseDigest });
        log.info({ delivery: id, state, reason }, "a delivery moved on");
      } catch (error) {
        if (error instanceof LeaseLost) return;
        // What is durable decides: the lease runs out, and the state it stands in is taken up again.
        throw error;
      }
    }
  };
}
