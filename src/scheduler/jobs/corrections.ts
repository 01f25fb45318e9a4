import type { ComposePorts } from "../../digests/compose.ts";
import { composeCorrection } from "../../digests/compose-correction.ts";
import { placeIn } from "../../digests/places.ts";
import type { Delivery, Digest } from "../../documents/shape.ts";
import type { Collections } from "../../documents/store.ts";
import { localDay } from "../../periods/local-day.ts";
import type { Ledger } from "../ledger.ts";
import type { Log } from "../log.ts";
import type { Job } from "./job.ts";

export interface CorrectionsPorts extends Pick<
  ComposePorts,
  "reports" | "periods" | "freshness" | "onFault" | "clock"
> {
  readonly documents: Pick<Collections, "deliveries" | "digests">;
  readonly ask: Ledger["ask"];
  readonly log: Log;
}

/** Then the next digest has come, and says it itself. */
const watchedMs = 7 * 86_400_000;

/**
 * Looks whether late or changed records have moved what digests of the last week said. It is told in
 * their threads, at most once a day: the message in the channel stays as people have read it.
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
  const id = `${sent.id}:correction:${localDay(ports.clock.now(), digest.zone)}`;
  if (all.some((each) => each.id === id)) return;
  const notes = all.filter(
    (each) => each.state === "sent" && each.id.startsWith(`${sent.id}:correction:`),
  );
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
