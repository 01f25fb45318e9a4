import { isDeepStrictEqual } from "node:util";
import { nextId } from "./next-id.ts";
import type { Digest } from "./shape.ts";
import type { ChangedBy, Documents, Draft } from "./store.ts";

export type NewDigest = Omit<
  Digest,
  "id" | "paused" | "activeFrom" | "createdBy" | "createdAt" | "revision"
>;

/** Digests, kept; a channel may have several. */
export interface DigestBook {
  readonly list: () => Promise<readonly Digest[]>;
  readonly find: (id: string) => Promise<Digest | null>;
  /** The same form sent twice makes one digest, and gives it twice. */
  readonly create: (digest: NewDigest, by: ChangedBy) => Promise<Digest>;
  /**
   * Null where the digest is not what the person saw: changed by somebody else meanwhile, or gone.
   * The same form sent twice has one effect; one that is paused stays so.
   */
  readonly edit: (
    id: string,
    digest: NewDigest,
    revision: number,
    by: ChangedBy,
  ) => Promise<Digest | null>;
  /** Null when there is no such digest. */
  readonly setPaused: (id: string, paused: boolean, by: ChangedBy) => Promise<Digest | null>;
}

/** Keeps the dates that a digest had up to now, before its plan is changed. */
export type WriteDue = (digest: Digest, draft: Draft, now: Date) => Promise<void>;

/** Time is that of the store, by which the dates are planned. */
export const createDigestBook = (documents: Documents, writeDue: WriteDue): DigestBook => ({
  list: () => documents.digests.list(),
  find: (id) => documents.digests.get(id),
  create: async (fresh, by) => {
    const now = (await documents.now()).toISOString();
    return documents.change(by, async ({ digests }) => {
      const all = await digests.list();
      const twin = all.find((each) => each.submission === fresh.submission);
      if (twin !== undefined) return twin;
      const digest: Digest = {
        ...fresh,
        id: nextId("d", all),
        paused: false,
        activeFrom: now,
        createdBy: by.who,
        createdAt: now,
        revision: 1,
      };
      await digests.put(digest);
      return digest;
    });
  },
  edit: async (id, fresh, revision, by) => {
    const now = await documents.now();
    return documents.change(by, async (draft) => {
      const { digests } = draft;
      const before = await digests.get(id);
      if (before === null || before.submission === fresh.submission) return before;
      if (before.revision !== revision) return null;
      const isAlike = comesAlike(before, fresh);
      if (!isAlike) await writeDue(before, draft, now);
      const digest: Digest = {
        ...before,
        ...fresh,
        // What was due before the edit keeps its fate; a new time counts from the next one on.
        activeFrom: isAlike ? before.activeFrom : now.toISOString(),
        revision: before.revision + 1,
      };
      await digests.put(digest);
      return digest;
    });
  },
  setPaused: async (id, paused, by) => {
    const now = await documents.now();
    return documents.change(by, async (draft) => {
      const { digests } = draft;
      const before = await digests.get(id);
      if (before === null || before.paused === paused) return before;
      await writeDue(before, draft, now);
      const digest: Digest = {
        ...before,
        paused,
        // What fell due while it was paused is not made up for.
        activeFrom: paused ? before.activeFrom : now.toISOString(),
        revision: before.revision + 1,
      };
      await digests.put(digest);
      return digest;
    });
  },
});

/** Whether it comes to the same channels at the same times: then an edit in between loses none. */
const comesAlike = (before: NewDigest, after: NewDigest): boolean =>
  (["channel", "zone", "period", "weekday", "time", "also"] as const).every((field) =>
    isDeepStrictEqual(before[field], after[field]),
  );
