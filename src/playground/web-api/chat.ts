import { checkBlocks } from "../block-kit/check-blocks.ts";
import { nameParts } from "../block-kit/name-parts.ts";
import { toSlackMessage } from "../shapes.ts";
import type { Channel, Message } from "../wire.ts";
import type { Workspace } from "../workspace.ts";
import type { World } from "../world.ts";
import { type Answer, type Args, type Method, refuse } from "./method.ts";

type Content =
  | { readonly ok: true; readonly text: string; readonly blocks: Message["blocks"] }
  | { readonly ok: false; readonly answer: Answer };

/** Slack cuts longer texts off or refuses them. */
const longestText = 40_000;

function contentOf(args: Args, { workspace }: World): Content {
  const text = args.text("text") ?? "";
  if (text.length > longestText) return { ok: false, answer: refuse("msg_too_long") };
  const given = args.json("blocks");
  if (args.text("blocks") !== null && given === undefined) {
    return { ok: false, answer: refuse("invalid_blocks_format") };
  }
  const checked = checkBlocks(given ?? [], "message");
  if (!checked.ok) return { ok: false, answer: refuse(checked.error, checked.faults) };
  if (text === "" && checked.blocks.length === 0) {
    return { ok: false, answer: refuse("no_text") };
  }
  return { ok: true, text, blocks: nameParts(checked.blocks, () => workspace.nextId("b")) };
}

/** A channel the app may write to: by id, by name, or a person's direct message. */
export function writable(name: string | null, workspace: Workspace): Channel | Answer {
  if (name === null) return refuse("channel_not_found");
  const channel =
    workspace.person(name) === null
      ? (workspace.channel(name) ??
        workspace.channels().find((each) => each.kind === "public" && `#${each.name}` === name))
      : workspace.im(name);
  if (channel === undefined || channel === null) return refuse("channel_not_found");
  if (channel.isArchived === true) return refuse("is_archived");
  if (channel.members.includes(workspace.seed.bot.userId)) return channel;
  return refuse(channel.kind === "private" ? "channel_not_found" : "not_in_channel");
}

function ownMessage(args: Args, workspace: Workspace, denied: string): Message | Answer {
  const channel = writable(args.text("channel"), workspace);
  if ("ok" in channel) return channel;
  const message = workspace.message(channel.id, args.text("ts") ?? "");
  if (message === null || message.visibleTo !== null) return refuse("message_not_found");
  return message.author === workspace.seed.bot.userId ? message : refuse(denied);
}

const postMessage: Method = {
  status: "partial",
  token: "bot",
  run: (args, world) => {
    const { workspace } = world;
    const channel = writable(args.text("channel"), workspace);
    if ("ok" in channel) return channel;
    const content = contentOf(args, world);
    if (!content.ok) return content.answer;
    const threadTs = args.text("thread_ts");
    if (threadTs !== null && workspace.message(channel.id, threadTs) === null) {
      return refuse("thread_not_found");
    }
    const message = workspace.post({
      channel: channel.id,
      author: workspace.seed.bot.userId,
      text: content.text,
      blocks: content.blocks,
      threadTs,
      metadata: args.json("metadata") ?? null,
    });
    return {
      ok: true,
      channel: channel.id,
      ts: message.ts,
      message: toSlackMessage(message, workspace.seed),
    };
  },
};

const postEphemeral: Method = {
  status: "partial",
  token: "bot",
  run: (args, world) => {
    const { workspace } = world;
    const channel = writable(args.text("channel"), workspace);
    if ("ok" in channel) return channel;
    const person = args.text("user") ?? "";
    if (workspace.person(person) === null) return refuse("user_not_found");
    if (!channel.members.includes(person)) return refuse("user_not_in_channel");
    const content = contentOf(args, world);
    if (!content.ok) return content.answer;
    const message = workspace.post({
      channel: channel.id,
      author: workspace.seed.bot.userId,
      text: content.text,
      blocks: content.blocks,
      threadTs: args.text("thread_ts"),
      visibleTo: person,
    });
    return { ok: true, message_ts: message.ts };
  },
};

const update: Method = {
  status: "partial",
  token: "bot",
  run: (args, world) => {
    const { workspace } = world;
    const message = ownMessage(args, workspace, "cant_update_message");
    if ("ok" in message) return message;
    const content = contentOf(args, world);
    if (!content.ok) return content.answer;
    const { text, blocks } = content;
    const metadata = args.json("metadata") ?? message.metadata;
    workspace.edit({ ...message, text, blocks, metadata });
    const shape = toSlackMessage({ ...message, text, blocks }, workspace.seed);
    return { ok: true, channel: message.channel, ts: message.ts, text, message: shape };
  },
};

const remove: Method = {
  status: "supported",
  token: "bot",
  run: (args, { workspace }) => {
    const message = ownMessage(args, workspace, "cant_delete_message");
    if ("ok" in message) return message;
    workspace.remove(message);
    return { ok: true, channel: message.channel, ts: message.ts };
  },
};

const getPermalink: Method = {
  status: "supported",
  token: "bot",
  run: (args, { workspace }) => {
    const channel = args.text("channel") ?? "";
    const message = workspace.message(channel, args.text("message_ts") ?? "");
    if (message === null) return refuse("message_not_found");
    const { domain } = workspace.seed.team;
    const permalink = `https://${domain}.slack.com/archives/${channel}/p${message.ts.replace(".", "")}`;
    return { ok: true, channel, permalink };
  },
};

export const chat: Readonly<Record<string, Method>> = {
  "chat.postMessage": postMessage,
  "chat.postEphemeral": postEphemeral,
  "chat.update": update,
  "chat.delete": remove,
  "chat.getPermalink": getPermalink,
};
