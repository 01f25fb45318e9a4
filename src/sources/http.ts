import { lookup } from "node:dns/promises";
import { httpLimits } from "./http/http-limits.ts";
import { httpSource } from "./http/http-source.ts";

/** What answers at an address: CSV, JSON, or JSON lines, a page or many. */
export const http = httpSource({
  resolve: (host) => lookup(host, { all: true }),
  limits: httpLimits,
});
