import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { afterTest } from "../closing.ts";

export type Respond = (request: IncomingMessage, response: ServerResponse) => void;

export interface Answering {
  /** `http://127.0.0.1:…` */
  readonly url: string;
  /** What was asked so far: paths with their queries. */
  readonly asked: string[];
  /** Answers otherwise from now on. */
  readonly respond: (respond: Respond) => void;
}

/** A server of somebody else's, gone after the test. */
export async function answering(first: Respond): Promise<Answering> {
  let respond = first;
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    respond(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  afterTest(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    asked,
    respond: (next) => {
      respond = next;
    },
  };
}

export const json =
  (value: unknown, headers: Readonly<Record<string, string>> = {}): Respond =>
  (_, response) => {
    response.writeHead(200, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify(value));
  };

export const text =
  (
    body: string | Uint8Array,
    type = "text/csv",
    headers: Readonly<Record<string, string | number>> = {},
  ): Respond =>
  (_, response) => {
    response.writeHead(200, { "content-type": type, "content-length": body.length, ...headers });
    response.end(body);
  };
