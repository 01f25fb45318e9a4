import type { IncomingMessage, ServerResponse } from "node:http";
import type { Do } from "./deeds/do.ts";
import { readDeed } from "./deeds/read-deed.ts";
import { addressOf } from "./address-of.ts";
import { openFeed } from "./page-feed.ts";
import { readPageFile } from "./page-files.ts";
import { readBody, readBytes } from "./read-body.ts";
import { answerCall, type Tokens } from "./web-api/answer-call.ts";
import type { Method } from "./web-api/method.ts";
import type { World } from "./world.ts";

interface Parts {
  readonly world: World;
  readonly tokens: Tokens;
  readonly pageFolder: string;
  readonly methods: Readonly<Record<string, Method>>;
  readonly do: Do;
  readonly isConnected: () => boolean;
}

type Route = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>;

/** Nothing from outside is loaded, and nobody may frame the page. */
const pageHeaders = {
  "content-security-policy":
    "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-cache",
};

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8" });
  response.end(JSON.stringify(value));
}

/** Every address of this Slack: the Web API, response URLs, and what its page needs. */
export function createRoutes(
  parts: Parts,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const { world, tokens, methods } = parts;

  const api: Route = async (request, response, { pathname }) => {
    const fields = await readBody(request);
    if (fields === null) return sendJson(response, 200, { ok: false, error: "invalid_json" });
    const { authorization = "" } = request.headers;
    const name = pathname.slice("/api/".length);
    if (world.scopes !== null) response.setHeader("x-oauth-scopes", world.scopes.join(","));
    sendJson(response, 200, answerCall(name, fields, authorization, methods, tokens, world));
  };

  const respond: Route = async (request, response, { pathname }) => {
    const error = world.responseUrls.take(
      pathname.slice("/response/".length),
      await readBody(request),
    );
    if (error === null) return sendJson(response, 200, { ok: true });
    const isGone = ["expired_url", "used_url", "invalid_url"].includes(error);
    sendJson(response, isGone ? 404 : 400, { ok: false, error });
  };

  const upload: Route = async (request, response, { pathname }) => {
    const bytes = await readBytes(request);
    const isTaken = bytes !== null && world.uploads.take(pathname.slice("/upload/".length), bytes);
    response.writeHead(isTaken ? 200 : 400).end();
  };

  /** To save, never to be shown by the browser: what is in it is somebody else's. */
  const sharedFile: Route = async (_request, response, { pathname, searchParams }) => {
    const id = pathname.slice("/playground/file/".length);
    const found = world.workspace.fileFor(searchParams.get("as") ?? "", id);
    if (found === null) return sendJson(response, 404, { ok: false, error: "file_not_found" });
    response.writeHead(200, {
      ...pageHeaders,
      "content-type": "application/octet-stream",
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(found.name)}`,
    });
    response.end(found.bytes);
  };

  const act: Route = async (request, response) => {
    const isJson = request.headers["content-type"]?.startsWith("application/json") === true;
    const asked = isJson ? readDeed(await readBody(request)) : null;
    if (asked === null) return sendJson(response, 400, { ok: false, error: "invalid_arguments" });
    sendJson(response, 200, await parts.do(asked.deed, asked.as));
  };

  const live: Route = async (_request, response, { searchParams }) => {
    const as = searchParams.get("as") ?? "";
    const { people } = world.workspace.seed;
    const anybody = people.find(({ part }) => part === "lead") ?? people[0] ?? null;
    const person = as === "" ? anybody : world.workspace.person(as);
    if (person === null) return sendJson(response, 404, { ok: false, error: "user_not_found" });
    openFeed(person, world, parts.isConnected(), response);
  };

  const file: Route = async (_request, response, { pathname }) => {
    const found = await readPageFile(parts.pageFolder, decodeURIComponent(pathname));
    if (found === null) {
      response.writeHead(404, pageHeaders).end();
      return;
    }
    response.writeHead(200, { ...pageHeaders, "content-type": found.type });
    response.end(found.bytes);
  };

  const routeFor = (method: string, pathname: string): Route | null => {
    if (pathname.startsWith("/api/")) return api;
    if (method === "POST" && pathname.startsWith("/response/")) return respond;
    if (method === "POST" && pathname === "/playground/do") return act;
    if (method === "GET" && pathname === "/playground/live") return live;
    if (method === "POST" && pathname.startsWith("/upload/")) return upload;
    if (method === "GET" && pathname.startsWith("/playground/file/")) return sharedFile;
    return method === "GET" ? file : null;
  };

  return async (request, response) => {
    const url = addressOf(request);
    const route = url === null ? null : routeFor(request.method ?? "GET", url.pathname);
    if (url === null || route === null) {
      response.writeHead(url === null ? 400 : 405).end();
      return;
    }
    try {
      await route(request, response, url);
    } catch {
      // A person who left mid-request, or an address that is none: there is nobody to tell.
      if (!response.headersSent) response.writeHead(400);
      response.end();
    }
  };
}
