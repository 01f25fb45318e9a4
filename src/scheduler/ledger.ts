import type { AskedMessage } from "../digests/create-digests.ts";
import type { Delivery, DeliveryReason } from "../documents/shape.ts";
import type { Draft } from "../documents/store.ts";
import type { Locale } from "../i18n/locale.ts";
import { isPersonId } from "../people/profile.ts";
import { createDelivering, type DeliveryPorts } from "./deliveries.ts";
import { frozen } from "./frozen.ts";
import { isClosed, isWorkable } from "./lease.ts";
import { catchUpMs, planDeliveries, type Planned } from "./plan.ts";

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
   * come too late is written down as missed.
   */
  readonly remind: (reminders: readonly DueReminder[]) => Promise<void>;
}

const markId = "digests";
/** Closed deliveries older than this leave the documents; the audit log keeps them. */
const keepMs = 60 * 86_400_000;

export function createLedger(ports: DeliveryPorts): Ledger {
  const { documents, clock, log, workdaysIn } = ports;
  const by = { who: "scheduler", via: "scheduler" };
  const deliver = createDelivering(ports);

  const lookAhead = async ({
    digests,
    deliveries,
    marks,
  }: Pick<Draft, "digests" | "deliveries" | "marks"> | typeof documents) => {
    const mark = await marks.get(markId);
    const all = await deliveries.list();
    const now = clock.now();
    const planned = planDeliveries({
      digests: await digests.list(),
      known: new Set(all.map(({ id }) => id)),
      mark: mark === null ? null : new Date(mark.at),
      now,
      workdaysIn,
    });
    return { planned, now, all };
  };

  /** Rows and mark become true in one change: a crash between them could lose or double one. */
  const plan = async (): Promise<void> => {
    if ((await lookAhead(documents)).planned.length === 0) return;
    await documents.change(by, async (draft) => {
      const { planned, now, all } = await lookAhead(draft);
      for (const each of planned) await draft.deliveries.put(toDelivery(each));
      await draft.marks.put({ id: markId, at: now.toISOString() });
      for (const old of all) {
        const isOld = now.getTime() - new Date(old.dueAt).getTime() > keepMs;
        if (isOld && isClosed(old)) await draft.deliveries.remove(old.id);
      }
    });
  };

  const work = async (): Promise<void> => {
    const open = (await documents.deliveries.list()).filter((each) =>
      isWorkable(each, clock.now()),
    );
    for (const { id } of open) {
      try {
        await deliver(id);
      } catch (error) {
        log.error(
          { error, delivery: id },
          "a delivery could not be worked on; it will be taken up again",
        );
      }
    }
  };

  return {
    tick: async () => {
      await plan();
      await work();
    },
    ask: async (asked) => {
      await documents.change({ who: asked.owner, via: "slack" }, async ({ deliveries }) => {
        if ((await deliveries.get(asked.id)) === null) {
          await deliveries.put({
            ...blank,
            ...asked,
            payload: frozen(asked.payload),
            kind: "asked",
            state: "ready",
            dueAt: clock.now().toISOString(),
          });
        }
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
      await documents.change(by, async ({ deliveries }) => {
        for (const each of fresh) {
          const isKnown = (await deliveries.get(each.id)) !== null;
          if (!isKnown) await deliveries.put(toReminder(each, clock.now()));
        }
      });
    },
  };
}

const blank = {
  about: null,
  thread: null,
  hasWaited: false,
  reason: null,
  attempts: 0,
  payload: null,
  posted: [],
  lease: null,
  sendStartedAt: null,
  nextAt: null,
  looks: 0,
  sentAt: null,
  ts: null,
  told: false,
} as const;

function toReminder(
  { id, about, person, locale, occurrence, dueAt }: DueReminder,
  now: Date,
): Delivery {
  const isMissed = now.getTime() - dueAt.getTime() > catchUpMs;
  return {
    ...blank,
    id,
    kind: "reminder",
    digest: null,
    about,
    channel: person,
    owner: person,
    locale,
    occurrence,
    dueAt: dueAt.toISOString(),
    state: isMissed ? "skipped" : "due",
    reason: isMissed ? "missed" : null,
  };
}

function toDelivery({ key, digest, channel, occurrence, dueAt, fate }: Planned): Delivery {
  const reason: DeliveryReason | null = fate === "missed" ? "missed" : null;
  return {
    ...blank,
    id: key,
    kind: "scheduled",
    digest: digest.id,
    channel,
    owner: digest.createdBy,
    locale: digest.locale,
    occurrence,
    dueAt: dueAt.toISOString(),
    state: fate === "missed" ? "skipped" : "due",
    reason,
  };
}
