import type { KindId } from "../kinds/index.ts";
import type { LocalDay } from "../periods/period.ts";
import type { Batch, SourceContext } from "../sources/source.ts";
import type { Forgotten } from "./forget.ts";
import type { Condition, RecordsMapping } from "./mapping.ts";

/** A value bound to `$1`, `$2`, …: never part of the SQL text. */
export type Bound = string | number | boolean | null;

/** One row of an answer. Counts and sums come as numbers, instants as Dates (UTC), days as `2026-11-16`. */
export type ResultRow = Readonly<Record<string, string | number | boolean | Date | null>>;

/**
 * Where records live: one table a kind, named as the kind, with `source`, `id`, the segment columns
 * (text), the kind's columns and its derived columns. Instants are UTC `timestamp`.
 */
export interface RecordStore {
  /** Reads. Values are bound by position. Throws `query_stopped` past the time limit. */
  readonly query: (sql: string, values?: readonly Bound[]) => Promise<readonly ResultRow[]>;
  /** Which kinds hold at least one record. */
  readonly kindsHeld: () => Promise<ReadonlySet<KindId>>;
  /** What is known of each source that was ever pulled. */
  readonly sourceStates: () => Promise<readonly SourceState[]>;
  /** The sources that are being pulled at this moment. */
  readonly pulling: () => readonly string[];
  readonly close: () => Promise<void>;
}

/** The state of a source after its last pulls. */
export interface SourceState {
  readonly source: string;
  /** The end of the last pull that succeeded, and of the last that failed. */
  readonly succeededAt: Date | null;
  readonly failedAt: Date | null;
  readonly error: string | null;
  readonly hint: string | null;
  /** Up to when the source's data is known to be complete: never the future, never after the pull. */
  readonly asOf: Date | null;
  /** The newest event among its records. */
  readonly newestAt: Date | null;
  readonly kinds: readonly KindId[];
  readonly rows: number;
  readonly changed: number;
  readonly badRows: number;
  /** What is strange about the last pull that succeeded: it is kept, and whoever reads it is told. */
  readonly odd: OddPull | null;
}

/**
 * A pull with nothing in it, or one of the last whole days: with far fewer or more records than usual,
 * or with its records at other hours.
 */
export type OddPull =
  | { readonly code: "empty" }
  | {
      readonly code: "few" | "many";
      readonly kind: KindId;
      readonly day: LocalDay;
      readonly count: number;
      /** The median of the same weekday in the weeks before. */
      readonly usual: number;
    }
  | {
      readonly code: "shifted";
      readonly kind: KindId;
      readonly day: LocalDay;
      /** Later than usual, or earlier below zero. */
      readonly hours: number;
    };

/**
 * When people work, as the pull needs it for `working_seconds`. Teams that are not named share the
 * calendar of `null`.
 */
export interface WorkingTime {
  /** Changes when the calendar does: what was computed by the old one is computed again. */
  readonly key: string;
  readonly teams: readonly string[];
  /** Working time in `[from, to)`, in order, never overlapping. */
  readonly intervals: (
    team: string | null,
    from: Date,
    to: Date,
  ) => readonly { readonly from: Date; readonly to: Date }[];
}

/** By what the columns are computed that no source brings. */
export interface Counting {
  /** The workspace's zone, in which local days are counted. */
  readonly zone: string;
  /** Null: every second is working time. */
  readonly workingTime: WorkingTime | null;
}

/** The records as those see them who also bring them in. */
export interface Records extends RecordStore {
  /**
   * Reads a source once and takes in what it brings: all of it, or nothing. Throws `pull_refused`
   * or what reading the source throws; the old records stay and the failure is remembered.
   */
  readonly pullSource: (source: PullRequest, watch?: Partial<PullWatch>) => Promise<PullOutcome>;
  /** The rows the last pull of a source set aside, in their order. */
  readonly badRows: (source: string, limit: number) => Promise<readonly BadRow[]>;
  /** Drops the records of every source that is not named: one taken out of the configuration. */
  readonly forgetSources: (keep: readonly string[]) => Promise<void>;
  /** Drops what was over before the start of a day. Gives how many records of which kinds went. */
  readonly dropBefore: (from: Date) => Promise<ReadonlyMap<KindId, number>>;
  /** Counts days and working time otherwise from now on, and anew what is held: all of it, or nothing. */
  readonly recount: (counting: Counting) => Promise<void>;
  /** Gives forgotten agents their pseudonyms. Gives how many records of which kinds changed. */
  readonly forgetAgents: (forgotten: Forgotten) => Promise<ReadonlyMap<KindId, number>>;
}

export interface PullRequest {
  readonly name: string;
  /** The zone of times that name none. */
  readonly zone: string;
  readonly records: RecordsMapping;
  readonly exclude: readonly Condition[];
  /** What was over before is not taken in; null or left out: everything is. */
  readonly keptFrom?: Date | null;
  /** Asked when its rows are here: bringing them over may take long, and people are forgotten meanwhile. */
  readonly forgotten?: () => Promise<Forgotten>;
  /** Brought over before anything is held for it, so that a slow server holds up no other source. */
  readonly isFar: boolean;
  /** The same as long as a pull asks for the same, whatever its keys are. */
  readonly asks: string;
  readonly read: (asked: Asked) => AsyncIterable<Batch>;
}

export type Asked = Pick<SourceContext, "signal" | "columns" | "since" | "incoming" | "tell">;

export interface PullWatch {
  readonly signal: AbortSignal;
  readonly progress: (progress: PullProgress) => void;
}

export interface PullProgress {
  /** Rows read; those of a file the engine has in hand count when it is done with it. */
  readonly rows: number;
  /** How much of the file in hand is read, up to 1; null where nobody knows. */
  readonly share: number | null;
  /** Everything is read, and goes to the records now. */
  readonly isStoring: boolean;
}

export interface PullOutcome {
  /** Rows read. */
  readonly rows: number;
  /** Records that are new, different or gone. */
  readonly changed: number;
  /** Records set aside, contradictions among them. */
  readonly badRows: number;
  /** Records left out by `exclude:`. */
  readonly excluded: number;
  readonly kinds: readonly KindId[];
}

/** A row that was set aside: where it stands, which field, why, and what it said. */
export interface BadRow {
  readonly kind: KindId;
  readonly file: string;
  /** The first data record of a file is 1. */
  readonly record: number;
  /** The kind's column; empty where the whole row is broken. */
  readonly field: string;
  /** A word such as `missing`, `no_such_date`, `not_a_number`, or a contradiction's name. */
  readonly reason: string;
  readonly value: string | null;
}
