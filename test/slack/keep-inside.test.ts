import { WebClient } from "@slack/web-api";
import { expect, onTestFinished, test } from "vitest";
import { createQuotas, type Quotas } from "../../src/documents/quotas.ts";
import { createKeepInside } from "../../src/slack/keep-inside.ts";

const channels = Array.from({ length: 60 }, (_, at) => `C0ROOM${at}`);

/** A Slack that knows who reads a channel, and counts what it is asked. */
function aSlack(shared: Set<string>, quotas?: Quotas) {
  const asked: string[] = [];
  let refuses = "";
  const answers: Readonly<Record<string, (args: URLSearchParams) => object>> = {
    "conversations.info": (args) => described(args.get("channel") ?? ""),
    "users.conversations": (args) => {
      const from = Number(args.get("cursor") ?? 0);
      const page = channels.slice(from, from + 25).map((id) => described(id).channel);
      const next = from + 25 < channels.length ? String(from + 25) : "";
      return { channels: page, response_metadata: { next_cursor: next } };
    },
  };
  const described = (id: string) => ({
    channel: { id, is_ext_shared: shared.has(id), is_pending_ext_shared: false, is_member: true },
  });
  const real = globalThis.fetch;
  onTestFinished(() => {
    globalThis.fetch = real;
  });
  globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const method = url.pathname.split("/").at(-1) ?? "";
    asked.push(method);
    if (method === refuses) return Response.json({ ok: false, error: "missing_scope" });
    const args = new URLSearchParams(typeof init?.body === "string" ? init.body : "");
    return Response.json({ ok: true, ...answers[method]?.(args) });
  };
  let now = 0;
  const client = new WebClient("xoxb-test", { retryConfig: { retries: 0 } });
  const keepInside = createKeepInside(client, [], quotas ?? createQuotas(() => now), () => now);
  return {
    /** How often Slack was asked for it. */
    asked: (method: string) => asked.filter((each) => each === method).length,
    refuse: (method: string) => void (refuses = method),
    pass: (ms: number) => void (now += ms),
    /** The channels that may be posted to, of those asked for one after the other. */
    inside: async (wanted: readonly string[]) => {
      const found: string[] = [];
      for (const channel of wanted) {
        await keepInside(channel).then(
          () => found.push(channel),
          (error: unknown) => expect(error).toMatchObject({ code: "slack_shared" }),
        );
      }
      return found;
    },
  };
}

test("of many channels at once most are taken from one list, and those read by others are still found", async () => {
  const shared = new Set(["C0ROOM3", "C0ROOM44", "C0ROOM59"]);
  const slack = aSlack(shared);
  expect(await slack.inside(channels)).toEqual(channels.filter((each) => !shared.has(each)));
  // Three pages; and what the list does not clear is asked about alone.
  expect(slack.asked("users.conversations")).toBe(3);
  expect(slack.asked("conversations.info")).toBe(22);
});

test("a few are asked about one by one, each time", async () => {
  const shared = new Set<string>();
  const slack = aSlack(shared);
  expect(await slack.inside(["C0ROOM1", "C0ROOM1"])).toHaveLength(2);
  shared.add("C0ROOM1");
  expect(await slack.inside(["C0ROOM1"])).toEqual([]);
  expect(slack.asked("users.conversations")).toBe(0);
  for (let minute = 0; minute < 10; minute += 1) {
    slack.pass(60_000);
    await slack.inside(channels.slice(0, 20));
  }
  expect(slack.asked("users.conversations")).toBe(0);
});

test("a list is good for fifteen seconds", async () => {
  const shared = new Set<string>();
  const slack = aSlack(shared);
  await slack.inside(channels);
  shared.add("C0ROOM7");
  slack.pass(15_001);
  // Five are asked about alone by then.
  await slack.inside(channels.slice(20, 25));
  expect(await slack.inside(["C0ROOM7", "C0ROOM8"])).toEqual(["C0ROOM8"]);
  expect(slack.asked("users.conversations")).toBe(6);
});

test("of several processes all together ask about no more than one does", async () => {
  const quotas = createQuotas(() => 0);
  const [one, other] = [aSlack(new Set(), quotas), aSlack(new Set(), quotas)];
  await one.inside(channels.slice(0, 15));
  await other.inside(channels.slice(15, 30));
  expect([one, other].map(({ asked }) => asked("conversations.info"))).toEqual([15, 5]);
});

test("where there is no list, and of a channel that is not on it, Slack is asked about each", async () => {
  const slack = aSlack(new Set());
  slack.refuse("users.conversations");
  expect(await slack.inside(channels)).toEqual(channels);
  expect(slack.asked("conversations.info")).toBe(60);
  slack.pass(15_001);
  slack.refuse("");
  expect(await slack.inside(["C0ELSEWHERE"])).toEqual(["C0ELSEWHERE"]);
  expect(slack.asked("conversations.info")).toBe(61);
});
