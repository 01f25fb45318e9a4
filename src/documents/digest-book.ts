import { isDeepStrictEqual } from "node:util";
import type { Clock } from "../clock.ts";
import { nextId } from "./next-id.ts";
import type { Digest } from "./shape.ts";
import type { ChangedBy, Documents } from "./store.ts";

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

export const createDigestBook = (documents: Documents, clock: Clock): DigestBook => ({
  list: () => documents.digests.list(),
  find: (id) => documents.digests.get(id),
  create: (fresh, by) =>
    documents.change(by, async ({ digests }) => {
      const all = await digests.list();
      const twin = all.find((each) => each.submission === fresh.submission);
      if (twin !== undefined) return twin;
      const now = clock.now().toISOString();
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
    }),
  edit: (id, fresh, revision, by) =>
    documents.change(by, async ({ digests }) => {
      const before = await digests.get(id);
      if (before === null || before.submission === fresh.submission) return before;
      if (before.revision !== revision) return null;
      const digest: Digest = {
        ...before,
        ...fresh,
        // What was due before the edit keeps its fate; a new time counts from the next one on.
        activeFrom: comesAlike(before, fresh) ? before.activeFrom : clock.now().toISOString(),
        revision: before.revision + 1,
      };
      await digests.put(digest);
      return digest;
    }),
  setPaused: (id, paused, by) =>
    documents.change(by, async ({ digests }) => {
      const before = await digests.get(id);
      if (before === null || before.paused === paused) return before;
      const digest: Digest = {
        ...before,
        paused,
        // What fell due while it was paused is not made up for.
        activeFrom: paused ? before.activeFrom : clock.now().toISOString(),
        revision: before.revision + 1,
      };
      await digests.put(digest);
      return digest;
    }),
});

/** Whether it comes to the same channels at the same times: then an edit in between loses none. */
const comesAlike = (before: NewDigest, after: NewDigest): boolean =>
  (["channel", "zone", "period", "weekday", "time", "also"] as const).every((field) =>
    isDeepStrictEqual(before[field], after[field]),
  );
