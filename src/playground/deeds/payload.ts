import { toSlackMessage, toSlackView } from "../shapes.ts";
import type { Channel, Message, Source, View } from "../wire.ts";
import type { World } from "../world.ts";

type Shape = Readonly<Record<string, unknown>>;

/** What every interactive payload begins with. */
export function payloadHead(type: string, personId: string, { workspace }: World): Shape {
  const { team, appId } = workspace.seed;
  const person = workspace.person(personId);
  return {
    type,
    team: { id: team.id, domain: team.domain },
    user: {
      id: personId,
      username: person?.handle,
      name: person?.handle,
      team_id: person?.teamId,
    },
    api_app_id: appId,
    token: "playground",
    enterprise: null,
    is_enterprise_install: false,
  };
}

export type Place =
  | { readonly kind: "message"; readonly message: Message; readonly channel: Channel }
  | { readonly kind: "view"; readonly view: View };

/** What a deed points at, if it is there and this person can see it. */
export function placeOf(source: Source, personId: string, { workspace }: World): Place | null {
  if (source.kind === "view") {
    const view = workspace.view(source.id);
    return view?.person === personId ? { kind: "view", view } : null;
  }
  const message = workspace.message(source.channel, source.ts);
  const channel = workspace.channel(source.channel);
  if (message === null || channel === null || !channel.members.includes(personId)) return null;
  if (message.visibleTo !== null && message.visibleTo !== personId) return null;
  return { kind: "message", message, channel };
}

/** Where it happened, as `block_actions` and `block_suggestion` tell it. */
export function payloadPlace(place: Place, values: Shape, { workspace }: World): Shape {
  const { seed } = workspace;
  if (place.kind === "view") {
    const { view } = place;
    return {
      container: { type: "view", view_id: view.id },
      view: toSlackView(view, seed, values),
    };
  }
  const { message, channel } = place;
  const isEphemeral = message.visibleTo !== null;
  return {
    container: {
      type: "message",
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: isEphemeral,
      ...(message.threadTs === null ? {} : { thread_ts: message.threadTs }),
    },
    channel: { id: channel.id, name: channel.kind === "im" ? "directmessage" : channel.name },
    state: { values },
    // Slack does not hand an ephemeral message back.
    ...(isEphemeral ? {} : { message: toSlackMessage(message, seed) }),
  };
}
