import type { DigestBook } from "../documents/digest-book.ts";
import type { Delivery, Digest } from "../documents/shape.ts";
import type { Documents } from "../documents/store.ts";
import { say } from "../i18n/say.ts";
import { isPersonId } from "../people/profile.ts";
import { composeDetails } from "./compose-details.ts";
import { composeDigest, type ComposeAsked, type ComposePorts } from "./compose.ts";
import { lastTold } from "./corrections.ts";
import type { ComposedDigest, DigestDraft, Digests, Posted } from "./digest.ts";
import { nextDates } from "./next-dates.ts";
import type { Outgoing } from "./outgoing.ts";

/** A message asked for by hand, as the ledger takes it. */
export interface AskedMessage {
  readonly id: string;
  readonly digest: string;
  readonly channel: string;
  readonly thread: string | null;
  readonly owner: string;
  readonly locale: Digest["locale"];
  readonly occurrence: string;
  readonly payload: Outgoing;
  /** The figures in it, where a later look sets them against later records. */
  readonly posted?: Delivery["posted"];
}

export interface DigestsPorts extends ComposePorts {
  readonly documents: Documents;
  readonly book: DigestBook;
  /** The ledger's way in: posts once for each id, and tells what became of it. */
  readonly ask: (asked: AskedMessage) => Promise<Delivery>;
}

/** What stands in the ledger in the place of a digest's id: for a channel, for one person, in a thread. */
const byHand = { now: "now", test: "test", details: "details" } as const;

export function createDigests(ports: DigestsPorts): Digests {
  const { documents, book, clock, ask } = ports;

  const askedFor = async (
    key: string,
    draft: DigestDraft,
    isPosted: boolean,
  ): Promise<ComposeAsked> => ({
    ...draft,
    key,
    isPosted,
    hasWaited: false,
    hasFailed: false,
    dueAt: null,
    meantAt: null,
    movedFrom: null,
    next: null,
    skipped: [],
    told: lastTold(await documents.deliveries.list(), draft.channel, clock.now()),
  });

  const postByHand = async (
    asked: Pick<AskedMessage, "id" | "digest" | "channel">,
    { submission, locale }: DigestDraft,
    digest: ComposedDigest,
    owner: string,
  ): Promise<Posted> =>
    toPosted(
      await ask({
        ...asked,
        thread: null,
        owner,
        locale,
        occurrence: submission,
        payload: { kind: "digest", digest },
      }),
    );

  return {
    list: book.list,
    find: book.find,
    create: book.create,
    edit: book.edit,
    setPaused: book.setPaused,
    nextDates: (digest, count) => nextDates(digest, count, ports),
    preview: async (draft) => composeDigest(await askedFor("preview", draft, false), ports),
    postNow: async (draft, by) => {
      const { channel, submission } = draft;
      const id = `now:${channel}:${submission}`;
      const digest = await composeDigest(await askedFor(id, draft, true), ports);
      return postByHand({ id, digest: byHand.now, channel }, draft, digest, by.who);
    },
    postTest: async (draft, by) => {
      const id = `test:${by.who}:${draft.submission}`;
      const digest = asTest(await composeDigest(await askedFor(id, draft, false), ports));
      return postByHand({ id, digest: byHand.test, channel: by.who }, draft, digest, by.who);
    },
    postDetails: async (key, by) => {
      const sent = await documents.deliveries.get(key);
      if (sent === null || sent.thread !== null) return null;
      if (sent.ts === null) return toPosted(sent);
      const id = `${key}:details`;
      const known = await documents.deliveries.get(id);
      if (known !== null) return toPosted(known);
      const { posted, locale, channel } = sent;
      const zone = await zoneOf(sent, ports);
      const details = await composeDetails({ posted, locale, zone }, ports);
      if (details === null) return null;
      return toPosted(
        await ask({
          id,
          digest: byHand.details,
          channel,
          thread: sent.ts,
          owner: by.who,
          locale,
          occurrence: sent.occurrence,
          payload: { kind: "details", details },
        }),
      );
    },
    deliveries: async (channel, count) => {
      const all = await documents.deliveries.list();
      return all
        .filter(isOfChannel)
        .filter((each) => channel === null || each.channel === channel)
        .toSorted(latestFirst)
        .slice(0, count);
    },
    toPeople: async () =>
      (await documents.deliveries.list())
        .filter(({ channel }) => isPersonId(channel))
        .toSorted(latestFirst)
        .map(({ kind, about, channel, dueAt, sentAt, state, reason }) => {
          return { kind, about, channel, dueAt, sentAt, state, reason };
        }),
  };
}

const latestFirst = (a: Delivery, b: Delivery): number => b.dueAt.localeCompare(a.dueAt);

/** What went to one person, or stands in a thread, is nothing that a channel waits for. */
const isOfChannel = ({ digest, channel, thread }: Delivery): boolean =>
  !isPersonId(channel) && digest !== byHand.test && thread === null;

/** Nobody should take it for what the channel has seen. */
const asTest = (digest: ComposedDigest): ComposedDigest => ({
  ...digest,
  title: say(digest.locale, (t) => t.digestMore.test.title, { title: digest.title }),
  remarks: [say(digest.locale, (t) => t.digestMore.test.note), ...digest.remarks],
});

const zoneOf = async (
  { digest: id }: Delivery,
  { documents, periods }: DigestsPorts,
): Promise<string> => {
  const digest = id === null ? null : await documents.digests.get(id);
  return digest?.zone ?? periods.zone;
};

function toPosted({ state, ts, reason }: Delivery): Posted {
  if (state === "sent" && ts !== null) return { kind: "sent", ts };
  if (state === "dead" || state === "skipped")
    return { kind: "failed", reason: reason ?? "unknown" };
  return { kind: "pending" };
}
