import { setImmediate } from "node:timers/promises";
import type { DuckDBAppender, DuckDBConnection } from "@duckdb/node-api";
import { AppError } from "../errors.ts";
import type { Batch, FileBatch, FileRecord, RowBatch } from "../sources/source.ts";
import { appendTo } from "./append-to.ts";
import { literal } from "./quoting.ts";
import type { PullWatch } from "./store.ts";
import { watchEngine } from "./watch-engine.ts";

/** Where the rows of one batch stand in the stage: from `first` on, until the next one's. */
export interface Landed {
  readonly name: string;
  readonly first: number;
}

export interface Landing {
  /** The stage is a view of one plain file, so that its text is not stored for nothing. */
  readonly isView: () => boolean;
  /** Makes the stage a table where it is a view: rows are then found by their place. */
  readonly fillStage: () => Promise<void>;
  readonly batches: readonly Landed[];
  /** Null while the stage is a view: nobody has counted yet. */
  readonly rowsLanded: () => number | null;
  /** The newest file's own time; null for rows that came without one. */
  readonly modifiedAt: Date | null;
  /** From when on changes came; null where all there is came. */
  readonly askedFrom: Date | null;
  /** Throws `pull_refused` where a file is not the one that was read. */
  readonly checkUnchanged: () => Promise<void>;
}

/** Rows taken by the appender before others get their turn. */
const sliceRows = 1000;
const stage = ["stage", "main", "temp"] as const;

interface PlacedFile {
  readonly file: FileBatch;
  readonly places: readonly number[];
}

/**
 * Brings a source's rows into the stage as text: `s0`, `s1`, … for the columns the mapping names.
 * With `mayView` a single plain file is only looked at through it.
 */
export async function land(
  connection: DuckDBConnection,
  batches: AsyncIterable<Batch>,
  columns: readonly string[],
  { signal, progress, mayView }: PullWatch & { readonly mayView: boolean },
): Promise<Landing> {
  const names = columns.map((_, at) => `s${at} varchar`);
  const table = `create or replace temp table stage (${[...names, "trouble varchar"].join(", ")})`;
  const landed: Landed[] = [];
  const files: FileBatch[] = [];
  let rows = 0;
  let waiting: PlacedFile | null = null;

  const take = async (work: () => Promise<void>): Promise<void> => {
    await work();
    rows = await countStage(connection);
    progress({ rows, share: null, isStoring: false });
  };
  const fillFrom = async (placed: PlacedFile): Promise<void> => {
    const before = rows;
    await take(() =>
      landFile(connection, placed, {
        share: (share) => progress({ rows: before, share, isStoring: false }),
        rows: (more) => {
          signal.throwIfAborted();
          progress({ rows: before + more, share: null, isStoring: false });
        },
      }),
    );
  };

  await connection.run(table);
  for await (const batch of batches) {
    signal.throwIfAborted();
    const name = batch.kind === "file" ? batch.name : "";
    const places = placesOf(columns, batch.columns, name);
    if (waiting !== null) await fillFrom(waiting);
    waiting = null;
    landed.push({ name, first: rows });
    if (batch.kind === "rows") {
      await take(() => appendRows(connection, batch, places));
      continue;
    }
    files.push(batch);
    if (mayView && files.length === 1 && landed.length === 1 && batch.plain !== null) {
      waiting = { file: batch, places };
    } else await fillFrom({ file: batch, places });
  }

  let viewed = waiting;
  if (viewed !== null) {
    await connection.run("drop table temp.stage");
    await connection.run(`create or replace temp view stage as ${plainSql(viewed)}`);
  }
  return {
    isView: () => viewed !== null,
    fillStage: async () => {
      if (viewed === null) return;
      const file = viewed;
      viewed = null;
      await connection.run("drop view temp.stage");
      await connection.run(table);
      await fillFrom(file);
    },
    batches: landed,
    rowsLanded: () => (viewed === null ? rows : null),
    modifiedAt: files.map((file) => file.modifiedAt).reduce(later, null),
    askedFrom: files[0]?.askedFrom ?? null,
    checkUnchanged: async () => {
      for (const file of files) await checkUnchanged(file);
    },
  };
}

const later = (a: Date | null, b: Date): Date => (a === null || a < b ? b : a);

async function checkUnchanged(file: FileBatch): Promise<void> {
  if (await file.isUnchanged()) return;
  throw new AppError("pull_refused", `${file.name} changed while it was read`, {
    hint: "Write the export under another name and move it here when it is complete.",
  });
}

/** Where each column stands; throws `pull_refused` where one is not there, or there twice. */
function placesOf(
  wanted: readonly string[],
  header: readonly string[],
  name: string,
): readonly number[] {
  const where = name === "" ? "" : `${name}: `;
  return wanted.map((column) => {
    const place = header.indexOf(column);
    if (place < 0) {
      const there = header.filter((each) => each !== "").map((each) => each.slice(0, 60));
      throw new AppError("pull_refused", `${where}there is no column ${JSON.stringify(column)}`, {
        hint: `It has ${there.slice(0, 40).join(", ") || "no named column"}.`,
      });
    }
    if (header.includes(column, place + 1)) {
      throw new AppError(
        "pull_refused",
        `${where}two columns are called ${JSON.stringify(column)}`,
        {
          hint: "Give one of them another name in the export.",
        },
      );
    }
    return place;
  });
}

/** How far one file is: the engine tells a share, the patient reader counts rows. */
interface FileProgress {
  readonly share: (share: number) => void;
  readonly rows: (rows: number) => void;
}

/** The engine reads a plain file by itself; where it objects, the patient reader says to which record. */
async function landFile(
  connection: DuckDBConnection,
  placed: PlacedFile,
  progress: FileProgress,
): Promise<void> {
  const { file, places } = placed;
  const isLanded = await watchEngine(connection, progress.share, () =>
    landPlain(connection, placed),
  );
  if (isLanded) return;
  await appendTo(connection, stage, async (appender) => {
    let rows = 0;
    for await (const records of file.readRecords()) {
      await appendRecords(appender, records, places);
      rows += records.length;
      progress.rows(rows);
    }
  });
}

async function landPlain(connection: DuckDBConnection, placed: PlacedFile): Promise<boolean> {
  if (placed.file.plain === null) return false;
  try {
    await connection.run(`insert into stage ${plainSql(placed)}`);
    return true;
  } catch {
    // Which of a hundred objections it was does not matter: the patient reader finds it or reads on.
    return false;
  }
}

/** The file's text as the stage has it; nothing in its header becomes a name. */
function plainSql({ file: { path, plain, columns }, places }: PlacedFile): string {
  const { delimiter, quote } = plain ?? { delimiter: ",", quote: '"' };
  const names = columns.map((_, at) => `c${at}: 'VARCHAR'`).join(", ");
  const taken = places.map((place, at) => `c${place} as s${at}`);
  return `select ${[...taken, "cast(null as varchar) as trouble"].join(", ")}
    from read_csv(${literal(path)}, auto_detect = false, header = true, strict_mode = true,
      delim = ${literal(delimiter)}, quote = ${literal(quote)}, escape = ${literal(quote)},
      compression = 'none', max_line_size = 1000000, columns = {${names}})`;
}

async function appendRecords(
  appender: DuckDBAppender,
  records: readonly FileRecord[],
  places: readonly number[],
): Promise<void> {
  for (const [at, { cells, trouble }] of records.entries()) {
    for (const place of places) appendText(appender, cells[place] ?? null);
    appendText(appender, trouble);
    appender.endRow();
    if (at % sliceRows === sliceRows - 1) await setImmediate();
  }
}

async function appendRows(
  connection: DuckDBConnection,
  { rows }: RowBatch,
  places: readonly number[],
): Promise<void> {
  await appendTo(connection, stage, async (appender) => {
    for (const [at, row] of rows.entries()) {
      for (const place of places) appendText(appender, row[place] ?? null);
      appender.appendNull();
      appender.endRow();
      if (at % sliceRows === sliceRows - 1) await setImmediate();
    }
  });
}

function appendText(appender: DuckDBAppender, text: string | null): void {
  if (text === null) appender.appendNull();
  else appender.appendVarchar(text);
}

async function countStage(connection: DuckDBConnection): Promise<number> {
  const reader = await connection.runAndReadAll("select count(*) from stage");
  return Number(reader.value(0, 0));
}
