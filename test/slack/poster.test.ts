import { createQuotas } from "../../src/documents/quotas.ts";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { AppError } from "../../src/errors.ts";
import { createPoster } from "../../src/slack/poster.ts";
import { clientOf, visitorAt } from "../playground/workspace-for-tests.ts";
import { collectLog, fromBot } from "./bot-for-tests.ts";
import { faultInSlack } from "./fault-in-slack.ts";
import { at, digest, key, openPoster, posterTo, since } from "./poster-for-tests.ts";

test("a posted digest is found again by its key, and by no other", async () => {
  const { playground, poster } = await openPoster();
  const { ts } = await poster.post("C0BILLING", digest, key, at);
  const [message] = fromBot(await visitorAt(playground, "U0LENA").see());
  expect(message).toMatchObject({ ts, channel: "C0BILLING", visibleTo: null });
  expect(await poster.findByKey("C0BILLING", key, since())).toBe(ts);
  expect(await poster.findByKey("C0BILLING", "d1:C0BILLING:2026-W48", since())).toBeNull();
  expect(await poster.findByKey("C0LEADS", key, since())).toBeNull();
  expect(await poster.findByKey("C0BILLING", key, new Date(Date.now() + 60_000))).toBeNull();
});

test("a channel with people from outside gets no digest, unless the configuration names it", async () => {
  const { playground, poster } = await openPoster();
  await expect(poster.post("C0SUPPORT", digest, key, at)).rejects.toMatchObject({
    code: "slack_shared",
    hint: expect.stringContaining("shared_channels"),
  });
  expect(fromBot(await visitorAt(playground, "U0LENA").see())).toEqual([]);
  const allowed = await openPoster(["C0SUPPORT"]);
  const { ts } = await allowed.poster.post("C0SUPPORT", digest, key, at);
  expect(await allowed.poster.findByKey("C0SUPPORT", key, since())).toBe(ts);
});

test("while Slack does not say who reads the channel, nothing is posted and a later try may do it", async () => {
  const slack = faultInSlack();
  const { playground, poster } = await openPoster();
  slack.failAt("conversations.info");
  await expect(poster.post("C0BILLING", digest, key, at)).rejects.toMatchObject({
    code: "slack_busy",
  });
  expect(fromBot(await visitorAt(playground, "U0LENA").see())).toEqual([]);
  slack.mend();
  await poster.post("C0BILLING", digest, key, at);
  expect(fromBot(await visitorAt(playground, "U0LENA").see())).toHaveLength(1);
});

test("a key is recognised by the block's name alone, where metadata may not be read", async () => {
  const { playground, poster } = await openPoster();
  const posted = await clientOf(playground).apiCall("chat.postMessage", {
    channel: "C0BILLING",
    text: "digest",
    blocks: [{ type: "divider", block_id: key }],
  });
  expect(await poster.findByKey("C0BILLING", key, since())).toBe(
    new Map(Object.entries(posted)).get("ts"),
  );
});

test("a reminder reaches a person, and is found again in their direct messages", async () => {
  const { playground, poster } = await openPoster();
  const reminder = {
    locale: "en",
    title: "A checkpoint is due",
    parts: [
      {
        lines: ["*FCR* <!channel> to 80 %"],
        choices: [{ label: "Check in", words: "goal check-in g1" }],
      },
    ],
    footer: "You get this because you own g1.",
  } as const;
  const { ts } = await poster.post("U0LENA", { kind: "reminder", reminder }, "reminder:g1:x", at);
  const [message] = fromBot(await visitorAt(playground, "U0LENA").see());
  expect(message).toMatchObject({ ts, channel: "D0LENA" });
  const drawn = JSON.stringify(message?.blocks);
  expect(drawn).toContain("goal check-in g1");
  expect(drawn).not.toContain("<!channel>");
  expect(await poster.findByKey("U0LENA", "reminder:g1:x", since())).toBe(ts);
  expect(await poster.findByKey("U0LENA", "reminder:g1:y", since())).toBeNull();
});

test("the newest of many messages are read, however many pages they fill", async () => {
  const { playground, poster } = await openPoster();
  const { ts } = await poster.post("C0BILLING", digest, key, at);
  for (let count = 0; count < 210; count += 1) {
    await clientOf(playground).apiCall("chat.postMessage", {
      channel: "C0BILLING",
      text: `chatter ${count}`,
    });
  }
  expect(await poster.findByKey("C0BILLING", key, since())).toBe(ts);
});

test("a notice reaches a person directly", async () => {
  const { playground, poster } = await openPoster();
  await poster.tell("U0LENA", "The digest <d1> could not be sent.");
  const [message] = fromBot(await visitorAt(playground, "U0LENA").see());
  expect(message).toMatchObject({ channel: "D0LENA" });
  expect(message?.text).toContain("could not be sent");
});

/** A Slack that answers one way, and counts what it was asked. */
async function slackThat(answer: (response: ServerResponse, call: number) => void) {
  const calls: URLSearchParams[] = [];
  const { poster, lines } = await posterTo((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString("utf8")));
    request.on("end", () => {
      // Who reads the channel is another question; here nobody from outside.
      if (request.url?.endsWith("/conversations.info") === true) {
        return json(response, { ok: true, channel: { id: "C1" } });
      }
      calls.push(new URLSearchParams(body));
      answer(response, calls.length);
    });
  });
  const posted = poster.post("C1", digest, key, at).then(
    ({ ts }) => ({ outcome: ts, fault: null }),
    (fault: unknown) => ({ outcome: fault instanceof AppError ? fault.code : "unknown", fault }),
  );
  return { calls, lines, poster, ...(await posted) };
}
const json = (response: ServerResponse, body: object, status = 200, headers = {}) => {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
};

test.each([
  ["a clear no", 200, { ok: false, error: "metadata_too_large" }, "slack_refused"],
  ["a channel it is not in", 200, { ok: false, error: "not_in_channel" }, "slack_closed"],
  ["a channel that is gone", 200, { ok: false, error: "channel_not_found" }, "slack_closed"],
  ["an archived channel", 200, { ok: false, error: "is_archived" }, "slack_closed"],
  ["a token that is not let in", 200, { ok: false, error: "token_revoked" }, "slack_shut_out"],
  ["a scope that is missing", 200, { ok: false, error: "missing_scope" }, "slack_shut_out"],
  ["a request that never reached Slack", 400, {}, "slack_busy"],
  ["too many requests", 429, {}, "slack_busy"],
  ["Slack's own trouble", 200, { ok: false, error: "internal_error" }, "unknown"],
  ["a broken answer", 502, {}, "unknown"],
])("%s is asked once and told apart", async (_name, status, body, expected) => {
  const { calls, outcome } = await slackThat((response) =>
    json(response, body, status, { "retry-after": "30" }),
  );
  expect([outcome, calls.length]).toEqual([expected, 1]);
});

test.each([
  ["1", 1_000],
  ["600", 600_000],
  ["-5", 0],
  ["999999999999", 86_400_000],
  ["abc", undefined],
  [undefined, undefined],
])(
  "too many requests, retry after %s: nothing was posted, and how long to wait is told",
  async (header, ms) => {
    const { calls, fault } = await slackThat((response) =>
      json(response, {}, 429, header === undefined ? {} : { "retry-after": header }),
    );
    expect(fault).toMatchObject({ code: "slack_busy", retryAfterMs: ms });
    expect(calls).toHaveLength(1);
  },
);

const taken = () => {
  throw new Error("another process has taken over");
};

test("a message that must not leave any more does not leave", async () => {
  const { playground, poster } = await openPoster();
  const posting = poster.post("C0BILLING", digest, key, { thread: null, ensure: taken });
  await expect(posting).rejects.toThrow("another process");
  expect(fromBot(await visitorAt(playground, "U0LENA").see())).toEqual([]);
});

test("a lost answer is not asked for again: the message may have arrived", async () => {
  const { calls, outcome } = await slackThat((response) => response.destroy());
  expect([outcome, calls.length]).toEqual(["unknown", 1]);
});

/** A message that Slack took, and an answer to it that nobody can read. */
const html = "<html><body>We will be back shortly.</body></html>";

test.each<[string, (response: ServerResponse) => void]>([
  ["is a page for people", (response) => void response.end(html)],
  [
    "is cut off in its middle",
    (response) => {
      response.writeHead(200, { "content-type": "application/json", "content-length": "40" });
      response.write('{"ok":true,"ts":');
      setImmediate(() => response.destroy());
    },
  ],
  ["is empty", (response) => void response.end()],
  ["names no message", (response) => json(response, { ok: true })],
  ["says no and not why", (response) => json(response, { ok: false })],
  ["is a proxy's JSON", (response) => json(response, { error: "maintenance" })],
  ["is a list", (response) => json(response, [])],
  ["has no content", (response) => void response.writeHead(204).end()],
  ["is of another kind of success", (response) => json(response, {}, 202)],
])("an answer that %s leaves open what became of the message", async (_name, answer) => {
  const { calls, outcome } = await slackThat(answer);
  expect([outcome, calls.length]).toEqual(["unknown", 1]);
});

test.each([
  ["whose name nobody knows", "https://slack.goalpost.invalid/api/"],
  ["that cannot prove who it is", null],
  ["that is not there", "http://127.0.0.1:9/api/"],
])("to a Slack %s nothing is posted, and a later try may do it", async (_name, given) => {
  const plain = createServer((_request, response) => json(response, { ok: true }));
  await new Promise<void>((resolve) => plain.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void plain.close());
  // What speaks no TLS at all fails its handshake as a wrong certificate does.
  const { port } = plain.address() as AddressInfo;
  const apiUrl = given ?? `https://127.0.0.1:${port}/api/`;
  const { log } = collectLog();
  const quotas = createQuotas();
  const settings = {
    botToken: "xoxb-test",
    apiUrl,
    sharedChannels: [],
    quotas,
    log,
    inProduction: false,
  };
  const posting = createPoster(settings).post("C1", digest, key, at);
  await expect(posting).rejects.toMatchObject({ code: "slack_busy" });
});

test.each([
  ["the scope is missing", "missing_scope", "slack_refused"],
  ["the token is revoked", "token_revoked", "slack_shut_out"],
  ["the bot was removed", "not_in_channel", "slack_closed"],
  ["Slack asks to wait", "ratelimited", "slack_busy"],
  ["Slack is in trouble", "internal_error", null],
])("a channel that cannot be read back because %s is told apart", async (_name, word, code) => {
  const slack = faultInSlack();
  const { poster } = await openPoster();
  slack.failAt("conversations.history", word);
  const fault: unknown = await poster
    .findByKey("C0BILLING", key, since())
    .catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(Error);
  expect(fault instanceof AppError ? fault.code : null).toBe(code);
});

test("an answer without messages is not taken for a channel without the message", async () => {
  const { poster } = await posterTo((request, response) =>
    json(response, { ok: true, ...(request.url?.endsWith("auth.test") && { bot_id: "B1" }) }),
  );
  await expect(poster.findByKey("C1", key, since())).rejects.toThrow("did not give the messages");
});

test("blocks that Slack refuses go once more in their oldest form, key included", async () => {
  const { calls, outcome, lines } = await slackThat((response, call) =>
    json(response, call === 1 ? { ok: false, error: "invalid_blocks" } : { ok: true, ts: "1.2" }),
  );
  expect(outcome).toBe("1.2");
  const [first, second] = calls.map((call) => call.get("blocks") ?? "");
  expect(first).toContain('"data_table"');
  expect(second).not.toMatch(/"data_table"|"data_visualization"/u);
  expect(second).toContain(`"block_id":"${key}"`);
  expect(calls[1]?.get("metadata")).toContain(key);
  expect(lines.map(({ level }) => level)).toEqual(expect.arrayContaining(["warn"]));
});

test("blocks refused twice are given up, not tried for ever", async () => {
  const { calls, outcome } = await slackThat((response) =>
    json(response, { ok: false, error: "invalid_blocks" }),
  );
  expect([outcome, calls.length]).toEqual(["slack_refused", 2]);
});

test("a message never unfurls links", async () => {
  const { calls } = await slackThat((response) => json(response, { ok: true, ts: "1.2" }));
  expect([calls[0]?.get("unfurl_links"), calls[0]?.get("unfurl_media")]).toEqual([
    "false",
    "false",
  ]);
  expect(calls[0]?.has("link_names")).toBe(false);
});

test("an update says all that a message says, as it was posted", async () => {
  const slack = await slackThat((response) => json(response, { ok: true, ts: "1.2" }));
  await slack.poster.amend({ ...digest, channel: "C1", ts: "1.2", corrections: ["Corrected."] });
  const update = slack.calls[1];
  expect(Object.fromEntries(update!)).toMatchObject({ channel: "C1", ts: "1.2", parse: "none" });
  expect(update!.get("metadata")).toContain(key);
  expect(update!.get("blocks")).toContain(`"block_id":"${key}"`);
});
