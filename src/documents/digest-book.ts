import type { Clock } from "../clock.ts";
import { nextId } from "./next-id.ts";
import type { Digest } from "./shape.ts";
import type { ChangedBy, Documents } from "./store.ts";

export type NewDigest = Omit<
  Digest,
  "id" | "paused" | "activeFrom" | "createdBy" | "createdAt" | "revision"
>;

/** Digests, kept. */
export interface DigestBook {
  readonly list: () => Promise<readonly Digest[]>;
  readonly find: (id: string) => Promise<Digest | null>;
  /**
   * One digest a channel: where there is one already, this edits it. The same form sent twice has
   * one effect.
   */
  readonly save: (digest: NewDigest, by: ChangedBy) => Promise<Digest>;
  /** Null when there is no such digest. */
  readonly setPaused: (id: string, paused: boolean, by: ChangedBy) => Promise<Digest | null>;
}

export const createDigestBook = (documents: Documents, clock: Clock): DigestBook => ({
  list: () => documents.digests.list(),
  find: (id) => documents.digests.get(id),
  save: (fresh, by) =>
    documents.change(by, async ({ digests }) => {
      const all = await digests.list();
      const twin = all.find((each) => each.submission === fresh.submission);
      if (twin !== undefined) return twin;
      const now = clock.now().toISOString();
      const before = all.find((each) => each.channel === fresh.channel);
      const digest: Digest = {
        ...fresh,
        id: before?.id ?? nextId("d", all),
        paused: false,
        // What was due before the edit keeps its fate; the new time counts from the next one on.
        activeFrom: now,
        createdBy: before?.createdBy ?? by.who,
        createdAt: before?.createdAt ?? now,
        revision: (before?.revision ?? 0) + 1,
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
