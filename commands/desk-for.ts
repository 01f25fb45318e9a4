import type { Goal } from "../goals/goal.ts";
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
  const mayLook = async (owned: Owned): Promise<boolean> => maySee(asker, owned, mayRead);
  const seen = async <T>(
    all: Promise<readonly T[]>,
    of: (each: T) => Owned,
  ): Promise<readonly T[]> => {
    const items = await all;
    const isSeen = await Promise.all(items.map((each) => mayLook(of(each))));
    return items.filter((_, at) => isSeen[at]);
  };
  const one = async <T>(found: Promise<T | null>, of: (each: T) => Owned): Promise<T | null> => {
    const item = await found;
    return item !== null && (await mayLook(of(item))) ? item : null;
  };
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
      deliveries: async (channel, count) => {
        const all = digests.deliveries(channel, Number.MAX_SAFE_INTEGER);
        const open = await seen(all, (each) => ({
          channel: each.channel,
          people: [each.owner],
        }));
        return open.slice(0, count);
      },
      // Of a channel that is closed to them they see the desk's figures and none of its goals.
      preview: async (draft) =>
        digests.preview(
          (await mayLook({ channel: draft.channel, people: [] }))
            ? draft
            : { ...draft, channel: "" },
        ),
    },
  };
}

const ofGoal = ({ channel, owner, createdBy, checkpointOwners }: Goal): Owned => ({
  channel,
  people: [owner, createdBy, ...checkpointOwners],
});

const ofDigest = ({ channel, createdBy }: Digest): Owned => ({ channel, people: [createdBy] });
