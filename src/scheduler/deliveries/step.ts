import type { Delivery, DeliveryReason } from "../../documents/shape.ts";
import type { Patch } from "../lease.ts";
import { catchUpMs } from "../plan.ts";

/** How a delivery goes on. */
export interface Step {
  readonly patch: Patch;
  /** The digest stops with it: its only channel is closed. */
  readonly pauseDigest?: boolean;
}

const minute = 60_000;
const retryAfterMinutes = [1, 2, 5, 15, 30];
/** So that what failed together does not come back together. */
const jitterShare = 0.2;

export interface RetryAsked {
  readonly now: Date;
  /** 0 to 1. */
  readonly random: () => number;
  readonly reason: DeliveryReason;
  /** Tries so far, this one among them. */
  readonly attempts: number;
  /** Slack asked to be left alone for so long. */
  readonly retryAfterMs?: number | undefined;
}

/** Nothing was posted: once more after a while, or the end. Tries of one by hand are counted alone. */
export function retryStep(
  { kind, dueAt }: Pick<Delivery, "kind" | "dueAt">,
  { now, random, reason, attempts, retryAfterMs = 0 }: RetryAsked,
): Step {
  const minutes = retryAfterMinutes[attempts - 1];
  const usualMs = (minutes ?? 0) * minute * (1 + jitterShare * random());
  const next = now.getTime() + Math.max(usualMs, retryAfterMs);
  const isOver = kind !== "asked" && next > new Date(dueAt).getTime() + catchUpMs;
  return minutes === undefined || isOver
    ? { patch: { state: "dead", reason, attempts, nextAt: null } }
    : { patch: { state: "retry", reason, attempts, nextAt: new Date(next).toISOString() } };
}

/** Slack said when to come again: that is no failed try, for as long as the message is worth posting. */
export function waitStep(
  delivery: Delivery,
  asked: Pick<RetryAsked, "now" | "random"> & { readonly retryAfterMs: number },
): Step {
  const { patch } = retryStep(delivery, { ...asked, reason: "busy", attempts: 1 });
  return { patch: { ...patch, attempts: delivery.attempts - 1 } };
}

/**
 * Slack lets nothing in, which says nothing of this message or its channel: it is tried as long as it
 * is worth posting, and no try is counted. Whoever asks by hand is told at once.
 */
export function shutOutStep(
  delivery: Delivery,
  { now, random }: Pick<RetryAsked, "now" | "random">,
): Step {
  const { kind, attempts } = delivery;
  const reason = "shut_out";
  if (kind === "asked") return { patch: { state: "dead", reason, nextAt: null } };
  const { patch } = retryStep(delivery, { now, random, reason, attempts: 3 });
  return { patch: { ...patch, attempts } };
}
