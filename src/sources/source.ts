import type { z } from "zod";

/** What a source needs to know of the place it reads in. */
export interface SourceContext {
  /** The folder of the configuration file: paths count from here. */
  readonly folder: string;
  /** Files are read below these folders only. */
  readonly roots: readonly string[];
  /** Below a root, but not to be read: the data folder. */
  readonly closed: readonly string[];
  readonly signal: AbortSignal;
  /** The columns the mapping names. */
  readonly columns: readonly string[];
  /** Up to when everything that is asked for is held already; null: nothing is, or not so as it is asked now. */
  readonly since: Date | null;
  /** A folder of this pull alone, gone when it ends, for what lies elsewhere; the engine may read it. */
  readonly incoming: string;
  /** Rows brought over so far. */
  readonly tell: (rows: number) => void;
}

/** Rows as text, each as long as `columns`; null where there is nothing. */
export interface RowBatch {
  readonly kind: "rows";
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
}

/** A file of records that was found, opened once and seen to be readable. */
export interface FileBatch {
  readonly kind: "file";
  /** As people know it, for messages: counted from the configuration's folder. */
  readonly name: string;
  /** Its real path, below a root. */
  readonly path: string;
  readonly bytes: number;
  readonly modifiedAt: Date;
  /** It holds what has changed from then on; null: everything there is. */
  readonly askedFrom: Date | null;
  /** The cells of its header, in order. */
  readonly columns: readonly string[];
  /** How the engine can read it by itself; null where only `readRecords` can. */
  readonly plain: { readonly delimiter: string; readonly quote: string } | null;
  /** Reads with more patience than the engine: other encodings, ragged rows, broken quotes. */
  readonly readRecords: () => AsyncIterable<readonly FileRecord[]>;
  /** Whether the file on disk is still the one that was found. */
  readonly isUnchanged: () => Promise<boolean>;
}

/** One data record of a file; `trouble` says why its cells cannot be trusted. */
export interface FileRecord {
  readonly cells: readonly string[];
  readonly trouble: RecordTrouble | null;
}

export type RecordTrouble = "ragged" | "broken_quotes" | "too_long";

export type Batch = RowBatch | FileBatch;

/** What a kind of source is: its settings in `goalpost.yml`, and how its rows are read. */
export interface Source {
  readonly type: string;
  readonly settings: z.ZodObject;
  /** A source of this type as it may stand in `goalpost.yml`. */
  readonly example: Readonly<Record<string, unknown>>;
  /** Whether it is brought over from elsewhere first, while nothing waits for it. */
  readonly isFar: boolean;
  /** What its settings ask for, without their secrets: where that changes, everything is asked anew. */
  readonly asks: (settings: unknown) => string;
  /** What settings that are right each by itself are wrong about together. */
  readonly faults: (settings: unknown) => readonly SettingFault[];
  /**
   * Takes the source's own settings. Throws `pull_refused` where it cannot be read, and of what lies
   * elsewhere `source_unreachable` where it could not be asked, `source_refused` where it said no.
   */
  readonly read: (settings: unknown, context: SourceContext) => AsyncIterable<Batch>;
}

export interface SettingFault {
  readonly key: string;
  readonly expected: string;
  readonly hint: string;
}

export function defineSource<const T extends string, S extends z.ZodObject>(source: {
  readonly type: T;
  readonly settings: S;
  readonly example?: Readonly<Record<string, unknown>>;
  readonly isFar?: boolean;
  readonly asks?: (settings: z.output<S>) => string;
  readonly faults?: (settings: z.output<S>) => readonly SettingFault[];
  readonly read: (settings: z.output<S>, context: SourceContext) => AsyncIterable<Batch>;
}): Source & { readonly type: T; readonly settings: S } {
  const { example = {}, isFar = false, asks = () => "", faults = () => [] } = source;
  return {
    ...source,
    example,
    isFar,
    asks: (settings) => asks(source.settings.parse(settings)),
    faults: (settings) => {
      const parsed = source.settings.safeParse(settings);
      return parsed.success ? faults(parsed.data) : [];
    },
    read: (settings, context) => source.read(source.settings.parse(settings), context),
  };
}
