import type { ComposePorts } from "../../digests/compose.ts";
import { composeCorrection } from "../../digests/compose-correction.ts";
import { placeIn } from "../../digests/places.ts";
import type { Delivery, Digest } from "../../documents/shape.ts";
import { localDay } from "../../periods/local-day.ts";
import type { Ledger } from "../ledger.ts";
import type { Log } from "../log.ts";
import {
  correctionPrefix,
  notesUnder,
  showCorrections,
  type ShowingPorts,
} from "../show-corrections.ts";
import type { Job } from "./job.ts";

export interface CorrectionsPorts extends Pick<
  ComposePorts,
  "reports" | "periods" | "freshness" | "onFault" | "clock"
> {
  readonly documents: ShowingPorts["documents"];
  readonly ask: Ledger["ask"];
  readonly amend: Ledger["amend"];
  readonly log: Log;
}

const dayMs = 86_400_000;
/** Then the next digest has come, and says it itself. */
const watchedMs = 7 * dayMs;
/** A message may have to wait for Slack to show what was told last. */
const shownMs = watchedMs + dayMs;

/**
 * Looks whether late or changed records have moved what digests of the last week said. It is told in
 * their threads, at most once a day, and the message in the channel says it beside what it said.
 */
export const correctionsJob = (ports: CorrectionsPorts): Job => ({
  name: "corrections",
  schedule: "25 7 * * * *",
  zone: "UTC",
  isDueAtStart: async () => true,
  run: async () => {
    const all = await ports.documents.deliveries.list();
    for (const digest of await ports.documents.digests.list()) {
      if (digest.paused) continue;
      for (const sent of latestOf(digest, all, ports.clock.now())) {
        await correct(sent, digest, all, ports);
      }
    }
    const since = new Date(ports.clock.now().getTime() - shownMs);
    await showCorrections(since, { ...ports, zone: ports.periods.zone });
  },
});

/** In each of its channels the digest that came last. */
function latestOf(digest: Digest, all: readonly Delivery[], now: Date): readonly Delivery[] {
  const sent = all
    .filter(({ kind, digest: id, state, ts }) => {
      return kind === "scheduled" && id === digest.id && state === "sent" && ts !== null;
    })
    .filter(({ channel }) => placeIn(digest, channel) !== undefined)
    .toSorted((a, b) => b.dueAt.localeCompare(a.dueAt));
  return sent.filter(
    ({ channel, sentAt }, at) =>
      sent.findIndex((each) => each.channel === channel) === at &&
      now.getTime() - new Date(sentAt ?? 0).getTime() <= watchedMs,
  );
}

async function correct(
  sent: Delivery,
  digest: Digest,
  all: readonly Delivery[],
  ports: CorrectionsPorts,
): Promise<void> {
  const { channel, locale, owner, occurrence, ts: thread } = sent;
  const id = correctionPrefix(sent) + localDay(ports.clock.now(), digest.zone);
  if (all.some((each) => each.id === id)) return;
  const notes = notesUnder(sent, all);
  try {
    const found = await composeCorrection(sent, notes, digest, ports);
    if (found === null) return;
    const { note, posted } = found;
    const payload = { kind: "reminder", reminder: note } as const;
    const asked = { id, digest: "correction", channel, thread, owner, locale, occurrence };
    await ports.ask({ ...asked, payload, posted });
  } catch (error) {
    // Another hour may do better, and the others do not wait for it.
    ports.log.error({ error, delivery: sent.id }, "a digest could not be looked over");
  }
}
