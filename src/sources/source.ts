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
  /** Takes the source's own settings. Throws `pull_refused` where it cannot be read. */
  readonly read: (settings: unknown, context: SourceContext) => AsyncIterable<Batch>;
}

export function defineSource<const T extends string, S extends z.ZodObject>(source: {
  readonly type: T;
  readonly settings: S;
  readonly read: (settings: z.output<S>, context: SourceContext) => AsyncIterable<Batch>;
}): Source & { readonly type: T; readonly settings: S } {
  return {
    ...source,
    read: (settings, context) => source.read(source.settings.parse(settings), context),
  };
}
