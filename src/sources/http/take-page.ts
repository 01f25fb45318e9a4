import type { FileHandle } from "node:fs/promises";
import { AppError } from "../../errors.ts";
import type { Answer } from "./ask.ts";
import { csvHeader } from "./csv-line.ts";
import { formatOf } from "./format-of.ts";
import { httpDate } from "./http-date.ts";
import type { HttpLimits } from "./http-limits.ts";
import type { HttpSettings } from "./http-settings.ts";
import { jsonRows } from "./json-rows.ts";
import { nextInLink, type Page } from "./next-page.ts";
import { type Saved, saveRows, writeAll } from "./save-rows.ts";

export interface TakenPage extends Page, Saved {
  /** Whether it holds rows of JSON; else it is CSV, saved as it came. */
  readonly isTable: boolean;
  /** As the answer names it; null where it does not. */
  readonly encoding: string | null;
  /** When its data were written, as the answer says. */
  readonly modifiedAt: Date | null;
}

interface Place {
  readonly file: FileHandle;
  readonly columns: readonly string[];
  /** Where the pages before it end. */
  readonly from: number;
}

/** As many rows as stand in these are taken before others get their turn. */
const turnBytes = 16_384;

/** Saves one answer behind those before it: rows of JSON as a table, CSV as it is. */
export async function takePage(
  { header, body }: Answer,
  url: URL,
  settings: HttpSettings,
  place: Place,
  limits: HttpLimits,
): Promise<TakenPage> {
  const { host } = url;
  const { format, encoding } = formatOf(header("content-type"), host, settings);
  const about = { url, encoding, modifiedAt: httpDate(header("last-modified")) };
  const isBounded = header("content-length") !== null || header("transfer-encoding") !== null;
  if (format !== "json" && !isBounded) throw endless(host);
  if (format === "csv" && place.from > 0) throw otherwise(host);
  // What a try before this one has left.
  await place.file.truncate(place.from);
  if (format === "csv") return { ...about, ...(await saveCsv(body, place.file)) };
  const { rows = null, next, ends, more } = settings;
  const told = new Map<string, unknown>();
  const also = [next, ends, more].filter((each) => each !== undefined);
  const head = Buffer.from(place.from === 0 ? csvHeader(place.columns) : "");
  await writeAll(place.file, head, place.from);
  const text = decoded(body, encoding ?? "utf-8", host);
  const shape = { rows, also, isLines: format === "lines" };
  const saved = await saveRows(
    jsonRows({ host, text }, shape, told, limits),
    { ...place, from: place.from + head.length },
    { host, recordBytes: limits.recordBytes },
  );
  return {
    ...about,
    ...saved,
    isTable: true,
    next: next === undefined ? nextInLink(header("link")) : told.get(next),
    isLast: isLast(told.get(ends ?? ""), told.get(more ?? "")),
  };
}

/** What a page says of its place: of `ends:` true is the last one, of `more:` false. */
function isLast(ends: unknown, more: unknown): boolean | null {
  if (ends === true || more === false) return true;
  return ends === false || more === true ? false : null;
}

async function saveCsv(
  body: Answer["body"],
  file: FileHandle,
): Promise<Omit<TakenPage, "url" | "encoding" | "modifiedAt">> {
  let end = 0;
  for await (const piece of body) {
    await writeAll(file, piece, end);
    end += piece.length;
  }
  const alone = { isTable: false, rows: 0, next: null, isLast: true };
  return { ...alone, end, print: "", met: new Set(), fields: [] };
}

async function* decoded(
  body: AsyncIterable<Buffer>,
  encoding: string,
  host: string,
): AsyncIterable<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const read = (piece?: Buffer): string => {
    try {
      return decoder.decode(piece, { stream: piece !== undefined });
    } catch (cause) {
      throw new AppError("source_refused", `${host} does not answer in ${encoding}`, {
        hint: "Name the encoding it writes with encoding:.",
        cause,
      });
    }
  };
  for await (const piece of body) {
    for (let at = 0; at < piece.length; at += turnBytes) {
      yield read(piece.subarray(at, at + turnBytes));
    }
  }
  yield read();
}

const endless = (host: string): AppError =>
  new AppError("source_refused", `${host} does not say where its answer ends`, {
    hint: "Cut off, it would look whole: let it send Content-Length, or in chunks.",
  });

const otherwise = (host: string): AppError =>
  new AppError("source_refused", `${host} answers a later page with CSV`, {
    hint: "Its pages before were JSON. See what stands at that address.",
  });
