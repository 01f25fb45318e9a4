import { toSlackChannel, toSlackMessage, toSlackParent } from "../shapes.ts";
import type { Channel, Message } from "../wire.ts";
import type { Workspace } from "../workspace.ts";
import { type Answer, type Args, type Method, refuse } from "./method.ts";
import { pageOf } from "./page-of.ts";

/** A channel the app can see: public ones, and the private ones and direct messages it is in. */
function visible(args: Args, workspace: Workspace): Channel | Answer {
  const channel = workspace.channel(args.text("channel") ?? "");
  const isSeen =
    channel?.kind === "public" || channel?.members.includes(workspace.seed.bot.userId) === true;
  return channel !== null && isSeen ? channel : refuse("channel_not_found");
}

function readable(args: Args, workspace: Workspace): Channel | Answer {
  const channel = visible(args, workspace);
  if ("ok" in channel) return channel;
  return channel.members.includes(workspace.seed.bot.userId) ? channel : refuse("not_in_channel");
}

const kindsOf = (args: Args, otherwise: string): readonly Channel["kind"][] =>
  (args.text("types") ?? otherwise).split(",").flatMap((type): readonly Channel["kind"][] => {
    switch (type.trim()) {
      case "public_channel":
        return ["public"];
      case "private_channel":
        return ["private"];
      case "im":
        return ["im"];
      default:
        return [];
    }
  });

export const channelsSeenBy = (memberId: string, args: Args, workspace: Workspace) => {
  const kinds = kindsOf(args, "public_channel");
  return workspace
    .channels()
    .filter(({ kind, members }) => kinds.includes(kind) && members.includes(memberId));
};

function isBetween({ ts }: Message, args: Args): boolean {
  const oldest = args.text("oldest");
  const latest = args.text("latest");
  const inclusive = args.flag("inclusive");
  const at = Number(ts);
  return (
    (oldest === null || at > Number(oldest) || (inclusive && at === Number(oldest))) &&
    (latest === null || at < Number(latest) || (inclusive && at === Number(latest)))
  );
}

const info: Method = {
  status: "partial",
  token: "bot",
  run: (args, { workspace }) => {
    const channel = visible(args, workspace);
    return "ok" in channel
      ? channel
      : { ok: true, channel: toSlackChannel(channel, workspace.seed) };
  },
};

const list: Method = {
  status: "partial",
  token: "bot",
  run: (args, { workspace }) => {
    const kinds = kindsOf(args, "public_channel");
    const seen = workspace
      .channels()
      .filter(
        ({ kind, members }) =>
          kinds.includes(kind) &&
          (kind === "public" || members.includes(workspace.seed.bot.userId)),
      );
    return pageOf(seen, args, 100, (page) => ({
      channels: page.map((each) => toSlackChannel(each, workspace.seed)),
    }));
  },
};

const members: Method = {
  status: "supported",
  token: "bot",
  run: (args, { workspace }) => {
    const channel = visible(args, workspace);
    if ("ok" in channel) return channel;
    return pageOf(channel.members, args, 100, (page) => ({ members: page }));
  },
};

const history: Method = {
  status: "partial",
  token: "bot",
  run: (args, { workspace }) => {
    const channel = readable(args, workspace);
    if ("ok" in channel) return channel;
    const found = workspace
      .messages(channel.id)
      .filter((each) => each.visibleTo === null && isBetween(each, args))
      .filter(({ threadTs, ts }) => threadTs === null || threadTs === ts)
      .toReversed();
    return pageOf(found, args, 100, (page, has_more) => ({
      messages: page.map((each) => toSlackParent(each, workspace)),
      has_more,
    }));
  },
};

const replies: Method = {
  status: "partial",
  token: "bot",
  run: (args, { workspace }) => {
    const channel = readable(args, workspace);
    if ("ok" in channel) return channel;
    const parent = workspace.message(channel.id, args.text("ts") ?? "");
    if (parent === null || parent.visibleTo !== null) return refuse("thread_not_found");
    const answers = workspace
      .messages(channel.id)
      .filter(({ threadTs, visibleTo }) => threadTs === parent.ts && visibleTo === null)
      .filter((each) => isBetween(each, args));
    return pageOf([parent, ...answers], args, 1000, (page, has_more) => ({
      messages: page.map((each) =>
        each.ts === parent.ts
          ? toSlackParent(each, workspace)
          : toSlackMessage(each, workspace.seed),
      ),
      has_more,
    }));
  },
};

const open: Method = {
  status: "partial",
  token: "bot",
  run: (args, { workspace }) => {
    const wanted = args.text("channel");
    const users = (args.text("users") ?? "").split(",").filter((each) => each !== "");
    const person = users[0] === undefined ? null : workspace.person(users[0]);
    if (wanted !== null) {
      return workspace.channel(wanted)?.kind === "im"
        ? { ok: true, channel: { id: wanted } }
        : refuse("channel_not_found");
    }
    if (users.length > 1) return refuse("method_not_supported_for_channel_type");
    if (person === null) return refuse("user_not_found");
    const channel = workspace.im(person.id);
    return {
      ok: true,
      no_op: true,
      already_open: true,
      channel: args.flag("return_im")
        ? toSlackChannel(channel, workspace.seed)
        : { id: channel.id },
    };
  },
};

const join: Method = {
  status: "supported",
  token: "bot",
  run: (args, { workspace }) => {
    const channel = visible(args, workspace);
    if ("ok" in channel) return channel;
    if (channel.kind !== "public") return refuse("method_not_supported_for_channel_type");
    const joined = workspace.join(channel, workspace.seed.bot.userId);
    return { ok: true, channel: toSlackChannel(joined, workspace.seed) };
  },
};

export const conversations: Readonly<Record<string, Method>> = {
  "conversations.info": info,
  "conversations.list": list,
  "conversations.members": members,
  "conversations.history": history,
  "conversations.replies": replies,
  "conversations.open": open,
  "conversations.join": join,
};
