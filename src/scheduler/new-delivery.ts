import type { AskedMessage } from "../digests/create-digests.ts";
import type { Delivery } from "../documents/shape.ts";
import type { DueAlert } from "./alerts.ts";
import { frozen } from "./frozen.ts";
import type { DueReminder } from "./ledger.ts";
import { catchUpMs, type Planned, type Unplannable } from "./plan.ts";

const blank = {
  about: null,
  thread: null,
  hasWaited: false,
  reason: null,
  attempts: 0,
  payload: null,
  posted: [],
  shown: 0,
  lease: null,
  sendStartedAt: null,
  nextAt: null,
  looks: 0,
  unread: 0,
  sentAt: null,
  ts: null,
  told: false,
} as const;

/** An occurrence of a digest as it is written down when it has come due. */
export function toDelivery({ key, digest, channel, occurrence, dueAt, fate }: Planned): Delivery {
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
    reason: fate === "missed" ? "missed" : null,
  };
}

/** What stands for all the dates of a digest that cannot be counted: its owner hears of it. */
export function toUnplanned({ key, digest }: Unplannable, now: Date): Delivery {
  return {
    ...blank,
    id: key,
    kind: "scheduled",
    digest: digest.id,
    channel: digest.channel,
    owner: digest.createdBy,
    locale: digest.locale,
    occurrence: `revision ${digest.revision}`,
    dueAt: now.toISOString(),
    state: "dead",
    reason: "unplannable",
  };
}

export function toReminder(
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

/** What somebody should know of now. */
export const toAlert = (alert: DueAlert, now: Date): Delivery => ({
  ...blank,
  ...alert,
  kind: "alert",
  digest: null,
  state: "due",
  dueAt: now.toISOString(),
});

/** One by hand, for at once. */
export const toAsked = (asked: AskedMessage, now: Date): Delivery => ({
  ...blank,
  ...asked,
  payload: frozen(asked.payload),
  kind: "asked",
  state: "ready",
  dueAt: now.toISOString(),
});
