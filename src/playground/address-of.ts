import type { IncomingMessage } from "node:http";

/** The address a request is for; null for one that is none, such as `//`. */
export function addressOf({ url = "/" }: IncomingMessage): URL | null {
  const base = "http://127.0.0.1";
  return URL.canParse(url, base) ? new URL(url, base) : null;
}
