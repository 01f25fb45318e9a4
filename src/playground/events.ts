import { toSlackMessage, toSlackView } from "./shapes.ts";
import type { Channel, Message } from "./wire.ts";
import type { World } from "./world.ts";

type Shape = Readonly<Record<string, unknown>>;

function bodyOf(event: Shape, { workspace, clock }: World, channel: Channel | null): Shape {
  const { team, appId, bot, people } = workspace.seed;
  const isShared = people.some(
    ({ id, teamId }) => teamId !== team.id && channel?.members.includes(id) === true,
  );
  return {
    token: "playground",
    team_id: team.id,
    context_team_id: team.id,
    context_enterprise_id: null,
    api_app_id: appId,
    event,
    type: "event_callback",
    event_id: workspace.nextId("Ev"),
    event_time: Math.floor(clock.now().getTime() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: team.id,
        user_id: bot.userId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: isShared,
  };
}

const messageEvent = { im: "message.im", public: "message.channels", private: "message.groups" };

/** Tells the app what it subscribed to about a new message, in the order Slack does. */
export async function announceMessage(message: Message, world: World): Promise<void> {
  const { workspace, botEvents } = world;
  const { bot } = workspace.seed;
  const channel = workspace.channel(message.channel);
  if (channel === null || message.visibleTo !== null) return;
  if (!channel.members.includes(bot.userId)) return;
  const author = workspace.person(message.author);
  const event = {
    ...toSlackMessage(message, workspace.seed),
    channel: channel.id,
    event_ts: message.ts,
    ...(author === null ? {} : { user_team: author.teamId, source_team: author.teamId }),
  };
  const send = async (name: string, shape: Shape): Promise<void> => {
    if (botEvents.includes(name)) {
      await world.deliver("events_api", bodyOf(shape, world, channel));
    }
  };
  const channelType = { im: "im", public: "channel", private: "group" }[channel.kind];
  await send(messageEvent[channel.kind], { ...event, channel_type: channelType });
  const isMention = author !== null && message.text.includes(`<@${bot.userId}>`);
  if (isMention && channel.kind !== "im")
    await send("app_mention", { ...event, type: "app_mention" });
}

export async function announceHomeOpened(
  person: string,
  tab: "home" | "messages",
  world: World,
): Promise<void> {
  const { workspace, botEvents } = world;
  if (!botEvents.includes("app_home_opened")) return;
  const channel = workspace.im(person);
  const view = workspace.home(person);
  const event = {
    type: "app_home_opened",
    user: person,
    channel: channel.id,
    tab,
    event_ts: (world.clock.now().getTime() / 1000).toFixed(6),
    ...(tab === "home" && view !== null ? { view: toSlackView(view, workspace.seed) } : {}),
  };
  await world.deliver("events_api", bodyOf(event, world, channel));
}
