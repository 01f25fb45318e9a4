import type { Person, Seed } from "./people.ts";
import type { Channel, Message, View } from "./wire.ts";
import type { Workspace } from "./workspace.ts";

type Shape = Readonly<Record<string, unknown>>;

/** Our things as Slack writes them into answers and payloads. */
export function toSlackMessage(message: Message, { bot, team, appId }: Seed): Shape {
  const isBot = message.author === bot.userId;
  return {
    type: "message",
    user: message.author,
    text: message.text,
    ts: message.ts,
    team: team.id,
    ...(isBot ? { bot_id: bot.botId, app_id: appId } : {}),
    ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(message.files === undefined ? {} : { subtype: "file_share", files: message.files }),
    ...(message.threadTs === null ? {} : { thread_ts: message.threadTs }),
    ...(message.editedTs === null
      ? {}
      : { edited: { user: message.author, ts: message.editedTs } }),
    ...(message.metadata === null ? {} : { metadata: message.metadata }),
  };
}

/** A thread's first message also tells how many answers it has. */
export function toSlackParent(message: Message, workspace: Workspace): Shape {
  const replies = workspace
    .messages(message.channel)
    .filter(({ threadTs, ts }) => threadTs === message.ts && ts !== message.ts);
  const shape = toSlackMessage(message, workspace.seed);
  const last = replies.at(-1);
  return last === undefined
    ? shape
    : { ...shape, thread_ts: message.ts, reply_count: replies.length, latest_reply: last.ts };
}

export function toSlackChannel(channel: Channel, { bot, team, people }: Seed): Shape {
  if (channel.kind === "im") {
    return {
      id: channel.id,
      is_im: true,
      is_channel: false,
      user: channel.members.find((each) => each !== bot.userId),
      context_team_id: team.id,
    };
  }
  const shared = people.some(
    ({ id, teamId }) => teamId !== team.id && channel.members.includes(id),
  );
  return {
    id: channel.id,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: channel.kind === "public",
    is_group: channel.kind === "private",
    is_im: false,
    is_mpim: false,
    is_private: channel.kind === "private",
    is_archived: channel.isArchived === true,
    is_member: channel.members.includes(bot.userId),
    is_shared: shared,
    is_ext_shared: shared,
    is_pending_ext_shared: false,
    is_org_shared: false,
    context_team_id: team.id,
    num_members: channel.members.length,
    topic: { value: channel.topic, creator: "", last_set: 0 },
    purpose: { value: channel.topic, creator: "", last_set: 0 },
  };
}

export function toSlackUser(person: Person, seed: Seed, atMs: number): Shape {
  const isStranger = person.teamId !== seed.team.id;
  return {
    id: person.id,
    team_id: person.teamId,
    name: person.handle,
    real_name: person.name,
    deleted: person.standing === "gone",
    tz: person.zone,
    tz_label: person.zone,
    tz_offset: offsetSeconds(person.zone, atMs),
    locale: slackLocale[person.locale],
    is_admin: person.part === "manager",
    is_owner: false,
    is_primary_owner: false,
    is_restricted: person.standing === "guest",
    is_ultra_restricted: false,
    is_bot: person.standing === "bot",
    is_app_user: false,
    ...(isStranger ? { is_stranger: true } : {}),
    profile: {
      real_name: person.name,
      display_name: person.name,
      title: person.part,
      team: person.teamId,
    },
  };
}

export function toSlackBotUser({ bot, team, appId }: Seed): Shape {
  return {
    id: bot.userId,
    team_id: team.id,
    name: bot.name.toLowerCase(),
    real_name: bot.name,
    deleted: false,
    is_bot: true,
    is_app_user: false,
    profile: { real_name: bot.name, bot_id: bot.botId, api_app_id: appId, team: team.id },
  };
}

export function toSlackView(view: View, seed: Seed, values: Shape = {}): Shape {
  const { payload } = view;
  return {
    ...payload,
    id: view.id,
    team_id: seed.team.id,
    app_id: seed.appId,
    bot_id: seed.bot.botId,
    app_installed_team_id: seed.team.id,
    hash: view.hash,
    private_metadata: payload.private_metadata ?? "",
    callback_id: payload.callback_id ?? "",
    external_id: payload.external_id ?? "",
    state: { values },
    root_view_id: view.kind === "modal" ? view.rootId : view.id,
    previous_view_id: view.kind === "modal" ? view.previousId : null,
  };
}

const slackLocale = { en: "en-US", ko: "ko-KR", ru: "ru-RU", "zh-TW": "zh-TW" } as const;

function offsetSeconds(zone: string, atMs: number): number {
  const part = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" })
    .formatToParts(atMs)
    .find(({ type }) => type === "timeZoneName")?.value;
  const [, sign = "+", hours = "0", minutes = "0"] =
    /GMT([+-])(\d{2}):(\d{2})/u.exec(part ?? "") ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}
