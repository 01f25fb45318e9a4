import { type FileHandle, stat } from "node:fs/promises";
import { TextDecoder } from "node:util";
import { z } from "zod";
import { AppError } from "../errors.ts";
import { createCsvParser } from "./csv-parser.ts";
import { type CsvShape, findCsvShape } from "./csv-shape.ts";
import { findFiles, type FoundFile, openFound } from "./find-files.ts";
import { defineSource, type FileBatch, type FileRecord } from "./source.ts";
import { encodingOfMark, toEncoding } from "./text-encoding.ts";

const oneCharacter = z.string().length(1);

/** How delimited text is written, wherever it comes from. */
export const csvFormat = {
  delimiter: oneCharacter
    .refine((each) => !/["\r\n]/u.test(each), "a delimiter is no quote and no line break")
    .optional()
    .meta({
      description: "Found by itself among , ; tab and | where it is left out",
      examples: [";"],
    }),
  quote: oneCharacter
    .optional()
    .meta({ description: 'The quote character, " by default', examples: ["'"] }),
  encoding: z
    .string()
    .refine((name) => toEncoding(name) !== null, "an encoding such as utf-8, euc-kr, windows-1251")
    .optional()
    .meta({
      description: "UTF-8 by default; euc-kr, windows-1251, big5, utf-16 and others",
      examples: ["windows-1251"],
    }),
};

const settings = z.strictObject({
  path: z
    .string()
    .min(1)
    .max(1000)
    .refine((path) => !path.includes("\0"), "a path has no NUL in it")
    .meta({
      description: "A file or a glob (calls/*.csv), counted from this file's folder",
      examples: ["calls/*.csv"],
    }),
  ...csvFormat,
});

/** The first bytes of a file: enough for any header and a hundred records. */
const sampleBytes = 262_144;

/** A last record that is longer than its buffer the engine leaves out without a word. */
const longEndBytes = 2_000_000;

/** Files of delimited text with a header. */
export const csv = defineSource({
  type: "csv",
  settings,
  async *read({ path, ...format }, context) {
    for (const found of await findFiles(path, context)) {
      context.signal.throwIfAborted();
      yield await toFileBatch(found, format);
    }
  },
});

type Format = Omit<z.output<typeof settings>, "path">;

/** A file of delimited text as it is read. Throws `pull_refused` where it is none. */
export async function toFileBatch(found: FoundFile, format: Format): Promise<FileBatch> {
  const { first, size, mtimeMs, isEndless } = await readBeginning(found);
  if (isArchive(first)) {
    throw new AppError("pull_refused", `${found.name} is a packed file, not text`, {
      hint: "Unpack it (zip, gzip, an Excel workbook is one too) and put the CSV file there instead.",
    });
  }
  const encoding = encodingOfMark(first) ?? toEncoding(format.encoding ?? "utf-8") ?? "utf-8";
  const quote = format.quote ?? '"';
  const sample = decode(new TextDecoder(encoding, { fatal: true }), first, found.name, encoding);
  const shape = findCsvShape(sample, quote, format.delimiter);
  if (shape === null) {
    throw new AppError("pull_refused", `${found.name} is empty`, {
      hint: "The old records stay. See why the export wrote nothing.",
    });
  }
  // Letters of two bytes read one by one: every other one is NUL.
  const header = shape.columns.join("");
  const nulCount = header.split("\0").length - 1;
  if (nulCount * 3 > header.length) throw notText(found.name, encoding);
  return {
    kind: "file",
    ...found,
    bytes: size,
    modifiedAt: new Date(mtimeMs),
    askedFrom: null,
    columns: shape.columns,
    plain:
      encoding === "utf-8" && shape.isHeaderFirst && !isEndless
        ? { delimiter: shape.delimiter, quote }
        : null,
    readRecords: () => readRecords(found, encoding, shape, quote),
    isUnchanged: async () => {
      const now = await stat(found.path).catch(() => null);
      return now?.size === size && now.mtimeMs === mtimeMs;
    },
  };
}

/** The first bytes of gzip, zip (also Excel's), xz, zstd and 7z. */
const archiveMarks = [
  [0x1f, 0x8b],
  [0x50, 0x4b, 0x03, 0x04],
  [0xfd, 0x37, 0x7a, 0x58, 0x5a],
  [0x28, 0xb5, 0x2f, 0xfd],
  [0x37, 0x7a, 0xbc, 0xaf],
] as const;

const isArchive = (bytes: Uint8Array): boolean =>
  archiveMarks.some((mark) => mark.every((byte, at) => bytes[at] === byte));

async function readBeginning(found: FoundFile) {
  const file = await openFound(found);
  try {
    const { size, mtimeMs } = await file.stat();
    const { bytesRead, buffer } = await file.read(Buffer.alloc(sampleBytes), 0, sampleBytes, 0);
    const isEndless = size > longEndBytes && (await isOneLine(file, size - longEndBytes, size));
    return { first: buffer.subarray(0, bytesRead), size, mtimeMs, isEndless };
  } finally {
    await file.close();
  }
}

async function isOneLine(file: FileHandle, from: number, size: number): Promise<boolean> {
  // The last byte may end the line.
  for await (const piece of file.createReadStream({
    start: from,
    end: size - 2,
    autoClose: false,
  })) {
    if (Buffer.isBuffer(piece) && (piece.includes("\n") || piece.includes("\r"))) return false;
  }
  return true;
}

async function* readRecords(
  found: FoundFile,
  encoding: string,
  { delimiter, columns }: CsvShape,
  quote: string,
): AsyncIterable<readonly FileRecord[]> {
  const file = await openFound(found);
  const decoder = new TextDecoder(encoding, { fatal: true });
  const parser = createCsvParser(delimiter, quote);
  let isHeader = true;
  const body = (records: readonly FileRecord[]): readonly FileRecord[] => {
    const data = isHeader ? records.slice(1) : records;
    isHeader &&= records.length === 0;
    return data.map((record) => checkWidth(record, columns.length));
  };
  for await (const piece of file.createReadStream({ highWaterMark: sampleBytes })) {
    if (!Buffer.isBuffer(piece)) continue;
    yield body(parser.push(decode(decoder, piece, found.name, encoding)));
  }
  const open = parser.openQuoteAt();
  if (open !== null) {
    throw new AppError(
      "pull_refused",
      `${found.name}: the quote opened in record ${Math.max(open - 1, 0)} is never closed`,
      { hint: "Close the quote, or name another one with quote:." },
    );
  }
  yield body(parser.end());
}

/** More or fewer cells than the header has: somewhere a delimiter is missing or too many. */
function checkWidth(record: FileRecord, width: number): FileRecord {
  if (record.trouble !== null || record.cells.length === width) return record;
  const isFuller = record.cells.slice(width).some((cell) => cell.trim() !== "");
  return record.cells.length > width && !isFuller ? record : { ...record, trouble: "ragged" };
}

function decode(decoder: TextDecoder, bytes: Buffer, name: string, encoding: string): string {
  try {
    return decoder.decode(bytes, { stream: true });
  } catch (cause) {
    throw notText(name, encoding, cause);
  }
}

const notText = (name: string, encoding: string, cause?: unknown): AppError =>
  new AppError("pull_refused", `${name} is not ${encoding} text`, {
    hint: "Name the file's own encoding with encoding: (euc-kr, windows-1251, big5, utf-16).",
    cause,
  });
