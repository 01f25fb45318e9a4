import type { ChatPostMessageResponse, ConversationsListResponse, WebClient } from "@slack/web-api";
import { expect } from "vitest";
import { errorOf } from "./error-of.ts";
import { type Methods, tryMethods } from "./try-methods.ts";
import { visitorAt } from "./workspace-for-tests.ts";

const channel = "C0LEADS";
/** As `chat.postMessage` does, which the linter takes for a window's. */
const send = (client: WebClient, message: object) =>
  client.apiCall("chat.postMessage", { ...message });
const post = async (client: WebClient, text: string, more: object = {}): Promise<string> => {
  const { ts }: ChatPostMessageResponse = await send(client, { channel, text, ...more });
  return ts ?? "";
};
const textsIn = async (client: WebClient): Promise<(string | undefined)[]> =>
  (await client.conversations.history({ channel })).messages!.map(({ text }) => text);
const whisper = (client: WebClient, user: string) =>
  client.chat.postEphemeral({ channel, user, text: "psst" });

/** The address and the name of a file to come. */
async function announced(
  client: WebClient,
  length: number,
): Promise<{ upload_url: string; file_id: string }> {
  const asked = { filename: "a.csv", length };
  const { upload_url = "", file_id = "" } = await client.files.getUploadURLExternal(asked);
  return { upload_url, file_id };
}

const methods: Methods = {
  "chat.postMessage": {
    status: "partial",
    works: async ({ client }) => {
      const first = await post(client, "one");
      await post(client, "two", { thread_ts: first });
      expect(await textsIn(client)).toEqual(["one"]);
      const errors = await Promise.all(
        [
          { channel: "C0NONE", text: "x" },
          { channel: "C0GENERAL", text: "x" },
          { channel, text: "" },
          { channel, text: "x".repeat(40_001) },
          { channel, text: "x", thread_ts: "1.0" },
        ].map((message) => errorOf(send(client, message))),
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
    works: async ({ client, playground }) => {
      expect((await whisper(client, "U0LENA")).message_ts).toMatch(/^\d+\.\d{6}$/u);
      expect(await textsIn(client)).toEqual([]);
      expect(await errorOf(whisper(client, "U0SAMTSAI"))).toBe("user_not_in_channel");
      expect((await visitorAt(playground, "U0LENA").see()).messages).toHaveLength(1);
      expect((await visitorAt(playground, "U0MINA").see()).messages).toEqual([]);
    },
  },
  "chat.update": {
    status: "partial",
    works: async ({ client }) => {
      const ts = await post(client, "before");
      await client.chat.update({ channel, ts, text: "after" });
      expect(await textsIn(client)).toEqual(["after"]);
      expect(await errorOf(client.chat.update({ channel, ts: "1.0", text: "x" }))).toBe(
        "message_not_found",
      );
    },
  },
  "chat.delete": {
    status: "supported",
    works: async ({ client, playground }) => {
      const ts = await post(client, "gone");
      await visitorAt(playground, "U0LENA").do({
        kind: "say",
        channel,
        text: "mine",
        threadTs: null,
      });
      await client.chat.delete({ channel, ts });
      expect(await textsIn(client)).toEqual(["mine"]);
      const { messages } = await client.conversations.history({ channel });
      expect(await errorOf(client.chat.delete({ channel, ts: messages![0]!.ts! }))).toBe(
        "cant_delete_message",
      );
    },
  },
  "chat.getPermalink": {
    status: "supported",
    works: async ({ client }) => {
      const message_ts = await post(client, "here");
      const { permalink } = await client.chat.getPermalink({ channel, message_ts });
      expect(permalink).toContain(message_ts.replace(".", ""));
    },
  },
  "conversations.info": {
    status: "partial",
    works: async ({ client }) => {
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
    works: async ({ client }) => {
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
    works: async ({ client }) => {
      const { members } = await client.conversations.members({ channel });
      expect(members).toEqual(["U0MINA", "U0LENA", "U0GOALPOST"]);
    },
  },
  "conversations.history": {
    status: "partial",
    works: async ({ client }) => {
      const first = await post(client, "one");
      await post(client, "two", {
        metadata: { event_type: "goalpost", event_payload: { key: "k" } },
      });
      const { messages } = await client.conversations.history({ channel, oldest: first });
      expect(messages).toMatchObject([{ text: "two", metadata: { event_payload: { key: "k" } } }]);
      expect(await errorOf(client.conversations.history({ channel: "C0GENERAL" }))).toBe(
        "not_in_channel",
      );
    },
  },
  "conversations.replies": {
    status: "partial",
    works: async ({ client }) => {
      const ts = await post(client, "question");
      await post(client, "answer", { thread_ts: ts });
      const { messages } = await client.conversations.replies({ channel, ts });
      expect(messages).toMatchObject([
        { text: "question", reply_count: 1 },
        { text: "answer", thread_ts: ts },
      ]);
    },
  },
  "conversations.open": {
    status: "partial",
    works: async ({ client }) => {
      const opened = await client.conversations.open({ users: "U0MINA" });
      expect(opened.channel?.id).toBe("D0MINA");
      expect(await errorOf(client.conversations.open({ users: "U0NONE" }))).toBe("user_not_found");
    },
  },
  "conversations.join": {
    status: "supported",
    works: async ({ client }) => {
      await client.conversations.join({ channel: "C0GENERAL" });
      await send(client, { channel: "C0GENERAL", text: "hello" });
      expect(await errorOf(client.conversations.join({ channel }))).toBe(
        "method_not_supported_for_channel_type",
      );
    },
  },
  "files.getUploadURLExternal": {
    status: "partial",
    works: async ({ client }) => {
      const { upload_url } = await announced(client, 3);
      const upload = (body: string) => fetch(upload_url, { method: "POST", body });
      expect([(await upload("four")).status, (await upload("abc")).status]).toEqual([400, 200]);
      expect((await upload("abc")).status).toBe(400);
      expect(await errorOf(announced(client, 0))).toBe("invalid_arguments");
    },
  },
  "files.completeUploadExternal": {
    status: "partial",
    works: async ({ client }) => {
      const { upload_url, file_id } = await announced(client, 3);
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
};

tryMethods("in channels", methods);
