import { once } from "node:events";
import { createServer, type IncomingMessage, request as ask, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterTest } from "../closing.ts";

/** As Slack documents them, a minute in one workspace; of posting it says "several hundred". */
const mostAMinute: Readonly<Record<string, number>> = {
  "chat.postMessage": 300,
  "conversations.info": 50,
  "conversations.history": 50,
  "conversations.replies": 50,
  "conversations.open": 50,
  "users.conversations": 50,
};
const usual = 100;
const minute = 60_000;
/** One message a second in a channel, less what the way there may shift it by. */
const channelGapMs = 900;

export interface Call {
  readonly method: string;
  readonly channel: string;
  readonly atMs: number;
  readonly isTaken: boolean;
}

/** Stands before a Slack and keeps Slack's limits: what is too much gets a 429 that says how long. */
export async function limitingSlack(target: string) {
  const calls: Call[] = [];
  const waitFor = (method: string, channel: string): number => {
    const now = performance.now();
    const taken = calls.filter((each) => each.isTaken && each.method === method);
    const recent = taken.filter(({ atMs }) => atMs > now - minute);
    const most = mostAMinute[method] ?? usual;
    if (recent.length >= most) return recent[recent.length - most]!.atMs + minute - now;
    const last =
      method === "chat.postMessage" ? recent.findLast((one) => one.channel === channel) : null;
    return last == null ? 0 : Math.max(0, last.atMs + channelGapMs - now);
  };

  const take = (from: IncomingMessage, body: string, to: ServerResponse): void => {
    const method = from.url?.split("/").at(-1) ?? "";
    const channel = new URLSearchParams(body).get("channel") ?? "";
    const waitMs = waitFor(method, channel);
    calls.push({ method, channel, atMs: performance.now(), isTaken: waitMs === 0 });
    if (waitMs > 0) {
      to.writeHead(429, { "retry-after": String(Math.ceil(waitMs / 1_000)) }).end();
      return;
    }
    const { host } = new URL(target);
    const headers = { ...from.headers, host };
    const onward = ask(new URL(`/api/${method}`, target), { method: "POST", headers }, (answer) => {
      to.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(to);
    });
    onward.on("error", () => to.destroy());
    onward.end(body);
  };

  const server = createServer((from, to) => {
    let body = "";
    from.on("data", (chunk: Buffer) => (body += chunk.toString("latin1")));
    from.on("end", () => take(from, body, to));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  afterTest(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { apiUrl: `http://127.0.0.1:${port}/api/`, calls };
}
