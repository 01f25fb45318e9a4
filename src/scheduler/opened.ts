import type { Documents } from "../documents/store.ts";
import { planMark } from "./look-ahead.ts";

/** When this process took the ledger up, and until when that knew what was posted. */
export interface Opened {
  readonly openedAt: Date;
  /** Null of a ledger that knows nothing yet. */
  readonly knownUntil: Date | null;
}

/**
 * Looks once, at the first time it is asked: at the start. And once more where another server keeps
 * the ledger since: what that knows is taken up anew.
 */
export function createOpened(documents: Documents): () => Promise<Opened> {
  let opened: Opened | null = null;
  let failovers = 0;
  return async () => {
    const since = documents.failovers();
    if (opened === null || since !== failovers) opened = await look(documents);
    failovers = since;
    return opened;
  };
}

async function look({ deliveries, marks, now }: Documents): Promise<Opened> {
  const openedAt = await now();
  const planned = await marks.get(planMark);
  const sent = (await deliveries.list()).flatMap(({ sentAt }) => sentAt ?? []);
  const latest = [...sent, ...(planned === null ? [] : [planned.at])].toSorted().at(-1);
  return { openedAt, knownUntil: latest === undefined ? null : new Date(latest) };
}
