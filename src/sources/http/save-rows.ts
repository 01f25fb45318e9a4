import { createHash } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import { AppError } from "../../errors.ts";
import { cannotKeep } from "../cannot-keep.ts";
import { csvLine } from "./csv-line.ts";
import type { HttpLimits } from "./http-limits.ts";
import { type JsonObject, valueAt } from "./value-at.ts";

export interface Saved {
  readonly rows: number;
  /** Where the file ends now. */
  readonly end: number;
  /** The same for pages with the same rows. */
  readonly print: string;
  /** Columns that at least one row had. */
  readonly met: ReadonlySet<string>;
  /** The names of its first row's fields. */
  readonly fields: readonly string[];
}

/** Writes a page's rows from a place in the file on. */
export async function saveRows(
  batches: AsyncIterable<readonly JsonObject[]>,
  to: { readonly file: FileHandle; readonly from: number; readonly columns: readonly string[] },
  { host, recordBytes }: { readonly host: string } & Pick<HttpLimits, "recordBytes">,
): Promise<Saved> {
  const print = createHash("sha256");
  const met = new Set<string>();
  let fields: readonly string[] = [];
  let rows = 0;
  let end = to.from;
  for await (const batch of batches) {
    const lines = batch.map((row) => csvLine(row, to.columns));
    if (lines.some((line) => line.length > recordBytes)) {
      throw new AppError("source_refused", `${host} has a record of more than 1 MB`, {
        hint: "Map fewer or other fields of it.",
      });
    }
    if (rows === 0) fields = Object.keys(batch[0] ?? {});
    const fresh = to.columns.filter((column) => !met.has(column));
    for (const column of fresh) {
      if (batch.some((row) => valueAt(row, column) !== undefined)) met.add(column);
    }
    const bytes = Buffer.from(lines.join(""));
    print.update(bytes);
    await writeAll(to.file, bytes, end);
    rows += batch.length;
    end += bytes.length;
  }
  return { rows, end, print: print.digest("hex"), met, fields };
}

/** A disk may take a part only. Throws `store_failed` where it takes none. */
export async function writeAll(file: FileHandle, bytes: Buffer, from: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await file
      .write(bytes, done, bytes.length - done, from + done)
      .catch((fault: unknown) => {
        throw cannotKeep(fault);
      });
    done += bytesWritten;
  }
}
