import { type FileHandle, open, utimes } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "../../errors.ts";
import { toFileBatch } from "../csv.ts";
import type { FileBatch, SourceContext } from "../source.ts";
import { addressOf } from "./address-of.ts";
import { ask, type Asking } from "./ask.ts";
import { askedFrom } from "./asked-from.ts";
import type { HttpLimits } from "./http-limits.ts";
import type { HttpSettings } from "./http-settings.ts";
import { nextPage } from "./next-page.ts";
import { type TakenPage, takePage } from "./take-page.ts";

/** A field that so many rows lack has another name by now. */
const manyRows = 100;

/** Brings over what an address answers, page by page, as one file of delimited text. */
export async function bringPages(
  settings: HttpSettings,
  context: SourceContext,
  asking: Asking,
): Promise<FileBatch> {
  const startedAt = new Date();
  const path = join(context.incoming, "answer.csv");
  const file = await open(path, "wx", 0o600);
  let brought: Brought;
  try {
    brought = await allPages(settings, context, { file, asking });
  } finally {
    await file.close();
  }
  const { isTable, host, encoding, modifiedAt } = brought;
  if (isTable) assertFields(brought, context);
  // Of an export the day it was written counts; a live answer is as new as the question.
  const isOlder = !isTable && modifiedAt !== null && modifiedAt < startedAt;
  const asOf = isOlder ? modifiedAt : startedAt;
  await utimes(path, asOf, asOf);
  const { delimiter, quote } = settings;
  const format = isTable
    ? { delimiter: "," }
    : { delimiter, quote, encoding: encoding ?? undefined };
  return { ...(await toFileBatch({ name: host, path }, format)), askedFrom: brought.from };
}

interface Brought extends Pick<TakenPage, "isTable" | "encoding" | "modifiedAt" | "fields"> {
  readonly host: string;
  readonly rows: number;
  readonly met: ReadonlySet<string>;
  readonly from: Date | null;
}

async function allPages(
  settings: HttpSettings,
  { since, columns, tell }: SourceContext,
  { file, asking }: { readonly file: FileHandle; readonly asking: Asking },
): Promise<Brought> {
  const { limits } = asking;
  const from = askedFrom(settings, since);
  const first = addressOf(settings.url, from, 1);
  const paging = {
    counted: settings.url.includes("{page}")
      ? (page: number) => addressOf(settings.url, from, page)
      : null,
    nextAs: settings.next_as ?? null,
  };
  const asked = new Set<string>();
  const met = new Set<string>();
  let [rows, end, alike, print] = [0, 0, 1, ""];
  let url = first;
  for (let at = 1; ; at += 1) {
    asked.add(url.href);
    const place = { file, columns, from: end };
    const page = await ask(url, asking, (answer) => takePage(answer, url, settings, place, limits));
    for (const column of page.met) met.add(column);
    rows += page.rows;
    end = page.end;
    const mayBeEmpty = page.rows === 0 && page.isLast === false;
    alike = page.print === print && !mayBeEmpty ? alike + 1 : 1;
    print = page.print;
    tell(rows);
    assertNotTooMuch(first.host, { rows, pages: at, bytes: end }, limits);
    const next = nextPage(page, at, paging);
    const isAsked = next !== null && asked.has(next.href);
    // Nothing new, and nothing named but what was asked: whoever is polled says so that this is all.
    const isOver = next === null || (isAsked && page.rows === 0 && page.isLast === null);
    if (isOver) return { ...page, host: first.host, rows, met, from };
    if (isAsked || alike >= limits.equalPages) throw goesNowhere(first.host);
    url = next;
  }
}

const goesNowhere = (host: string): AppError =>
  new AppError("source_refused", `${host} gives the same page again and again`, {
    hint: "Say how its last page is known: ends: where true stands there, more: where false does.",
  });

/** All of it lies on the disk before any of it is taken in. */
function assertNotTooMuch(
  host: string,
  has: { readonly rows: number; readonly pages: number; readonly bytes: number },
  { rows, pages, pullBytes }: Pick<HttpLimits, "rows" | "pages" | "pullBytes">,
): void {
  if (has.rows <= rows && has.pages <= pages && has.bytes <= pullBytes) return;
  const most = `${rows} rows, ${pages} pages or ${pullBytes / 1_048_576} MB`;
  throw new AppError("source_refused", `${host} has more than ${most}`, {
    hint: "Ask for less: begins: names the first day, {since} asks for what has changed.",
  });
}

/** A field that no row has is misspelt, or is called otherwise now; a few rows may happen to lack it. */
function assertFields(
  { host, rows, met, fields, from }: Brought,
  { columns, since }: Pick<SourceContext, "columns" | "since">,
): void {
  const missing = columns.find((column) => !met.has(column));
  const isAll = since === null || from === null;
  const isTelling = rows >= manyRows || (isAll && rows > 0);
  if (missing === undefined || !isTelling) return;
  const there = fields.map((each) => each.slice(0, 60)).slice(0, 40);
  throw new AppError("pull_refused", `${host}: there is no field ${JSON.stringify(missing)}`, {
    hint: `A row has ${there.join(", ") || "none"}.`,
  });
}
