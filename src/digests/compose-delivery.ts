import type { Delivery, Digest } from "../documents/shape.ts";
import type { Documents } from "../documents/store.ts";
import { composeDigest, type ComposeAsked, type ComposePorts } from "./compose.ts";
import { lastTold } from "./corrections.ts";
import { meantAt, occurrencesBetween, spanOf } from "./occurrences.ts";
import type { Outgoing } from "./outgoing.ts";
import { placeIn } from "./places.ts";
import { awaitedUntil } from "./wait-for-data.ts";

/** What a scheduled delivery will say: the digest as it is now, with what was skipped before it. */
export async function composeDelivery(
  delivery: Delivery,
  documents: Documents,
  ports: ComposePorts,
): Promise<Outgoing> {
  const digest = await digestOf(delivery, documents);
  const asked = await askedBy(delivery, digest, documents, ports);
  return { kind: "digest", digest: await composeDigest(asked, ports) };
}

/** Until when a scheduled delivery waits for fresh data; null where it need not. */
export async function deliveryAwaits(
  delivery: Delivery,
  documents: Documents,
  ports: ComposePorts,
): Promise<Date | null> {
  const digest = await digestOf(delivery, documents);
  const asked = await askedBy(delivery, digest, documents, ports);
  return awaitedUntil(delivery, digest, asked, ports);
}

async function digestOf({ digest: id }: Delivery, { digests }: Documents): Promise<Digest> {
  const digest = id === null ? null : await digests.get(id);
  if (digest === null) throw new Error(`Digest ${id} is gone`);
  return digest;
}

async function askedBy(
  { id, channel, dueAt, hasWaited, attempts }: Delivery,
  digest: Digest,
  documents: Documents,
  { workdaysIn, clock }: ComposePorts,
): Promise<ComposeAsked> {
  const place = placeIn(digest, channel);
  if (place === undefined) throw new Error(`Digest ${digest.id} goes to ${channel} no more`);
  const deliveries = await documents.deliveries.list();
  const earlier = deliveries
    .filter((each) => each.digest === digest.id && each.channel === channel && each.dueAt < dueAt)
    .toSorted((a, b) => a.dueAt.localeCompare(b.dueAt));
  const lastSent = earlier.findLastIndex(({ state }) => state === "sent");
  const due = new Date(dueAt);
  const workdays = workdaysIn(channel);
  const end = new Date(due.getTime() + spanOf(1, digest.period));
  const [next] = occurrencesBetween(digest, due, end, workdays);
  const [own] = occurrencesBetween(digest, new Date(due.getTime() - 1), due, workdays);
  return {
    ...digest,
    ...place,
    key: id,
    isPosted: true,
    hasWaited,
    // Of what is not composed yet they are tries to compose it.
    hasFailed: attempts > 0,
    dueAt: due,
    // Edited meanwhile it may be due at another time: then its own is all there is.
    meantAt: own === undefined ? due : meantAt(own, digest),
    movedFrom: own?.movedFrom ?? null,
    next: next ?? null,
    skipped: earlier.slice(lastSent + 1).map(({ occurrence }) => occurrence),
    told: lastTold(deliveries, channel, clock.now()),
  };
}
