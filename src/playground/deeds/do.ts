import type { Option } from "../block-kit/elements.ts";
import { announceHomeOpened } from "../events.ts";
import type { Locale } from "../../i18n/locale.ts";
import { encodeMentions } from "../mentions.ts";
import type { Deed, Outcome, Suggestion } from "../wire.ts";
import type { World } from "../world.ts";
import { lookUp } from "./look-up.ts";
import { press } from "./press.ts";
import { shortcut } from "./shortcut.ts";
import { slash } from "./slash.ts";
import { close, submit } from "./submit.ts";

export type Suggest = (
  line: string,
  locale: Locale,
) => readonly Suggestion[] | Promise<readonly Suggestion[]>;

/** Does what a person did on the page, and says what came of it. */
export type Do = (deed: Deed, personId: string) => Promise<Outcome>;

export function createDo(world: World, suggest: Suggest): Do {
  const { workspace } = world;
  const found = new Map<string, Option>();
  const remembered = (value: string): Option | undefined => found.get(value);

  const say = async (deed: Extract<Deed, { kind: "say" }>, personId: string): Promise<Outcome> => {
    const text = deed.text.trim();
    const channel = workspace.channel(deed.channel);
    if (channel === null || !channel.members.includes(personId)) {
      return { ok: false, error: "not_in_channel" };
    }
    if (text === "") return { ok: false, error: "no_text" };
    if (text.startsWith("/")) {
      return deed.threadTs === null
        ? slash(text, deed.channel, personId, world)
        : { ok: false, error: "not_in_threads" };
    }
    workspace.post({
      channel: channel.id,
      author: personId,
      text: encodeMentions(text, workspace),
      blocks: [],
      threadTs: deed.threadTs,
    });
    return { ok: true };
  };

  const inviteBot = (channelId: string, personId: string): Outcome => {
    const channel = workspace.channel(channelId);
    if (channel === null || !channel.members.includes(personId)) {
      return { ok: false, error: "not_in_channel" };
    }
    workspace.join(channel, workspace.seed.bot.userId);
    return { ok: true };
  };

  const dismiss = (channelId: string, ts: string, personId: string): Outcome => {
    const message = workspace.message(channelId, ts);
    if (message?.visibleTo !== personId) return { ok: false, error: "message_not_found" };
    workspace.remove(message);
    return { ok: true };
  };

  return async (deed, personId) => {
    const person = workspace.person(personId);
    if (person === null) return { ok: false, error: "user_not_found" };
    switch (deed.kind) {
      case "say":
        return say(deed, personId);
      case "press":
        return press(deed, personId, world, remembered);
      case "look_up":
        return lookUp(deed, personId, world, (option) => found.set(option.value, option));
      case "submit":
        return submit(deed, personId, world, remembered);
      case "close":
        return close(deed, personId, world);
      case "open_home":
        await announceHomeOpened(personId, deed.tab, world);
        return { ok: true };
      case "shortcut":
        return shortcut(deed, personId, world);
      case "invite_bot":
        return inviteBot(deed.channel, personId);
      case "dismiss":
        return dismiss(deed.channel, deed.ts, personId);
      case "complete":
        return { ok: true, lines: await suggest(deed.line, person.locale) };
    }
  };
}
