import type { GoalCard } from "../../goals/goal.ts";
import type { Delivery, Digest } from "../documents/shape.ts";
import type { ChangedBy } from "../documents/store.ts";
import type { Locale } from "../i18n/locale.ts";
import type { Unit } from "../kpis/kpi.ts";

/**
 * A digest ready to be drawn: figures and texts are frozen, so a retry posts the same. Plain JSON,
 * because it waits in the delivery ledger.
 */
export interface ComposedDigest {
  /** The delivery key; the footer's block carries it, so that a lost answer can be read back. */
  readonly key: string;
  readonly locale: Locale;
  /** `Weekly digest · 16–22 November 2026`. */
  readonly title: string;
  /** The one sentence that matters most. */
  readonly headline: string;
  readonly columns: ScorecardTexts;
  readonly rows: readonly ScorecardRow[];
  readonly goalsTitle: string;
  readonly goals: readonly GoalCard[];
  /** At most two. */
  readonly charts: readonly DigestChart[];
  /** Posted late, a source not current, a figure that failed. */
  readonly remarks: readonly string[];
  readonly asOf: string;
  /** When the next one comes; null for one asked for by hand. */
  readonly next: string | null;
  readonly choices: readonly DigestChoice[];
}

export interface ScorecardTexts {
  readonly caption: string;
  readonly kpi: string;
  readonly value: string;
  readonly target: string;
  readonly change: string;
  readonly status: string;
  readonly sample: string;
}

export type RowStatus = "met" | "missed" | "better" | "worse" | "steady" | "no_data";

export interface ScorecardRow {
  readonly kpi: string;
  readonly title: string;
  readonly unit: Unit;
  readonly value: number | null;
  readonly valueText: string;
  readonly target: number | null;
  readonly targetText: string;
  readonly change: number | null;
  readonly changeText: string;
  readonly status: RowStatus;
  readonly statusText: string;
  readonly sample: number;
  readonly sampleText: string;
}

export interface DigestChart {
  readonly title: string;
  readonly unit: Unit;
  /** What the line is called. */
  readonly name: string;
  readonly points: readonly { readonly label: string; readonly value: number | null }[];
  readonly target: { readonly name: string; readonly value: number } | null;
}

/** A button and the words it says: `kpi fcr last-week`. */
export interface DigestChoice {
  readonly label: string;
  readonly words: string;
}

/** What the form asks for. */
export type DigestDraft = Pick<
  Digest,
  "channel" | "locale" | "zone" | "weekday" | "time" | "kpis" | "submission"
>;

/** What became of a digest that was asked for by hand. */
export type Posted =
  | { readonly kind: "sent"; readonly ts: string }
  /** The outcome is being looked into: it will arrive once, or its owner hears why not. */
  | { readonly kind: "pending" }
  | { readonly kind: "failed"; readonly reason: string };

/** Setting up, previewing and posting digests. */
export interface Digests {
  readonly list: () => Promise<readonly Digest[]>;
  readonly find: (id: string) => Promise<Digest | null>;
  readonly create: (draft: DigestDraft, by: ChangedBy) => Promise<Digest>;
  /** Null when there is no such digest. */
  readonly setPaused: (id: string, paused: boolean, by: ChangedBy) => Promise<Digest | null>;
  /** The next instants it is due, soonest first. */
  readonly nextDates: (digest: Digest, count: number) => readonly Date[];
  /** What would be posted now, and nothing posted. */
  readonly preview: (digest: DigestDraft) => Promise<ComposedDigest>;
  /** Posts one now, through the ledger: the same `submission` never posts twice. */
  readonly postNow: (digest: DigestDraft, by: ChangedBy) => Promise<Posted>;
  /** The latest deliveries, newest first. */
  readonly deliveries: (channel: string | null, count: number) => Promise<readonly Delivery[]>;
}
