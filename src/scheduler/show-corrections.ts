import { correctionsTold } from "../digests/corrections-told.ts";
import { outgoingSchema } from "../digests/outgoing.ts";
import { placeIn } from "../digests/places.ts";
import { sentPayloads } from "../documents/sent-payloads.ts";
import type { Delivery, Digest } from "../documents/shape.ts";
import type { Documents } from "../documents/store.ts";
import type { Amending } from "./deliveries/amend.ts";
import type { Log } from "./log.ts";
import type { Amended } from "./poster.ts";

export interface ShowingPorts {
  readonly documents: Pick<Documents, "deliveries" | "digests" | "history" | "change">;
  readonly amend: (amended: Amended) => Promise<Amending>;
  readonly log: Log;
  /** That of the figures. */
  readonly zone: string;
}

/** A digest that was sent, with notes in its thread that told more than it shows. */
interface Behind {
  readonly sent: Delivery;
  readonly ts: string;
  readonly notes: readonly Delivery[];
  readonly digest: Digest;
}

/** What ids of notes under a digest begin with. */
export const correctionPrefix = ({ id }: Delivery): string => `${id}:correction:`;

/** The notes under a digest that have arrived. */
export const notesUnder = (sent: Delivery, all: readonly Delivery[]): readonly Delivery[] =>
  all.filter(({ id, state }) => state === "sent" && id.startsWith(correctionPrefix(sent)));

/**
 * Lets messages of digests since then say what notes in their threads have told. How many it says is
 * written down afterwards: cut off in between, the same is said again.
 */
export async function showCorrections(since: Date, ports: ShowingPorts): Promise<void> {
  const { documents, log } = ports;
  const behind = await behindIn(since, documents);
  const payloads = await sentPayloads(
    documents,
    behind.map(({ sent }) => sent.id),
  );
  for (const each of behind) {
    const { sent, notes } = each;
    try {
      const amending = await show(each, payloads.get(sent.id), ports);
      if (amending === "later") continue;
      await documents.change({ who: "scheduler", via: "scheduler" }, async ({ deliveries }) => {
        const now = await deliveries.get(sent.id);
        if (now === null) return;
        await deliveries.put({ ...now, shown: amending === "done" ? notes.length : null });
      });
    } catch (error) {
      // Another hour may do better, and the others do not wait for it.
      log.error({ error, delivery: sent.id }, "a digest's message could not be corrected");
    }
  }
}

async function behindIn(
  since: Date,
  documents: Pick<Documents, "deliveries" | "digests">,
): Promise<readonly Behind[]> {
  const all = await documents.deliveries.list();
  const digests = (await documents.digests.list()).filter(({ paused }) => !paused);
  return all.flatMap((sent): readonly Behind[] => {
    const { kind, state, ts, channel, sentAt, shown } = sent;
    if (kind !== "scheduled" || state !== "sent" || ts === null || shown === null) return [];
    if (new Date(sentAt ?? 0) < since) return [];
    const digest = digests.find(({ id }) => id === sent.digest);
    if (digest === undefined || placeIn(digest, channel) === undefined) return [];
    const notes = notesUnder(sent, all);
    return notes.length > shown ? [{ sent, ts, notes, digest }] : [];
  });
}

async function show(
  { sent, ts, notes, digest }: Behind,
  payload: unknown,
  { amend, log, zone }: ShowingPorts,
): Promise<Amending> {
  const { id: delivery, channel, sendStartedAt } = sent;
  const message = outgoingSchema.safeParse(payload).data;
  // Found in the channel by a ledger that never sent it, it may say something else than was composed.
  if (message?.kind !== "digest" || sendStartedAt === null) {
    log.info({ delivery }, "what a digest said is not known any more: only its thread corrects it");
    return "never";
  }
  const corrections = correctionsTold(sent, notes, digest, zone);
  return amend({ channel, ts, digest: message.digest, corrections });
}
