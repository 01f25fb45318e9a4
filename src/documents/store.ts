import type { AuditEdit, AuditLine } from "./audit-log.ts";
import type { Scrub } from "./scrub.ts";
import type { CollectionName, DocumentOf } from "./shape.ts";

/** Documents of one kind, by id. What is read is frozen: only a change can change it. */
export interface Collection<T> {
  readonly get: (id: string) => Promise<T | null>;
  /** In the order they were first put. */
  readonly list: () => Promise<readonly T[]>;
}

/** The same within a change: puts and removals become true together, or not at all. */
export interface DraftCollection<T> extends Collection<T> {
  readonly put: (document: T) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
}

export type Collections = {
  readonly [N in CollectionName]: Collection<DocumentOf<N>>;
};

export type Draft = {
  readonly [N in CollectionName]: DraftCollection<DocumentOf<N>>;
};

/** Who changes something, and through what: both stand in the audit line. */
export interface ChangedBy {
  /** A person's id, or the name of the part that acts by itself: `scheduler`. */
  readonly who: string;
  /** `slack`, `terminal`, `scheduler`. */
  readonly via: string;
}

export interface Rewritten {
  readonly documents: Readonly<Record<CollectionName, number>>;
  readonly auditLines: number;
}

/** Goals, digests, deliveries and preferences: few, precious, and changed by people. */
export interface Documents extends Collections {
  /**
   * The one way to change anything. `edit` may read and write the draft and nothing else; when it
   * throws, or a document does not fit its schema, nothing has changed in memory or on disk. When
   * the promise resolves the change is durable and audited. Changes run one after another.
   */
  readonly change: <R>(by: ChangedBy, edit: (draft: Draft) => Promise<R>) => Promise<R>;
  /** What was changed, the latest first: of the documents that are `wanted`. */
  readonly history: (
    wanted: (edit: AuditEdit) => boolean,
    count: number,
  ) => Promise<readonly AuditLine[]>;
  /** An audit line of its own for what was done to something else: records, say. */
  readonly record: (by: ChangedBy, edits: readonly AuditEdit[]) => Promise<void>;
  /**
   * Every document and every audit line through `scrub`, the last good copy too. No line says what
   * changed: `record` one that does. Gives how many documents and lines are no longer the same.
   */
  readonly rewrite: (scrub: Scrub) => Promise<Rewritten>;
  /** What time it is for all processes that share these documents: leases count by it, nothing else. */
  readonly now: () => Promise<Date>;
  /**
   * How often another server was found in the place of the one before: a standby may lack its last
   * changes.
   */
  readonly failovers: () => number;
  readonly close: () => Promise<void>;
}
