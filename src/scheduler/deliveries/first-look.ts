import { restoredMark, type Delivery } from "../../documents/shape.ts";
import { found, type Bench } from "./bench.ts";
import { createReadBack, type ReadBack } from "./read-back.ts";
import type { Step } from "./step.ts";

const minute = 60_000;
/** Due longer ago than this at its first try, the ledger may not know everything. */
const punctualMs = 2 * minute;
/** What is noticed rather than due (an owner who left) is noticed again soon after a start. */
const settlingMs = 10 * minute;
/** A minute lies between any two; where Slack is busy it is not counted. */
const mostUnread = 10;

/** Where many are looked for, Slack says how soon the next may be: longer pauses would leave turns unused. */
const againMs = ({ isBusy, retryAfterMs }: Extract<ReadBack, { kind: "unread" }>): number =>
  isBusy && retryAfterMs > 0 ? retryAfterMs : minute;

/**
 * Before a first try that a ledger brought back from a copy may have forgotten: the channel is asked
 * whether it has the message. Null where it has not, or need not be asked; and never a guess: what
 * cannot be read is not posted.
 */
export function createFirstLook(bench: Bench): (delivery: Delivery) => Promise<Step | null> {
  const { ports, later, opened } = bench;
  const { documents } = ports;
  const readBack = createReadBack(bench);

  const isDoubtful = async ({ kind, thread, sendStartedAt, dueAt }: Delivery): Promise<boolean> => {
    // One by hand for a channel has a key of its own each time; one for a thread has its message's.
    if ((kind === "asked" && thread === null) || sendStartedAt !== null) return false;
    const due = new Date(dueAt).getTime();
    const { openedAt } = await opened();
    const restored = await documents.marks.get(restoredMark);
    const restoredAt = restored === null ? 0 : new Date(restored.at).getTime();
    const known = Math.max(openedAt.getTime(), restoredAt);
    // An occurrence is due when the calendar says so, whenever that is found out.
    if (due <= (kind === "scheduled" ? known : known + settlingMs)) return true;
    return (await documents.now()).getTime() - due > punctualMs;
  };

  /** A digest's key is of the calendar; what else was posted after the copy was made may be older than it is due. */
  const since = async ({ kind, dueAt }: Delivery): Promise<Date> => {
    const due = new Date(dueAt);
    const { knownUntil } = await opened();
    return kind === "scheduled" || knownUntil === null || knownUntil > due ? due : knownUntil;
  };

  return async (delivery) => {
    if (!(await isDoubtful(delivery))) return null;
    const looked = await readBack(delivery, await since(delivery));
    if (looked.kind === "none") return null;
    if (looked.kind === "found") return { patch: await found(delivery, looked.ts, documents) };
    if (looked.step !== null) return looked.step;
    const unread = delivery.unread + (looked.isBusy ? 0 : 1);
    return unread >= mostUnread
      ? { patch: { state: "dead", reason: "unknown", unread, nextAt: null } }
      : { patch: { unread, nextAt: await later(againMs(looked)) } };
  };
}
