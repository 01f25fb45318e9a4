import type { Goal } from "../goals/goal.ts";
import type { DigestDraft } from "../src/digests/digest.ts";
import { placesOf } from "../src/digests/places.ts";
import type { Digest } from "../src/documents/shape.ts";
import { maySee, type Owned } from "../src/people/may-see.ts";
import type { Asker } from "./command.ts";
import type { Desk } from "./desk.ts";

/**
 * The desk as one person may look at it: a goal, a digest or a delivery of a channel that is closed
 * to them is not there, whatever words name it.
 */
export function deskFor(asker: Pick<Asker, "id" | "role">, desk: Desk): Desk {
  const { goals, digests, mayRead } = desk;
  const mayLook = async (...owned: readonly Owned[]): Promise<boolean> => {
    for (const each of owned) if (await maySee(asker, each, mayRead)) return true;
    return false;
  };
  const seen = async <T>(
    all: Promise<readonly T[]>,
    of: (each: T) => readonly Owned[],
  ): Promise<readonly T[]> => {
    const items = await all;
    const isSeen = await Promise.all(items.map((each) => mayLook(...of(each))));
    return items.filter((_, at) => isSeen[at]);
  };
  const one = async <T>(
    found: Promise<T | null>,
    of: (each: T) => readonly Owned[],
  ): Promise<T | null> => {
    const item = await found;
    return item !== null && (await mayLook(...of(item))) ? item : null;
  };
  const openDeliveries = (channel: string | null) =>
    seen(digests.deliveries(channel, Number.MAX_SAFE_INTEGER), (each) => [
      { channel: each.channel, people: [each.owner] },
    ]);
  // Of a channel that is closed to them they see the desk's figures and none of its goals.
  const asSeen = async (draft: DigestDraft): Promise<DigestDraft> =>
    (await mayLook({ channel: draft.channel, people: [] })) ? draft : { ...draft, channel: "" };
  return {
    ...desk,
    goals: {
      ...goals,
      list: () => seen(goals.list(), ofGoal),
      listArchived: () => seen(goals.listArchived(), ofGoal),
      find: (id) => one(goals.find(id), ofGoal),
    },
    digests: {
      ...digests,
      list: () => seen(digests.list(), ofDigest),
      find: (id) => one(digests.find(id), ofDigest),
      deliveries: async (channel, count) => (await openDeliveries(channel)).slice(0, count),
      // Of what failed whoever looks after Goalpost hears that it did, and not what it was about.
      toPeople: async () =>
        (await digests.toPeople()).flatMap((each) => {
          if (each.channel === asker.id) return [each];
          const isTheirs = asker.role === "admin" && each.state === "dead";
          return isTheirs ? [{ ...each, about: null }] : [];
        }),
      preview: async (draft) => digests.preview(await asSeen(draft)),
      postTest: async (draft, by) => digests.postTest(await asSeen(draft), by),
      postDetails: async (key, by) => {
        const isOpen = (await openDeliveries(null)).some(({ id }) => id === key);
        return isOpen ? digests.postDetails(key, by) : null;
      },
    },
  };
}

const ofGoal = (goal: Goal): readonly Owned[] => {
  const { channel, owner, checkpointOwners, createdBy, draft } = goal;
  return [{ channel, people: [owner, ...checkpointOwners, createdBy], isDraft: draft }];
};

/** Whoever reads in one of its channels knows it. */
const ofDigest = (digest: Digest): readonly Owned[] =>
  placesOf(digest).map(({ channel }) => ({ channel, people: [digest.createdBy] }));
