import { toSlackBotUser, toSlackChannel, toSlackUser } from "../shapes.ts";
import { channelsSeenBy } from "./conversations.ts";
import { type Method, refuse } from "./method.ts";
import { pageOf } from "./page-of.ts";

const info: Method = {
  status: "supported",
  token: "bot",
  run: (args, { workspace, clock }) => {
    const { seed } = workspace;
    const id = args.text("user") ?? "";
    if (id === seed.bot.userId) return { ok: true, user: toSlackBotUser(seed) };
    const person = workspace.person(id);
    if (person === null) return refuse("user_not_found");
    const { locale, ...user } = toSlackUser(person, seed, clock.now().getTime());
    return { ok: true, user: args.flag("include_locale") ? { ...user, locale } : user };
  },
};

const list: Method = {
  status: "partial",
  token: "bot",
  run: (args, { workspace, clock }) => {
    const { seed } = workspace;
    const users = [
      ...seed.people.map((each) => toSlackUser(each, seed, clock.now().getTime())),
      toSlackBotUser(seed),
    ];
    return pageOf(users, args, 100, (members) => ({
      members: args.flag("include_locale")
        ? members
        : members.map(({ locale: _locale, ...user }) => user),
    }));
  },
};

const ownConversations: Method = {
  status: "partial",
  token: "bot",
  run: (args, { workspace }) => {
    const { seed } = workspace;
    const seen = channelsSeenBy(args.text("user") ?? seed.bot.userId, args, workspace);
    return pageOf(seen, args, 100, (page) => ({
      channels: page.map((each) => toSlackChannel(each, seed)),
    }));
  },
};

const groupMembers: Method = {
  status: "partial",
  token: "bot",
  run: (args, { workspace }) => {
    const group = workspace.seed.groups.find(({ id }) => id === args.text("usergroup"));
    return group === undefined ? refuse("no_such_subteam") : { ok: true, users: group.members };
  },
};

export const users: Readonly<Record<string, Method>> = {
  "users.info": info,
  "users.list": list,
  "users.conversations": ownConversations,
  "usergroups.users.list": groupMembers,
};
