/** What a scope lets us do: commands, events we listen to, or Web API methods we call. */
export interface Scope {
  readonly name: string;
  /** Said beside it in the manifest, so that whoever installs the app can judge it. */
  readonly why: string;
  readonly lets: readonly string[];
}

/** Every scope the bot asks for, none without something the code does. */
export const scopes: readonly Scope[] = [
  { name: "commands", why: "/kpi, /goal, /digest and the shortcut", lets: ["slash_commands"] },
  {
    name: "chat:write",
    why: "answer, post digests, tell an owner that a digest could not be sent",
    lets: ["chat.postMessage", "chat.postEphemeral", "chat.update"],
  },
  {
    name: "im:history",
    why: "read what people write to the bot directly, and whether a reminder arrived",
    lets: ["message.im", "conversations.history"],
  },
  {
    name: "im:write",
    why: "find a person's direct messages, for their files and to see whether a reminder arrived",
    lets: ["conversations.open"],
  },
  {
    name: "files:write",
    why: "hand a scorecard as a file to whoever asked for it, in their direct messages",
    lets: ["files.getUploadURLExternal", "files.completeUploadExternal"],
  },
  { name: "app_mentions:read", why: "answer when called by name", lets: ["app_mention"] },
  {
    name: "users:read",
    why: "know the language and time zone of who asks, and that they are full members",
    lets: ["users.info"],
  },
  {
    name: "usergroups:read",
    why: "let goalpost.yml name a user group as leads",
    lets: ["usergroups.users.list"],
  },
  {
    name: "channels:read",
    why: "never show figures in a channel shared with another organization, and refuse one that is archived",
    lets: ["conversations.info", "users.conversations"],
  },
  {
    name: "groups:read",
    why: "the same for private channels, and show their goals and digests to their members only",
    lets: ["conversations.info", "users.conversations"],
  },
  {
    name: "channels:history",
    why: "find out whether a digest arrived when Slack's answer was lost, so that none is sent twice; take a reply under it that begins with a goal's code as a check-in",
    lets: ["conversations.history", "conversations.replies", "message.channels"],
  },
  {
    name: "groups:history",
    why: "the same for private channels",
    lets: ["conversations.history", "conversations.replies", "message.groups"],
  },
];

/** Methods that need no scope. */
export const freeMethods = ["auth.test", "views.open", "views.update", "views.publish"] as const;

/** What the bot wants to be told. */
export const botEvents = [
  "app_home_opened",
  "app_mention",
  "message.channels",
  "message.groups",
  "message.im",
] as const;
