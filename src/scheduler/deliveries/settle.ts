import type { Delivery } from "../../documents/shape.ts";
import type { Patch } from "../lease.ts";
import { catchUpMs } from "../plan.ts";
import { found, type Bench } from "./bench.ts";
import { createReadBack, type ReadBack } from "./read-back.ts";
import { retryStep, type Step } from "./step.ts";

const minute = 60_000;
const secondLookMs = 3 * minute;
/** A minute lies between any two: ten minutes in which the channel could not be read. */
const mostUnread = 10;

/** An outcome that nobody knows: the channel is read twice, and only then is anything sent again. */
export function createSettle(bench: Bench): (delivery: Delivery) => Promise<Step> {
  const { ports, later } = bench;
  const { documents, random } = ports;
  const readBack = createReadBack(bench);
  const lost: Patch = { state: "dead", reason: "unknown", nextAt: null };

  const notRead = async (
    { unread, dueAt }: Delivery,
    { step, isBusy, retryAfterMs }: Extract<ReadBack, { kind: "unread" }>,
  ): Promise<Step> => {
    // Outside for a while: the question stays open as long as an answer would be of use.
    if (step?.patch.state === "retry") return { patch: { nextAt: step.patch.nextAt ?? null } };
    if (step !== null) return { ...step, patch: lost };
    const late = (await documents.now()).getTime() - new Date(dueAt).getTime();
    const isHopeless = isBusy ? late > catchUpMs : unread + 1 >= mostUnread;
    if (isHopeless) return { patch: lost };
    const nextAt = await later(Math.max(minute, retryAfterMs));
    return { patch: { unread: isBusy ? unread : unread + 1, nextAt } };
  };

  return async (delivery) => {
    const startedAt = new Date(delivery.sendStartedAt ?? delivery.dueAt);
    const looked = await readBack(delivery, startedAt);
    if (looked.kind === "found") return { patch: await found(delivery, looked.ts, documents) };
    if (looked.kind === "unread") return notRead(delivery, looked);
    const now = await documents.now();
    if (delivery.looks === 0) {
      const nextAt = new Date(Math.max(startedAt.getTime() + secondLookMs, now.getTime() + minute));
      return { patch: { looks: 1, nextAt: nextAt.toISOString() } };
    }
    // Looked for twice and not there: it never arrived, so it may be sent again.
    const { attempts } = delivery;
    const again = retryStep(delivery, { now, random, reason: "no_answer", attempts });
    const isOver = again.patch.state === "dead";
    return isOver ? again : { patch: { ...again.patch, nextAt: null } };
  };
}
