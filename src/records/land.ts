import { setImmediate } from "node:timers/promises";
import type { DuckDBAppender, DuckDBConnection } from "@duckdb/node-api";
import { AppError } from "../errors.ts";
import type { Batch, FileBatch, FileRecord, RowBatch } from "../sources/source.ts";
import { literal } from "./quoting.ts";
import type { PullWatch } from "./store.ts";

/** Where the rows of one batch stand in the stage: from `first` on, until the next one's. */
export interface Landed {
  readonly name: string;
  readonly first: number;
}

export interface Landing {
  readonly rows: number;
  readonly batches: readonly Landed[];
  /** The newest file's own time; null for rows that came without one. */
  readonly modifiedAt: Date | null;
}

/** Rows taken by the appender before others get their turn. */
const sliceRows = 1000;

/** Brings a source's rows into the stage as text: `s0`, `s1`, … for the columns the mapping names. */
export async function land(
  connection: DuckDBConnection,
  batches: AsyncIterable<Batch>,
  columns: readonly string[],
  { signal, progress }: PullWatch,
): Promise<Landing> {
  const names = columns.map((_, at) => `s${at} varchar`);
  await connection.run(
    `create or replace temp table stage (${[...names, "trouble varchar"].join(", ")})`,
  );
  const landed: Landed[] = [];
  let rows = 0;
  let modifiedAt: Date | null = null;
  for await (const batch of batches) {
    signal.throwIfAborted();
    const name = batch.kind === "file" ? batch.name : "";
    landed.push({ name, first: rows });
    const places = placesOf(columns, batch.columns, name);
    if (batch.kind === "rows") await appendRows(connection, batch, places);
    else {
      const before = rows;
      await landFile(connection, batch, places, (more) => {
        signal.throwIfAborted();
        progress({ rows: before + more, of: null });
      });
      if (modifiedAt === null || modifiedAt < batch.modifiedAt) modifiedAt = batch.modifiedAt;
    }
    rows = await countStage(connection);
    progress({ rows, of: null });
  }
  return { rows, batches: landed, modifiedAt };
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

/** The engine reads a plain file by itself; where it objects, the patient reader says to which record. */
async function landFile(
  connection: DuckDBConnection,
  file: FileBatch,
  places: readonly number[],
  progress: (rows: number) => void,
): Promise<void> {
  if (!(await landPlain(connection, file, places))) {
    const appender = await connection.createAppender("stage", "main", "temp");
    let rows = 0;
    for await (const records of file.readRecords()) {
      await appendRecords(appender, records, places);
      rows += records.length;
      progress(rows);
    }
    appender.closeSync();
  }
  if (!(await file.isUnchanged())) {
    throw new AppError("pull_refused", `${file.name} changed while it was read`, {
      hint: "Write the export under another name and move it here when it is complete.",
    });
  }
}

async function landPlain(
  connection: DuckDBConnection,
  { path, plain, columns }: FileBatch,
  places: readonly number[],
): Promise<boolean> {
  if (plain === null) return false;
  const names = columns.map((_, at) => `c${at}: 'VARCHAR'`).join(", ");
  const taken = places.map((place) => `c${place}`);
  try {
    await connection.run(
      `insert into stage select ${[...taken, "null"].join(", ")}
       from read_csv(${literal(path)}, auto_detect = false, header = true, strict_mode = true,
         delim = ${literal(plain.delimiter)}, quote = ${literal(plain.quote)}, escape = ${literal(plain.quote)},
         compression = 'none', max_line_size = 1000000, columns = {${names}})`,
    );
    return true;
  } catch {
    // Which of a hundred objections it was does not matter: the patient reader finds it or reads on.
    return false;
  }
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
  const appender = await connection.createAppender("stage", "main", "temp");
  for (const [at, row] of rows.entries()) {
    for (const place of places) appendText(appender, row[place] ?? null);
    appender.appendNull();
    appender.endRow();
    if (at % sliceRows === sliceRows - 1) await setImmediate();
  }
  appender.closeSync();
}

function appendText(appender: DuckDBAppender, text: string | null): void {
  if (text === null) appender.appendNull();
  else appender.appendVarchar(text);
}

async function countStage(connection: DuckDBConnection): Promise<number> {
  const reader = await connection.runAndReadAll("select count(*) from stage");
  return Number(reader.value(0, 0));
}
