import { AppError } from "../../errors.ts";

export interface Page {
  readonly url: URL;
  readonly rows: number;
  /** What the page says comes after it: an address, a mark for `nextAs`, or nothing. */
  readonly next: unknown;
  /** Whether it says that it is the last one. */
  readonly isLast: boolean;
  /** The header `Link`. */
  readonly link: string | null;
}

/** How the pages of a source follow each other. */
export interface Paging {
  /** The address of the n-th page where they are counted; null where they are not. */
  readonly counted: ((page: number) => URL) | null;
  /** The parameter that takes the mark of the next page; null: the page names a whole address. */
  readonly nextAs: string | null;
}

/**
 * The address after a page; null after the last one. Throws `source_refused` where it is another
 * host's: it would be given the token.
 */
export function nextPage(page: Page, at: number, { counted, nextAs }: Paging): URL | null {
  if (page.rows === 0 || page.isLast) return null;
  if (counted !== null) return counted(at + 1);
  const named = page.next ?? nextInLink(page.link);
  if (typeof named !== "string" || named === "") return null;
  const url = nextAs === null ? addressIn(named, page.url) : new URL(page.url);
  if (nextAs !== null) url.searchParams.set(nextAs, named);
  if (url.origin !== page.url.origin || url.username !== "" || url.password !== "") {
    throw new AppError("source_refused", `${page.url.host} sends its reader on to another host`, {
      hint: "Name the address that answers itself as url:.",
    });
  }
  return url;
}

function addressIn(named: string, from: URL): URL {
  if (URL.canParse(named, from.href)) return new URL(named, from.href);
  throw new AppError("source_refused", `${from.host} names no address for its next page`, {
    hint: "See next:; of a mark that is none, next_as: says which parameter takes it.",
  });
}

/** `<https://…?page=2>; rel="next"`, among others. */
function nextInLink(link: string | null): string | null {
  for (const each of (link ?? "").slice(0, 4000).split(/,(?=\s*<)/u)) {
    const [, address, rest] = /^\s*<([^>]*)>(.*)$/u.exec(each) ?? [];
    if (address !== undefined && /;\s*rel="?next"?\s*(?:;|$)/iu.test(rest ?? "")) return address;
  }
  return null;
}
