import type { BlockAction, ButtonAction, RespondFn, ViewOutput } from "@slack/bolt";
import type { Asker, Reply } from "../../commands/command.ts";
import { refusal } from "../../commands/page.ts";
import { liveAction } from "../blocks/form-view.ts";
import { shareAction } from "../blocks/share-button.ts";
import { say } from "../i18n/say.ts";
import { showsAgents, mayShowAgents } from "./agent-figures.ts";
import type { Speaker } from "./asker.ts";
import { audienceIn } from "./audience.ts";
import { channelDoor, responseDoor, type Door } from "./door.ts";
import { readMetadata } from "./form-metadata.ts";
import { oftenPage } from "./gate.ts";
import { publishHome } from "./home.ts";
import type { Parts } from "./parts.ts";
import { placeOf } from "./place.ts";
import { redrawForm } from "./redraw-form.ts";
import { reply, tellDirectly } from "./reply.ts";
import { pressedWords } from "./said-words.ts";
import { waitOn } from "./screen.ts";
import { channelOf, speak } from "./speak.ts";
import { localeSoon, takeWords, type Taken } from "./take-words.ts";

/** Buttons that say words for the person, the one that shares, and fields that redraw their form. */
export function registerActions(parts: Parts): void {
  const { app, askerOf, replier } = parts;

  app.action<BlockAction<ButtonAction>>(/^say:/u, async ({ action, body, respond }) => {
    const speaker = speakerOf(body);
    const taken = {
      speaker,
      words: pressedWords(action.value ?? ""),
      door: doorFor(parts, body, respond),
    };
    // Words in a button are only words: what they may do is decided anew for whoever presses it.
    if (body.view?.type === "modal") {
      await turnModal(parts, body.view, taken);
      return;
    }
    const fromHome = body.view?.type === "home";
    const asker = await takeWords(parts, { ...taken, fromHome });
    // Home is drawn anew where the press changed the language it is written in.
    const after = fromHome ? await askerOf(speaker) : asker;
    if (after.locale !== asker.locale) await publishHome(parts, speaker);
  });

  app.action<BlockAction<ButtonAction>>(shareAction, async ({ action, body, respond }) => {
    const words = pressedWords(action.value ?? "");
    const asker = await askerOf(speakerOf(body));
    const door = doorFor(parts, body, respond);
    const shareDoor = responseDoor(respond, { triggerId: null, toChannel: true });
    const audience = await audienceIn(parts, asker);
    await reply(replier, { asker, audience, door, words, shareDoor }, (reader) =>
      shareable(parts, words, asker, reader),
    );
  });

  app.action<BlockAction>(liveAction, async ({ body }) => {
    await redrawForm(parts, body);
  });
}

/**
 * A button in a modal is answered in the same window. The first press takes it: a second finds it
 * changed, and does nothing.
 */
async function turnModal(parts: Parts, view: ViewOutput, taken: Taken): Promise<void> {
  const { askerOf, locale, replier } = parts;
  const { speaker } = taken;
  const asking = askerOf(speaker);
  const count = await replier.gate.rates.step(speaker.user);
  if (count > 0) {
    // The window stays as it is.
    const asker = await asking;
    await tellDirectly(replier, asker, oftenPage(asker, count));
    return;
  }
  const soon = await localeSoon(asking, locale);
  const screen = await waitOn(replier.reader, view, soon);
  if (screen === null) return;
  const fromHome = readMetadata(view.private_metadata)?.fromHome === true;
  await takeWords(parts, { ...taken, screen, fromHome });
  if (fromHome) await publishHome(parts, speaker);
}

const speakerOf = (body: BlockAction<ButtonAction>): Speaker => ({
  user: body.user.id,
  team: body.user.team_id ?? null,
  channel: channelOf(body.channel?.id),
});

/** Where the button was; App Home has no messages, so its answers come as direct ones. */
function doorFor({ replier }: Parts, body: BlockAction<ButtonAction>, respond: RespondFn): Door {
  const { channel, message, trigger_id: triggerId } = body;
  const thread: unknown = message?.["thread_ts"];
  const threadTs = typeof thread === "string" ? { threadTs: thread } : {};
  if (channel === undefined) {
    return channelDoor(replier.writer, body.user.id, { triggerId, isPrivate: true });
  }
  return channelOf(channel.id) === null
    ? channelDoor(replier.writer, channel.id, { triggerId, isPrivate: true, ...threadTs })
    : responseDoor(respond, { triggerId, toChannel: false, ...threadTs });
}

/**
 * The answer, or why it is not shared: a channel that people from outside read, or that we cannot
 * see into, gets no figures; those of single agents only where the configuration lets them.
 */
async function shareable(parts: Parts, words: string, asker: Asker, reader: Asker): Promise<Reply> {
  const { agentFiguresIn } = parts;
  const { channel, locale } = asker;
  if (channel === null) return refusal([say(locale, (t) => t.slack.shareNowhere)]);
  const place = await placeOf(parts, channel);
  if (place === null || place.isShared) return refusal([say(locale, (t) => t.slack.shareClosed)]);
  const made = await speak(parts, words, reader);
  return showsAgents(made) && !mayShowAgents(channel, place, agentFiguresIn)
    ? refusal([say(locale, (t) => t.slack.shareAgents)])
    : made;
}
