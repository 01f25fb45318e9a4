import type { AskedMessage } from "../digests/create-digests.ts";
import type { Delivery } from "../documents/shape.ts";
import { AppError } from "../errors.ts";
import type { Locale } from "../i18n/locale.ts";
import { isPersonId } from "../people/profile.ts";
import { createAlerting, type Finding } from "./alerts.ts";
import { createDelivering, type DeliveryPorts } from "./deliveries.ts";
import { type Amending, createAmend } from "./deliveries/amend.ts";
import type { Bench } from "./deliveries/bench.ts";
import { isEarly } from "./is-early.ts";
import { createLeases, isWorkable } from "./lease.ts";
import { toAsked, toReminder } from "./new-delivery.ts";
import { createOpened } from "./opened.ts";
import { createPace } from "./pace.ts";
import { createPlanning } from "./planning.ts";
import type { Amended } from "./poster.ts";
import { type Condition, createStanding } from "./standing.ts";
import { createWriteDue } from "./write-due.ts";

/** A reminder that has come due: who gets it, about what, and the key that makes it the only one. */
export interface DueReminder {
  readonly id: string;
  /** A goal; null where it is about several. */
  readonly about: string | null;
  readonly person: string;
  readonly locale: Locale;
  /** The day or quarter it is for. */
  readonly occurrence: string;
  readonly dueAt: Date;
}

/** Every digest and reminder that was ever due, and what became of it. */
export interface Ledger {
  /** Writes down what has come due, and moves everything open as far as it goes. */
  readonly tick: () => Promise<void>;
  /** Posts one by hand; the same id never posts twice. */
  readonly ask: (asked: AskedMessage) => Promise<Delivery>;
  /**
   * Writes down reminders, each once whatever became of it; the next tick sends them. One that has
   * come too late is written down as missed, one that comes too early by the store's clock not yet.
   */
  readonly remind: (reminders: readonly DueReminder[]) => Promise<void>;
  /** Writes down alerts of what has begun since the last look of its kind; the next tick sends them. */
  readonly alert: (kind: string, findings: readonly Finding[]) => Promise<void>;
  /** Says corrections in a message that was sent, in its turn, once; `later` is for whoever asks. */
  readonly amend: (amended: Amended) => Promise<Amending>;
  readonly condition: () => Condition;
  /**
   * Begins nothing more and waits up to eight seconds for what is under way. What is not over by then
   * is let go as it stands: whoever starts next reads back what became of it.
   */
  readonly stop: () => Promise<void>;
}

/** So many at once: composing waits for the engine, posting for Slack. */
const mostAtOnce = 4;
const drainMs = 8_000;

export function createLedger(ports: DeliveryPorts): Ledger {
  const { documents, log, timer } = ports;
  const by = { who: "scheduler", via: "scheduler" };
  const stopping = new AbortController();
  const standing = createStanding(timer, log);
  const bench: Bench = {
    ports,
    leases: createLeases(documents, ports.holder, createWriteDue(ports.workdaysIn)),
    pace: createPace(ports.quotas),
    standing,
    opened: createOpened(documents),
    stopping: stopping.signal,
    later: async (ms) => new Date((await documents.now()).getTime() + ms).toISOString(),
  };
  const plan = createPlanning(ports);
  const move = createDelivering(bench);
  const underWay = new Map<string, Promise<void>>();

  const deliver = async (id: string): Promise<void> => {
    const work = move(id);
    underWay.set(id, work);
    try {
      await work;
    } finally {
      if (underWay.get(id) === work) underWay.delete(id);
    }
  };

  /** Gives whether the store kept it from working on what is due. */
  const work = async (): Promise<boolean> => {
    let isStuck = false;
    const now = await documents.now();
    const open = (await documents.deliveries.list())
      .filter((each) => isWorkable(each, now))
      // What has just come due is not to stand behind what a long stop left over.
      .toSorted((a, b) => b.dueAt.localeCompare(a.dueAt))
      .values();
    const worker = async (): Promise<void> => {
      for (const { id } of open) {
        if (stopping.signal.aborted) return;
        try {
          await deliver(id);
        } catch (error) {
          isStuck ||= error instanceof AppError && error.code === "store_failed";
          const message = "a delivery could not be worked on; it will be taken up again";
          log.error({ error, delivery: id }, message);
        }
      }
    };
    await Promise.all(Array.from({ length: mostAtOnce }, worker));
    return isStuck;
  };
  let isStuck = false;

  return {
    tick: async () => {
      if (stopping.signal.aborted) return;
      await bench.opened();
      await plan();
      // A look after which nothing can be done is none.
      if (!isStuck) standing.isAlive();
      isStuck = await work();
    },
    ask: async (asked) => {
      const now = await documents.now();
      await documents.change({ who: asked.owner, via: "slack" }, async ({ deliveries }) => {
        const isKnown = (await deliveries.get(asked.id)) !== null;
        if (!isKnown) await deliveries.put(toAsked(asked, now));
      });
      await deliver(asked.id);
      const delivery = await documents.deliveries.get(asked.id);
      if (delivery === null) throw new Error(`${asked.id} was put and is not there`);
      return delivery;
    },
    remind: async (reminders) => {
      const known = new Set((await documents.deliveries.list()).map(({ id }) => id));
      // A plain name has no direct messages.
      const fresh = reminders.filter(({ id, person }) => isPersonId(person) && !known.has(id));
      if (fresh.length === 0) return;
      const now = await documents.now();
      const due = fresh.map((each) => toReminder(each, now)).filter((each) => !isEarly(each, now));
      if (due.length === 0) return;
      await documents.change(by, async ({ deliveries }) => {
        for (const each of due) {
          const isKnown = (await deliveries.get(each.id)) !== null;
          if (!isKnown) await deliveries.put(each);
        }
      });
    },
    alert: createAlerting(documents),
    amend: createAmend(bench),
    condition: standing.condition,
    stop: async () => {
      stopping.abort();
      const drained = new AbortController();
      const all = Promise.allSettled(underWay.values());
      await Promise.race([all, timer.wait(drainMs, drained.signal)]);
      drained.abort();
      const unfinished = [...underWay.keys()];
      for (const id of unfinished) {
        // One that ended in this very moment is not ours any more, and needs nothing.
        await bench.leases.abandon(id).catch((error: unknown) => {
          log.info({ error, delivery: id }, "nothing was left to let go");
        });
      }
      if (unfinished.length > 0) log.warn({ deliveries: unfinished }, "stopped under way");
    },
  };
}
