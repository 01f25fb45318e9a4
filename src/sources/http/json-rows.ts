import { setImmediate } from "node:timers/promises";
import { AppError } from "../../errors.ts";
import type { HttpLimits } from "./http-limits.ts";
import { jsonParser } from "./json-parser.ts";
import { isJsonObject, type JsonObject, valueAt } from "./value-at.ts";

export interface JsonShape {
  /** Where the rows stand, `data.tickets`; null: the answer is the list itself. */
  readonly rows: string | null;
  /** Where else something is told of the page. */
  readonly also: readonly string[];
  /** A row a line. */
  readonly isLines: boolean;
}

/** A page without rows is small. */
const emptyPageCharacters = 1_048_576;

/**
 * The rows of a page, as they come: no page is held whole. Numbers stay as they were written. What
 * stands in the places of `also` goes into `told`. Throws `source_refused` where it is no such JSON,
 * `source_unreachable` where it ends in the middle.
 */
export async function* jsonRows(
  { host, text }: { readonly host: string; readonly text: AsyncIterable<string> },
  { rows, also, isLines }: JsonShape,
  told: Map<string, unknown>,
  limits: Pick<HttpLimits, "recordBytes" | "besideBytes">,
): AsyncIterable<readonly JsonObject[]> {
  const found: JsonObject[] = [];
  const list = isLines ? "$" : `${["$", rows].filter(Boolean).join(".")}.*`;
  const parser = jsonParser([list, ...also.map((place) => `$.${place}`)], {
    isLines,
    rowDepth: isLines ? 1 : list.split(".").length,
    tellOfWhole: (name, value) => {
      if (also.includes(name)) told.set(name, value);
    },
    tell: ({ within, key, value }) => {
      if (!isLines && !(typeof key === "number" && within === (rows ?? ""))) {
        const place = [within, key].filter(Boolean).join(".");
        if (!also.includes(place)) throw noList(host);
        told.set(place, value);
      } else if (isJsonObject(value)) found.push(value);
      else throw refused(`${host} lists what are no rows with names`, "See rows: and format:.");
    },
  });
  const most = isLines ? limits.recordBytes : limits.besideBytes;
  let beginning = "";
  let count = 0;
  let silent = 0;
  for await (const piece of text) {
    if (beginning.length < emptyPageCharacters) beginning += piece;
    saying(host, () => parser.write(piece));
    silent = found.length > 0 ? 0 : silent + piece.length;
    if (silent > most) {
      throw refused(`${host} sends ${most / 1_048_576} MB without a row`, "See rows: and format:.");
    }
    count += found.length;
    yield found.splice(0);
    // Others get their turn between two pieces.
    await setImmediate();
  }
  try {
    parser.end();
  } catch (cause) {
    const hint = "The next pull asks again. The old records stay.";
    throw new AppError("source_unreachable", `${host} breaks off its answer`, { hint, cause });
  }
  yield found;
  count += found.length;
  if (count === 0 && !isLines && !isEmptyList(beginning, rows)) throw noList(host);
}

function saying(host: string, work: () => void): void {
  try {
    work();
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    if (cause instanceof RangeError) {
      throw refused(`${host} has a row ${cause.message}`, "See rows:. Ask for less of each row.");
    }
    throw refused(`${host} answers with what is no JSON`, "See url: and format:.", cause);
  }
}

/** A list that has rows and gave none stands where `rows:` does not lead. */
function isEmptyList(text: string, rows: string | null): boolean {
  try {
    const whole: unknown = JSON.parse(text);
    const list = rows !== null && isJsonObject(whole) ? valueAt(whole, rows) : whole;
    return Array.isArray(list) && list.length === 0;
  } catch {
    return false;
  }
}

const refused = (what: string, hint: string, cause?: unknown): AppError =>
  new AppError("source_refused", what, { hint, cause });

const noList = (host: string): AppError =>
  refused(
    `${host} has no list of rows there`,
    "Say with rows: where it stands, tickets or data.items.",
  );
