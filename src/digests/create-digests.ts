import type { Clock } from "../clock.ts";
import type { DigestBook } from "../documents/digest-book.ts";
import type { Delivery, Digest } from "../documents/shape.ts";
import type { Documents } from "../documents/store.ts";
import { lastTold } from "./corrections.ts";
import { composeDigest, type ComposeAsked, type ComposePorts } from "./compose.ts";
import type { ComposedDigest, DigestDraft, Digests, Posted } from "./digest.ts";
import { occurrencesBetween, type Workdays } from "./occurrences.ts";
import type { Outgoing } from "./outgoing.ts";

/** A digest asked for by hand, as the ledger takes it. */
export interface AskedDigest {
  readonly id: string;
  readonly digest: string;
  readonly channel: string;
  readonly owner: string;
  readonly locale: Digest["locale"];
  readonly occurrence: string;
  readonly payload: ComposedDigest;
}

export interface DigestsPorts extends ComposePorts {
  readonly documents: Documents;
  readonly book: DigestBook;
  /** The ledger's way in: posts once for each id, and tells what became of it. */
  readonly ask: (asked: AskedDigest) => Promise<Delivery>;
}

const dayMs = 86_400_000;

export function createDigests(ports: DigestsPorts): Digests {
  const { documents, book, clock, ask, workdaysIn } = ports;

  const byHand = async (
    key: string,
    { channel, locale, zone, kpis, where }: DigestDraft,
  ): Promise<ComposeAsked> => ({
    key,
    channel,
    locale,
    zone,
    kpis,
    where,
    dueAt: null,
    movedFrom: null,
    next: null,
    skipped: [],
    told: lastTold(await documents.deliveries.list(), channel, clock.now()),
  });

  return {
    list: book.list,
    find: book.find,
    create: book.save,
    setPaused: book.setPaused,
    nextDates: (digest, count) =>
      nextDates(documents, clock, digest, count, workdaysIn(digest.channel)),
    preview: async (digest) => composeDigest(await byHand("preview", digest), ports),
    postNow: async (digest, by) => {
      const id = `now:${digest.channel}:${digest.submission}`;
      const delivery = await ask({
        id,
        digest: "now",
        channel: digest.channel,
        owner: by.who,
        locale: digest.locale,
        occurrence: digest.submission,
        payload: await composeDigest(await byHand(id, digest), ports),
      });
      return toPosted(delivery);
    },
    deliveries: async (channel, count) => {
      const all = await documents.deliveries.list();
      return all
        .filter(({ kind }) => kind !== "reminder")
        .filter((each) => channel === null || each.channel === channel)
        .toSorted((a, b) => b.dueAt.localeCompare(a.dueAt))
        .slice(0, count);
    },
  };
}

/** What a scheduled delivery will say: the digest as it is now, with what was skipped before it. */
export async function composeDelivery(
  { id, digest: digestId, dueAt }: Delivery,
  documents: Documents,
  ports: ComposePorts,
): Promise<Outgoing> {
  const digest = digestId === null ? null : await documents.digests.get(digestId);
  if (digest === null) throw new Error(`Digest ${digestId} is gone`);
  const deliveries = await documents.deliveries.list();
  const earlier = deliveries
    .filter((each) => each.digest === digestId && each.dueAt < dueAt)
    .toSorted((a, b) => a.dueAt.localeCompare(b.dueAt));
  const lastSent = earlier.findLastIndex(({ state }) => state === "sent");
  const due = new Date(dueAt);
  const workdays = ports.workdaysIn(digest.channel);
  const [next] = occurrencesBetween(digest, due, weeksAfter(due, 2), workdays);
  const [own] = occurrencesBetween(digest, new Date(due.getTime() - 1), due, workdays);
  const composed = await composeDigest(
    {
      ...digest,
      key: id,
      dueAt: due,
      movedFrom: own?.movedFrom ?? null,
      next: next?.dueAt ?? null,
      skipped: earlier.slice(lastSent + 1).map(({ occurrence }) => occurrence),
      told: lastTold(deliveries, digest.channel, ports.clock.now()),
    },
    ports,
  );
  return { kind: "digest", digest: composed };
}

function toPosted({ state, ts, reason }: Delivery): Posted {
  if (state === "sent" && ts !== null) return { kind: "sent", ts };
  if (state === "dead" || state === "skipped")
    return { kind: "failed", reason: reason ?? "unknown" };
  return { kind: "pending" };
}

const weeksAfter = (from: Date, weeks: number): Date =>
  new Date(from.getTime() + weeks * 7 * dayMs);

/** Weeks that have their delivery already are over, whatever the new time says. */
async function nextDates(
  documents: Documents,
  clock: Clock,
  digest: Digest,
  count: number,
  workdays: Workdays,
): Promise<readonly Date[]> {
  const now = clock.now();
  const known = new Set(
    (await documents.deliveries.list())
      .filter(({ digest: id, channel }) => id === digest.id && channel === digest.channel)
      .map(({ occurrence }) => occurrence),
  );
  return occurrencesBetween(digest, now, weeksAfter(now, count + 2), workdays)
    .filter(({ occurrence }) => !known.has(occurrence))
    .slice(0, count)
    .map(({ dueAt }) => dueAt);
}
