import { AppError } from "../../errors.ts";

export interface Page {
  readonly url: URL;
  readonly rows: number;
  /** What the page says comes after it: an address, a mark for `nextAs`, or nothing. */
  readonly next: unknown;
  /** Whether it says that it is the last one; null where it says neither. */
  readonly isLast: boolean | null;
}

/** How the pages of a source follow each other. */
export interface Paging {
  /** The address of the n-th page where they are counted; null where they are not. */
  readonly counted: ((page: number) => URL) | null;
  /** The parameter that takes the mark of the next page; null: the page names a whole address. */
  readonly nextAs: string | null;
}

/** Longer ones few servers take, and each is remembered for as long as the pages go on. */
const longestAddress = 8000;

/**
 * The address after a page; null after the last one. Throws `source_refused` where it is another
 * host's: it would be given the token.
 */
export function nextPage(page: Page, at: number, { counted, nextAs }: Paging): URL | null {
  if (page.isLast === true) return null;
  // Whoever counts goes on until nothing comes; a page that names another may be empty by chance.
  if (counted !== null) return page.rows === 0 && page.isLast === null ? null : counted(at + 1);
  const { next } = page;
  if (next === undefined || next === null || next === false || next === "") return null;
  if (typeof next !== "string") throw noAddress(page.url.host);
  const url = nextAs === null ? addressIn(next, page.url) : marked(next, page.url, nextAs);
  if (url.origin !== page.url.origin || url.username !== "" || url.password !== "") {
    throw new AppError("source_refused", `${page.url.host} sends its reader on to another host`, {
      hint: "Name the address that answers itself as url:.",
    });
  }
  if (url.href.length > longestAddress) throw noAddress(url.host);
  // Nobody is told of it, so that it makes no other address.
  url.hash = "";
  return url;
}

function addressIn(named: string, from: URL): URL {
  if (URL.canParse(named, from.href)) return new URL(named, from.href);
  throw noAddress(from.host);
}

function marked(mark: string, from: URL, nextAs: string): URL {
  const url = new URL(from);
  url.searchParams.set(nextAs, mark);
  return url;
}

const noAddress = (host: string): AppError =>
  new AppError("source_refused", `${host} names no address for its next page`, {
    hint: "See next:; of a mark that is none, next_as: says which parameter takes it.",
  });

/** The address in the header `Link`, `<https://…?page=2>; rel="next"`, among others. */
export function nextInLink(link: string | null): string | null {
  for (const each of (link ?? "").split(/,(?=\s*<)/u)) {
    const [, address, rest] = /^\s*<([^>]*)>(.*)$/u.exec(each) ?? [];
    const [, quoted = "", plain = ""] = /;\s*rel=(?:"([^"]*)"|([^\s;"]+))/iu.exec(rest ?? "") ?? [];
    const words = `${quoted} ${plain}`.toLowerCase().split(" ");
    if (address !== undefined && words.includes("next")) return address;
  }
  return null;
}
