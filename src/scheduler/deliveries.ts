import type { Clock } from "../clock.ts";
import type { Outgoing } from "../digests/outgoing.ts";
import type { Workdays } from "../digests/occurrences.ts";
import type { Delivery, DeliveryReason } from "../documents/shape.ts";
import type { Quotas } from "../documents/quotas.ts";
import type { Documents } from "../documents/store.ts";
import type { Bench } from "./deliveries/bench.ts";
import { createFirstLook } from "./deliveries/first-look.ts";
import { createPrepare } from "./deliveries/prepare.ts";
import { createSend, isStopped } from "./deliveries/send.ts";
import { createSettle } from "./deliveries/settle.ts";
import type { Step } from "./deliveries/step.ts";
import { createTell } from "./deliveries/tell.ts";
import { doubt, LeaseLost, leftAhead } from "./lease.ts";
import type { Log } from "./log.ts";
import { catchUpMs } from "./plan.ts";
import type { Poster } from "./poster.ts";
import type { Timer } from "./timer.ts";

export interface DeliveryPorts {
  readonly documents: Documents;
  /** Slack counts the messages of all processes together. */
  readonly quotas: Quotas;
  /** This process's own; what several processes must agree on is counted by the store's. */
  readonly clock: Clock;
  readonly timer: Timer;
  /** 0 to 1: spreads retries. */
  readonly random: () => number;
  readonly poster: Poster;
  /** Measures and freezes what the delivery will say. */
  readonly compose: (delivery: Delivery) => Promise<Outgoing>;
  /** Until when a digest waits for fresh data; null where it need not. */
  readonly awaits: (delivery: Delivery) => Promise<Date | null>;
  /** Whether what a reminder or an alert says is done, or not wanted any more. */
  readonly isNeedless: (delivery: Delivery) => Promise<boolean>;
  /** Which days people work on, by channel: a digest does not come on a day off. */
  readonly workdaysIn: (channel: string) => Workdays;
  readonly log: Log;
  /** Names this process, differently at every start. */
  readonly holder: string;
}

/** As far back as a message is looked for that left under a clock far ahead. */
const longAgoMs = 7 * 86_400_000;

/**
 * Takes a delivery as far as it goes now. Every state is durable before the next thing happens, so
 * a process may die anywhere: what it was doing is found and brought to one end.
 */
export function createDelivering(bench: Bench): (id: string) => Promise<void> {
  const { ports, leases, standing } = bench;
  const { documents, isNeedless, log } = ports;
  const prepare = createPrepare(bench);
  const firstLook = createFirstLook(bench);
  const send = createSend(bench);
  const settle = createSettle(bench);
  const tell = createTell(bench);

  /** Why a delivery should not be posted any more. Who asked by hand does not wait for ever either. */
  const obstacle = async (delivery: Delivery): Promise<DeliveryReason | null> => {
    const asksOrTells = delivery.kind === "reminder" || delivery.kind === "alert";
    if (asksOrTells && (await isNeedless(delivery))) return "needless";
    if (await isStopped(delivery, documents)) return "paused";
    const late = (await documents.now()).getTime() - new Date(delivery.dueAt).getTime();
    return late > catchUpMs ? "too_late" : null;
  };

  const step = async (delivery: Delivery): Promise<Step> => {
    switch (delivery.state) {
      case "due":
      case "ready":
      case "retry": {
        const reason = await obstacle(delivery);
        if (reason !== null) return { patch: { state: "skipped", reason, nextAt: null } };
        if (delivery.payload === null) return prepare(delivery);
        return (await firstLook(delivery)) ?? send(delivery);
      }
      case "sending":
      case "unknown": {
        const now = await documents.now();
        if (leftAhead(delivery, now)) {
          // Nobody knows how long ago that was.
          const sendStartedAt = new Date(now.getTime() - longAgoMs).toISOString();
          return { patch: { ...doubt(now), sendStartedAt } };
        }
        if (delivery.state === "unknown") return settle(delivery);
        return { patch: doubt(new Date(delivery.sendStartedAt ?? delivery.dueAt)) };
      }
      case "dead":
        return tell(delivery);
      case "sent":
      case "skipped":
        return { patch: {} };
    }
  };

  return async (id) => {
    while (!bench.stopping.aborted) {
      const delivery = await leases.claim(id);
      if (delivery === null) return;
      try {
        const { patch, pauseDigest } = await step(delivery);
        const { state, reason } = await leases.release(id, patch, pauseDigest);
        standing.isAlive();
        log.info({ delivery: id, state, reason }, "a delivery moved on");
      } catch (error) {
        if (error instanceof LeaseLost) return;
        // What is durable decides: the lease runs out, and the state it stands in is taken up again.
        throw error;
      }
    }
  };
}
