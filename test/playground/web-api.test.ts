import {
  type ChatPostMessageResponse,
  type ConversationsListResponse,
  WebAPIPlatformError,
  type WebClient,
} from "@slack/web-api";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Playground } from "../../src/playground/server.ts";
import { webApi } from "../../src/playground/web-api/index.ts";
import { clientOf, startForTest, visitorAt } from "./workspace-for-tests.ts";

let playground: Playground;
let client: WebClient;
beforeEach(async () => {
  playground = await startForTest();
  client = clientOf(playground);
});
afterEach(() => playground.stop());

const refusal = async (call: Promise<unknown>): Promise<unknown> => {
  try {
    await call;
  } catch (error) {
    if (error instanceof WebAPIPlatformError) return error.data;
    throw error;
  }
  throw new Error("Slack took it");
};
const errorOf = async (call: Promise<unknown>): Promise<unknown> =>
  ((await refusal(call)) as { error: string }).error;

const channel = "C0LEADS";
const plain = (text: string) => ({ type: "plain_text" as const, text });
const divider = { type: "divider" as const };
const home = { type: "home" as const, blocks: [divider] };
const say = (text: string) =>
  visitorAt(playground, "U0LENA").do({ kind: "say", channel, text, threadTs: null });
/** As `chat.postMessage` does, which the linter takes for a window's. */
const send = (message: object) => client.apiCall("chat.postMessage", { ...message });
const post = async (text: string, more: object = {}): Promise<string> => {
  const { ts }: ChatPostMessageResponse = await send({ channel, text, ...more });
  return ts ?? "";
};
const textsIn = async (): Promise<(string | undefined)[]> =>
  (await client.conversations.history({ channel })).messages!.map(({ text }) => text);

const validate = (blocks: object[]) =>
  client.apiCall("blocks.validate", { blocks: JSON.stringify(blocks) });
const whisper = (user: string) => client.chat.postEphemeral({ channel, user, text: "psst" });

/** The address and the name of a file to come. */
async function announced(length: number): Promise<{ upload_url: string; file_id: string }> {
  const asked = { filename: "a.csv", length };
  const { upload_url = "", file_id = "" } = await client.files.getUploadURLExternal(asked);
  return { upload_url, file_id };
}

/** Every method, how much of Slack's it takes, and a try of it with Slack's own client. */
const coverage: Readonly<
  Record<string, { status: "supported" | "partial"; works: () => Promise<void> }>
> = {
  "api.test": {
    status: "partial",
    works: async () => expect(await client.api.test()).toMatchObject({ ok: true }),
  },
  "auth.test": {
    status: "supported",
    works: async () =>
      expect(await client.auth.test()).toMatchObject({
        user_id: "U0GOALPOST",
        bot_id: "B0GOALPOST",
        team_id: "T0NORDLICHT",
      }),
  },
  "team.info": {
    status: "partial",
    works: async () =>
      expect((await client.team.info()).team).toMatchObject({ name: "Nordlicht Support" }),
  },
  "bots.info": {
    status: "supported",
    works: async () => {
      expect((await client.bots.info({ bot: "B0GOALPOST" })).bot?.user_id).toBe("U0GOALPOST");
      expect(await errorOf(client.bots.info({ bot: "B0" }))).toBe("bot_not_found");
    },
  },
  "blocks.validate": {
    status: "partial",
    works: async () => {
      expect(await validate([divider])).toMatchObject({ ok: true });
      expect(await refusal(validate([{ type: "bogus" }]))).toMatchObject({
        error: "invalid_blocks",
        response_metadata: { messages: [expect.stringContaining("json-pointer:/blocks/0/type")] },
      });
    },
  },
  "apps.connections.open": {
    status: "supported",
    works: async () => {
      const { url } = await clientOf(playground, playground.appToken).apps.connections.open();
      expect(url).toMatch(/^ws:\/\/127\.0\.0\.1:/u);
      expect(await errorOf(client.apps.connections.open())).toBe("not_allowed_token_type");
    },
  },
  "chat.postMessage": {
    status: "partial",
    works: async () => {
      const first = await post("one");
      await post("two", { thread_ts: first });
      expect(await textsIn()).toEqual(["one"]);
      const errors = await Promise.all(
        [
          { channel: "C0NONE", text: "x" },
          { channel: "C0GENERAL", text: "x" },
          { channel, text: "" },
          { channel, text: "x".repeat(40_001) },
          { channel, text: "x", thread_ts: "1.0" },
        ].map((message) => errorOf(send(message))),
      );
      expect(errors).toEqual([
        "channel_not_found",
        "not_in_channel",
        "no_text",
        "msg_too_long",
        "thread_not_found",
      ]);
    },
  },
  "chat.postEphemeral": {
    status: "partial",
    works: async () => {
      expect((await whisper("U0LENA")).message_ts).toMatch(/^\d+\.\d{6}$/u);
      expect(await textsIn()).toEqual([]);
      expect(await errorOf(whisper("U0SAMTSAI"))).toBe("user_not_in_channel");
      expect((await visitorAt(playground, "U0LENA").see()).messages).toHaveLength(1);
      expect((await visitorAt(playground, "U0MINA").see()).messages).toEqual([]);
    },
  },
  "chat.update": {
    status: "partial",
    works: async () => {
      const ts = await post("before");
      await client.chat.update({ channel, ts, text: "after" });
      expect(await textsIn()).toEqual(["after"]);
      expect(await errorOf(client.chat.update({ channel, ts: "1.0", text: "x" }))).toBe(
        "message_not_found",
      );
    },
  },
  "chat.delete": {
    status: "supported",
    works: async () => {
      const ts = await post("gone");
      await say("mine");
      await client.chat.delete({ channel, ts });
      expect(await textsIn()).toEqual(["mine"]);
      const { messages } = await client.conversations.history({ channel });
      expect(await errorOf(client.chat.delete({ channel, ts: messages![0]!.ts! }))).toBe(
        "cant_delete_message",
      );
    },
  },
  "chat.getPermalink": {
    status: "supported",
    works: async () => {
      const message_ts = await post("here");
      const { permalink } = await client.chat.getPermalink({ channel, message_ts });
      expect(permalink).toContain(message_ts.replace(".", ""));
    },
  },
  "conversations.info": {
    status: "partial",
    works: async () => {
      const info = async (id: string) => (await client.conversations.info({ channel: id })).channel;
      expect(await info(channel)).toMatchObject({ is_private: true, is_member: true });
      expect(await info("C0SUPPORT")).toMatchObject({ is_ext_shared: true, is_private: false });
      expect(await info("D0MINA")).toMatchObject({ is_im: true, user: "U0MINA" });
      expect(await errorOf(client.conversations.info({ channel: "C0NONE" }))).toBe(
        "channel_not_found",
      );
    },
  },
  "conversations.list": {
    status: "partial",
    works: async () => {
      const names: (string | undefined)[] = [];
      const pages = client.paginate("conversations.list", {
        types: "public_channel,private_channel",
        limit: 3,
      });
      for await (const page of pages) {
        const { channels }: ConversationsListResponse = page;
        names.push(...(channels ?? []).map(({ name }) => name));
      }
      expect(names).toEqual(["support-leads", "support", "billing-team", "general"]);
    },
  },
  "conversations.members": {
    status: "supported",
    works: async () => {
      const { members } = await client.conversations.members({ channel });
      expect(members).toEqual(["U0MINA", "U0LENA", "U0GOALPOST"]);
    },
  },
  "conversations.history": {
    status: "partial",
    works: async () => {
      const first = await post("one");
      await post("two", { metadata: { event_type: "goalpost", event_payload: { key: "k" } } });
      const { messages } = await client.conversations.history({ channel, oldest: first });
      expect(messages).toMatchObject([{ text: "two", metadata: { event_payload: { key: "k" } } }]);
      expect(await errorOf(client.conversations.history({ channel: "C0GENERAL" }))).toBe(
        "not_in_channel",
      );
    },
  },
  "conversations.replies": {
    status: "partial",
    works: async () => {
      const ts = await post("question");
      await post("answer", { thread_ts: ts });
      const { messages } = await client.conversations.replies({ channel, ts });
      expect(messages).toMatchObject([
        { text: "question", reply_count: 1 },
        { text: "answer", thread_ts: ts },
      ]);
    },
  },
  "conversations.open": {
    status: "partial",
    works: async () => {
      const opened = await client.conversations.open({ users: "U0MINA" });
      expect(opened.channel?.id).toBe("D0MINA");
      expect(await errorOf(client.conversations.open({ users: "U0NONE" }))).toBe("user_not_found");
    },
  },
  "conversations.join": {
    status: "supported",
    works: async () => {
      await client.conversations.join({ channel: "C0GENERAL" });
      await send({ channel: "C0GENERAL", text: "hello" });
      expect(await errorOf(client.conversations.join({ channel }))).toBe(
        "method_not_supported_for_channel_type",
      );
    },
  },
  "users.info": {
    status: "supported",
    works: async () => {
      const { user } = await client.users.info({ user: "U0SAMTSAI", include_locale: true });
      expect(user).toMatchObject({
        team_id: "T0PARTNER",
        is_stranger: true,
        tz: "Asia/Taipei",
        tz_offset: 28_800,
        locale: "zh-TW",
      });
      const plainly = await client.users.info({ user: "U0LENA" });
      expect(plainly.user).not.toHaveProperty("locale");
      expect(await errorOf(client.users.info({ user: "U0NONE" }))).toBe("user_not_found");
    },
  },
  "users.list": {
    status: "partial",
    works: async () => {
      const { members } = await client.users.list({});
      expect(members?.map(({ name }) => name)).toEqual([
        "mina",
        "lena",
        "andrei",
        "sam.tsai",
        "goalpost",
      ]);
    },
  },
  "users.conversations": {
    status: "partial",
    works: async () => {
      const types = "public_channel,private_channel";
      const { channels } = await client.users.conversations({ user: "U0ANDREI", types });
      expect(channels?.map(({ name }) => name)).toEqual(["support", "billing-team", "general"]);
    },
  },
  "usergroups.users.list": {
    status: "partial",
    works: async () => {
      expect((await client.usergroups.users.list({ usergroup: "S0LEADS" })).users).toEqual([
        "U0LENA",
      ]);
    },
  },
  "views.open": {
    status: "supported",
    works: async () => {
      const view = { type: "modal" as const, title: plain("Goal"), blocks: [divider] };
      expect(await errorOf(client.views.open({ trigger_id: "none", view }))).toBe(
        "invalid_trigger_id",
      );
    },
  },
  "views.push": {
    status: "supported",
    works: async () => {
      const view = { type: "modal" as const, title: plain("Goal"), blocks: [divider] };
      expect(await errorOf(client.views.push({ trigger_id: "none", view }))).toBe(
        "invalid_trigger_id",
      );
    },
  },
  "views.update": {
    status: "supported",
    works: async () => {
      const view = { type: "modal" as const, title: plain("Goal"), blocks: [divider] };
      expect(await errorOf(client.views.update({ view_id: "V0", view }))).toBe("not_found");
    },
  },
  "files.getUploadURLExternal": {
    status: "partial",
    works: async () => {
      const { upload_url } = await announced(3);
      const send = (body: string) => fetch(upload_url, { method: "POST", body });
      expect([(await send("four")).status, (await send("abc")).status]).toEqual([400, 200]);
      expect((await send("abc")).status).toBe(400);
      expect(await errorOf(announced(0))).toBe("invalid_arguments");
    },
  },
  "files.completeUploadExternal": {
    status: "partial",
    works: async () => {
      const { upload_url, file_id } = await announced(3);
      const share = (channel_id: string) =>
        client.files.completeUploadExternal({ files: [{ id: file_id, title: "A" }], channel_id });
      expect(await errorOf(share(channel))).toBe("file_not_found");
      await fetch(upload_url, { method: "POST", body: "abc" });
      expect(await errorOf(share("U0LENA"))).toBe("channel_not_found");
      await share(channel);
      const { messages } = await client.conversations.history({ channel });
      expect(messages![0]).toMatchObject({ files: [{ id: file_id, title: "A", size: 3 }] });
    },
  },
  "views.publish": {
    status: "supported",
    works: async () => {
      const first = await client.views.publish({ user_id: "U0MINA", view: home });
      const hash = first.view!.hash!;
      await client.views.publish({ user_id: "U0MINA", view: home, hash });
      expect(await errorOf(client.views.publish({ user_id: "U0MINA", view: home, hash }))).toBe(
        "hash_conflict",
      );
    },
  },
};

test("the list of methods says what each takes, and each is tried below", () => {
  const known = Object.entries(webApi(() => ""));
  expect(Object.fromEntries(known.map(([name, { status }]) => [name, status]))).toEqual(
    Object.fromEntries(Object.entries(coverage).map(([name, { status }]) => [name, status])),
  );
});

describe("Slack's own client finds", () => {
  test.each(Object.keys(coverage))("%s", async (name) => {
    expect.hasAssertions();
    await coverage[name]!.works();
  });
});

test("an unknown method, no token and a wrong token are refused as Slack does", async () => {
  expect(await errorOf(client.apiCall("chat.sing"))).toBe("unknown_method");
  expect(await errorOf(client.apiCall("constructor"))).toBe("unknown_method");
  expect(await errorOf(clientOf(playground, "xoxb-wrong").auth.test())).toBe("invalid_auth");
  const bare = await fetch(`${playground.apiUrl}auth.test`, { method: "POST" });
  expect(await bare.json()).toEqual({ ok: false, error: "not_authed" });
});
