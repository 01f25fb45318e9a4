import { encodeMentions } from "../mentions.ts";
import type { Outcome } from "../wire.ts";
import { failureOf, type World } from "../world.ts";

/** Sends a slash command, and posts what its acknowledgement carries. */
export async function slash(
  line: string,
  channelId: string,
  personId: string,
  world: World,
): Promise<Outcome> {
  const { workspace, commands, responseUrls } = world;
  const { team, appId } = workspace.seed;
  const [, name = "", text = ""] = /^\/(\S+)\s*(.*)$/su.exec(line) ?? [];
  const command = commands.find((each) => each.name === name);
  const channel = workspace.channel(channelId);
  const person = workspace.person(personId);
  if (command === undefined) return { ok: false, error: "unknown_command" };
  if (channel === null || person === null) return { ok: false, error: "channel_not_found" };
  const target = { channel: channelId, person: personId, source: null };
  const delivered = await world.deliver("slash_commands", {
    token: "playground",
    team_id: person.teamId,
    team_domain: team.domain,
    channel_id: channelId,
    channel_name: { im: "directmessage", private: "privategroup", public: channel.name }[
      channel.kind
    ],
    user_id: personId,
    user_name: person.handle,
    command: `/${name}`,
    text: command.shouldEscape === true ? encodeMentions(text, workspace) : text.trim(),
    api_app_id: appId,
    is_enterprise_install: "false",
    response_url: responseUrls.issue(target),
    trigger_id: world.triggers.issue(personId),
  });
  if (delivered.kind !== "acked") return { ok: false, error: failureOf(delivered) };
  const { payload } = delivered;
  const isEmpty = typeof payload !== "object" || payload === null || !hasContent(payload);
  if (isEmpty) return { ok: true };
  const error = responseUrls.respond(target, payload);
  return error === null ? { ok: true } : { ok: false, error };
}

const hasContent = (payload: object): boolean => "text" in payload || "blocks" in payload;
