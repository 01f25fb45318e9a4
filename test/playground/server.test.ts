import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { request } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { HTTPReceiver } from "@slack/bolt";
import { afterEach, expect, test } from "vitest";
import { AppError } from "../../src/errors.ts";
import type { Playground, PlaygroundOptions } from "../../src/playground/server.ts";
import { sendMalformed } from "../fixtures/malformed-lines.ts";
import { boltFor, clientOf, startForTest, visitorAt } from "./workspace-for-tests.ts";

const running: Playground[] = [];
afterEach(() => Promise.all(running.splice(0).map((each) => each.stop())));
const start = async (options: Partial<PlaygroundOptions> = {}): Promise<Playground> => {
  const playground = await startForTest(options);
  running.push(playground);
  return playground;
};

/** fetch sets Host itself, so a plain request plays the stranger. */
const statusOf = (
  { apiUrl }: Playground,
  path: string,
  headers: Readonly<Record<string, string>>,
  method = "GET",
): Promise<number> =>
  new Promise((resolve, reject) => {
    request(new URL(path, apiUrl), { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on("error", reject)
      .end();
  });

test("it refuses production and real tokens", async () => {
  await expect(startForTest({ isProduction: true })).rejects.toThrow(AppError);
  await expect(startForTest({ hasRealTokens: true })).rejects.toThrow(/real Slack tokens/u);
});

test("it listens on this machine alone", async () => {
  const { apiUrl } = await start();
  expect(new URL(apiUrl).hostname).toBe("127.0.0.1");
});

test("a foreign Host, a foreign Origin and another site's request are refused", async () => {
  const pageFolder = mkdtempSync(join(tmpdir(), "page-"));
  writeFileSync(join(pageFolder, "index.html"), "<p>page</p>");
  const playground = await start({ pageFolder });
  const { port } = new URL(playground.apiUrl);
  const status = (headers: Readonly<Record<string, string>>, method = "GET") =>
    statusOf(playground, "/", headers, method);
  expect(await status({})).toBe(200);
  expect(await status({ host: `localhost:${port}` })).toBe(200);
  expect(await status({ host: `evil.example:${port}` })).toBe(403);
  expect(await status({ origin: "https://evil.example" })).toBe(403);
  expect(await status({ origin: `http://localhost:${port}` })).toBe(200);
  expect(await status({ "sec-fetch-site": "cross-site" }, "POST")).toBe(403);
  expect(await status({ "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" })).toBe(200);
});

test("only the page's own folder and kinds of file are served", async () => {
  const folder = mkdtempSync(join(tmpdir(), "page-"));
  writeFileSync(join(folder, "secret.json"), "{}");
  const playground = await start({ pageFolder: join(folder, "page") });
  expect(await statusOf(playground, "/../secret.json", {})).toBe(404);
  expect(await statusOf(playground, "/..%2fsecret.json", {})).toBe(404);
  expect(await statusOf(playground, "/%E0%A4%A", {})).toBe(400);
});

test("200 request lines that are none leave it alive", async () => {
  const playground = await start();
  const { port } = new URL(playground.apiUrl);
  await sendMalformed(Number(port));
  await statusOf(playground, "/", { connection: "Upgrade", upgrade: "websocket" }).catch(() => 0);
  expect(await visitorAt(playground, "U0LENA").see()).toMatchObject({ me: "U0LENA" });
});

test("a deed that is none is refused, whoever it claims to be from", async () => {
  const { apiUrl } = await start();
  const send = async (body: string, type = "application/json"): Promise<unknown> => {
    const headers = { "content-type": type };
    const response = await fetch(new URL("/playground/do", apiUrl), {
      method: "POST",
      headers,
      body,
    });
    return response.json();
  };
  const say = { kind: "say", channel: "C0LEADS", text: "hi", threadTs: null };
  expect(await send("{")).toMatchObject({ ok: false });
  expect(await send(JSON.stringify({ as: "U0LENA", deed: { kind: "sing" } }))).toMatchObject({
    ok: false,
  });
  expect(await send(JSON.stringify({ as: "U0LENA", deed: say }), "text/plain")).toMatchObject({
    ok: false,
  });
  expect(await send(JSON.stringify({ as: "U0ANDREI", deed: say }))).toEqual({
    ok: false,
    error: "not_in_channel",
  });
  expect(await send(JSON.stringify({ as: "U0LENA", deed: say }))).toEqual({ ok: true });
});

test("a live page hears what concerns its person, and nothing else", async () => {
  const playground = await start();
  const client = clientOf(playground);
  const leave = new AbortController();
  const live = await fetch(new URL("/playground/live?as=U0MINA", playground.apiUrl), {
    signal: leave.signal,
  });
  const whisper = { channel: "C0LEADS", user: "U0LENA", text: "for Lena" };
  await client.chat.postEphemeral(whisper);
  await client.views.publish({ user_id: "U0LENA", view: { type: "home", blocks: [] } });
  await client.apiCall("chat.postMessage", { channel: "U0ANDREI", text: "for Andrei" });
  await client.chat.postEphemeral({ ...whisper, user: "U0MINA", text: "for Mina" });
  await client.apiCall("chat.postMessage", { channel: "C0LEADS", text: "for all" });
  let heard = "";
  for await (const chunk of live.body!) {
    heard += Buffer.from(chunk).toString("utf8");
    if (heard.includes("for all")) break;
  }
  leave.abort();
  expect(heard).toContain("for Mina");
  expect(heard).not.toContain("for Lena");
  expect(heard).not.toContain("for Andrei");
  expect(heard).not.toContain('"kind":"home"');
});

test("what was said is there after a restart", async () => {
  const keptIn = join(mkdtempSync(join(tmpdir(), "kept-")), "deep", "workspace.json");
  const first = await startForTest({ keptIn });
  await clientOf(first).apiCall("chat.postMessage", { channel: "C0LEADS", text: "remember me" });
  await clientOf(first).conversations.join({ channel: "C0GENERAL" });
  await first.stop();
  const second = await start({ keptIn });
  const { messages, channels } = await visitorAt(second, "U0LENA").see();
  expect(messages.map(({ text }) => text)).toEqual(["remember me"]);
  expect(channels.find(({ name }) => name === "general")?.members).toContain("U0GOALPOST");
});

test("a kept file that cannot be read begins anew", async () => {
  const keptIn = join(mkdtempSync(join(tmpdir(), "kept-")), "workspace.json");
  writeFileSync(keptIn, '{"messages": [');
  const { messages } = await visitorAt(await start({ keptIn }), "U0LENA").see();
  expect(messages).toEqual([]);
});

const answer = async (url: string): Promise<number> =>
  (
    await fetch(url, {
      method: "POST",
      body: JSON.stringify({ text: "x" }),
      headers: { "content-type": "application/json" },
    })
  ).status;

test("an answer by response URL is taken five times within half an hour", async () => {
  let now = new Date("2026-11-22T09:00:00Z");
  const playground = await start({ clock: { now: () => now } });
  const app = boltFor(playground);
  const urls: string[] = [];
  app.command("/kpi", async ({ ack, body }) => {
    urls.push(body.response_url);
    await ack();
  });
  await app.start();
  const ask = async (): Promise<string> => {
    const say = { kind: "say", channel: "C0LEADS", text: "/kpi", threadTs: null } as const;
    await visitorAt(playground, "U0LENA").do(say);
    return urls.at(-1)!;
  };
  const url = await ask();
  const statuses: number[] = [];
  for (let at = 0; at < 6; at += 1) statuses.push(await answer(url));
  expect(statuses).toEqual([200, 200, 200, 200, 200, 404]);
  const late = await ask();
  now = new Date("2026-11-22T09:30:01Z");
  expect(await answer(late)).toBe(404);
  await app.stop();
});

test("a trigger opens one modal, and none after three seconds", async () => {
  let now = new Date("2026-11-22T09:00:00Z");
  const playground = await start({ clock: { now: () => now } });
  const app = boltFor(playground);
  const triggers: string[] = [];
  app.command("/goal", async ({ ack, body }) => {
    triggers.push(body.trigger_id);
    await ack();
  });
  await app.start();
  const lena = visitorAt(playground, "U0LENA");
  const say = { kind: "say", channel: "C0LEADS", text: "/goal", threadTs: null } as const;
  const open = async (): Promise<string> => {
    try {
      await app.client.views.open({
        trigger_id: triggers.at(-1)!,
        view: { type: "modal", title: { type: "plain_text", text: "Goal" }, blocks: [] },
      });
      return "opened";
    } catch (error) {
      return error instanceof Error ? error.message : "";
    }
  };
  await lena.do(say);
  expect([await open(), await open()]).toEqual([
    "opened",
    expect.stringContaining("exchanged_trigger_id"),
  ]);
  await lena.do(say);
  now = new Date("2026-11-22T09:00:03.001Z");
  expect(await open()).toContain("expired_trigger_id");
  await app.stop();
});

test("an app behind HTTP gets the same requests, signed", async () => {
  const port = await new Promise<number>((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
  const playground = await start({ requestUrl: `http://127.0.0.1:${port}/slack/events` });
  const { App } = await import("@slack/bolt");
  const withSecret = (signingSecret: string) =>
    new App({
      token: playground.botToken,
      clientOptions: { slackApiUrl: playground.apiUrl },
      receiver: new HTTPReceiver({ signingSecret, logger: quiet }),
      logger: quiet,
    });
  const say = { kind: "say", channel: "C0LEADS", text: "/kpi fcr", threadTs: null } as const;
  const lena = visitorAt(playground, "U0LENA");
  expect(await lena.do(say)).toEqual({ ok: false, error: "dispatch_failed" });
  const app = withSecret(playground.signingSecret);
  app.command("/kpi", async ({ ack, command }) => ack(`heard ${command.text}`));
  await app.start({ port, host: "127.0.0.1" });
  expect(await lena.do(say)).toEqual({ ok: true });
  expect((await lena.see()).messages.map(({ text }) => text)).toEqual(["heard fcr"]);
  await app.stop();
  const stranger = withSecret("another secret");
  stranger.command("/kpi", async ({ ack }) => ack("never"));
  await stranger.start({ port, host: "127.0.0.1" });
  expect(await lena.do(say)).toEqual({ ok: false, error: "operation_timeout" });
  await stranger.stop();
});

const quiet = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => "error" as never,
  setName: () => {},
};
