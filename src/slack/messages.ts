import { routeWords } from "../../commands/route.ts";
import { mayShowAgents } from "./agent-figures.ts";
import { audienceIn } from "./audience.ts";
import { channelDoor, whisperDoor } from "./door.ts";
import type { Parts } from "./parts.ts";
import { placeOf } from "./place.ts";
import { reply } from "./reply.ts";
import { saidTo } from "./said-words.ts";
import { channelOf, speak } from "./speak.ts";
import { takeThreadReply, teamIn } from "./thread-replies.ts";

/** Words in a direct message, and words to the bot by its name in a channel. */
export function registerMessages(parts: Parts): void {
  const { app, commands, askerOf, replier, botUser, agentFiguresIn } = parts;

  app.message(async ({ message }) => {
    // Edits, joins and the like are messages too; so is what bots say.
    if (message.subtype !== undefined && message.subtype !== "file_share") return;
    if (message.channel_type !== "im" || "bot_id" in message) return;
    const words = saidTo(botUser(), message.text ?? "");
    const speaker = { user: message.user, team: teamIn(message), channel: null };
    const { channel, thread_ts: thread } = message;
    if (thread !== undefined && thread !== message.ts) {
      const said = { channel, threadTs: thread, words, isToBot: true };
      if (await takeThreadReply(parts, speaker, said)) return;
    }
    const asker = await askerOf(speaker);
    const door = channelDoor(replier.writer, message.channel, {
      isPrivate: true,
      ...(message.thread_ts !== undefined && { threadTs: message.thread_ts }),
    });
    await reply(replier, { asker, door, words }, () => speak(parts, words, asker));
  });

  app.event("app_mention", async ({ event }) => {
    const { user, channel, text, ts, thread_ts: threadTs = ts } = event;
    // A direct message arrives as a message as well.
    if (user === undefined || channelOf(channel) === null) return;
    const words = saidTo(botUser(), text);
    const speaker = { user, team: event.user_team ?? event.team ?? null, channel };
    if (threadTs !== ts) {
      const said = { channel, threadTs, words, isToBot: true };
      if (await takeThreadReply(parts, speaker, said)) return;
    }
    const asker = await askerOf(speaker);
    const place = await placeOf(parts, channel);
    // Goals and digests may be of channels that not everybody here is in.
    const isFigure = !["goal", "digest"].includes(routeWords(words, commands).command.name);
    const isForAll = isFigure && asker.role !== "stranger" && place !== null && !place.isShared;
    const whisper = whisperDoor(replier.writer, channel, user, threadTs);
    const door = isForAll
      ? channelDoor(replier.writer, channel, { threadTs, isPrivate: false })
      : whisper;
    const agentsDoor = mayShowAgents(channel, place, agentFiguresIn) ? door : whisper;
    const audience = isForAll ? await audienceIn(parts, asker) : asker;
    const turn = { asker, audience, door, agentsDoor, privateDoor: whisper, words };
    await reply(replier, turn, (reader) => speak(parts, words, reader));
  });
}
