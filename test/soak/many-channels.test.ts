import type { ServerResponse } from "node:http";
import { expect, test } from "vitest";
import { aDesk, dueAt, minute } from "../scheduler/ledger-desk.ts";
import { posterTo } from "../slack/poster-for-tests.ts";

/** Slack's third tier: so many calls of one method in a minute. */
const mostCalls = 50;
const limited: ReadonlySet<string> = new Set([
  "conversations.info",
  "conversations.history",
  "users.conversations",
]);

const ids = Array.from({ length: 500 }, (_, at) => `C${at}`);
const everyChannel = ids.map((id) => ({ id, is_ext_shared: false, is_pending_ext_shared: false }));

function say(response: ServerResponse, body: object, status = 200, headers = {}): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
}

/** A Slack that takes fifty questions of a kind a minute and no more, by the test's clock. */
async function aStrictSlack(nowMs: () => number) {
  const posts: { readonly channel: string; readonly blocks: unknown }[] = [];
  const calls = new Map<string, number[]>();
  const refused: string[] = [];
  /** How long to wait until the method may be called again; 0: it was. */
  const mostOf = (method: string): number => {
    const taken = (calls.get(method) ?? []).filter((at) => at > nowMs() - minute);
    calls.set(method, taken);
    if (taken.length >= mostCalls) return (taken[0] ?? 0) + minute - nowMs();
    taken.push(nowMs());
    return 0;
  };
  const { poster } = await posterTo((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString("utf8")));
    request.on("end", () => {
      const method = request.url?.split("/").at(-1) ?? "";
      const asked = new URLSearchParams(body);
      const channel = asked.get("channel") ?? "";
      const waitMs = limited.has(method) ? mostOf(method) : 0;
      if (waitMs > 0) {
        refused.push(method);
        return say(response, {}, 429, { "retry-after": String(Math.ceil(waitMs / 1_000)) });
      }
      switch (method) {
        case "conversations.info":
          return say(response, { ok: true, channel: { id: channel } });
        case "users.conversations":
          return say(response, { ok: true, channels: everyChannel });
        case "conversations.history": {
          const messages = posts
            .filter((post) => post.channel === channel)
            .map(({ blocks }) => ({ bot_id: "B1", ts: "1.1", blocks }));
          return say(response, { ok: true, messages });
        }
        case "chat.postMessage":
          posts.push({ channel, blocks: JSON.parse(asked.get("blocks") ?? "[]") });
          return say(response, { ok: true, ts: `${posts.length}.1` });
        default:
          return say(response, { ok: true, bot_id: "B1" });
      }
    });
  }, true);
  return { poster, posts, refused };
}

test("500 digests for as many channels are posted within ten minutes though each is looked at first", async () => {
  const digests = ids.map((channel, at) => ({ id: `d${at}`, channel }));
  const { start, documents, time } = await aDesk({ digests });
  const slack = await aStrictSlack(() => time.now.getTime());
  const timer = {
    ms: () => time.now.getTime(),
    wait: async (ms: number) => {
      time.now = new Date(time.now.getTime() + ms);
    },
  };
  const ledger = start("a", { timer, poster: slack.poster });
  await ledger.tick();
  time.now = dueAt;
  const isOver = async () => {
    const states = (await documents.deliveries.list()).map(({ state }) => state);
    return states.length > 0 && states.every((each) => each === "sent" || each === "dead");
  };
  for (let seconds = 0; !(await isOver()) && seconds < 7_200; seconds += 20) {
    await ledger.tick();
    time.now = new Date(time.now.getTime() + 20_000);
  }
  const states = (await documents.deliveries.list()).map(({ state }) => state);
  expect(new Set(slack.posts.map(({ channel }) => channel)).size).toBe(500);
  expect(slack.posts).toHaveLength(500);
  expect(new Set(states)).toEqual(new Set(["sent"]));
  expect(time.now.getTime() - dueAt.getTime()).toBeLessThanOrEqual(10 * minute);
  // Slack had to say so now and then, and was not asked on and on.
  const looks = slack.refused.filter((method) => method === "conversations.history");
  expect(slack.refused.length - looks.length).toBeLessThan(20);
  // Some hundred leave after two minutes, and their channels are looked through before.
  expect(looks.length).toBeLessThan(100);
}, 600_000);
