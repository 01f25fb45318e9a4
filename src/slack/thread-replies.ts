import type { Reply } from "../../commands/command.ts";
import { deskFor } from "../../commands/desk-for.ts";
import { refusal } from "../../commands/page.ts";
import { listed } from "../i18n/listed.ts";
import { say } from "../i18n/say.ts";
import type { Speaker } from "./asker.ts";
import { channelDoor, whisperDoor } from "./door.ts";
import type { Parts } from "./parts.ts";
import { reply } from "./reply.ts";
import { saidTo } from "./said-words.ts";
import { speak } from "./speak.ts";
import { threadCheckIn, type ThreadReply } from "./thread-check-in.ts";

/**
 * Takes what is written under a message for a check-in, where it is one, and tells its author alone
 * what became of it. False where it is none.
 */
export async function takeThreadReply(
  parts: Parts,
  speaker: Speaker,
  said: ThreadReply,
): Promise<boolean> {
  const taken = await threadCheckIn(parts, said);
  if (taken === null) return false;
  const { askerOf, replier } = parts;
  const { channel, threadTs } = said;
  const asker = await askerOf(speaker);
  if (taken.kind === "check_in" && !said.isToBot) {
    // A goal of a channel that is closed to them is not there, and nobody called the bot.
    const { goals } = deskFor(asker, parts.desk);
    if ((await goals.find(taken.goal)) === null) return false;
  }
  // In direct messages nobody else reads along.
  const door =
    speaker.channel === null
      ? channelDoor(replier.writer, channel, { threadTs, isPrivate: true })
      : whisperDoor(replier.writer, channel, speaker.user, threadTs);
  const words = taken.kind === "check_in" ? taken.words : said.words;
  await reply(replier, { asker, door, words }, async (reader): Promise<Reply> => {
    if (taken.kind === "check_in") return speak(parts, words, reader);
    const goals = listed(taken.goals, reader.locale);
    return refusal([say(reader.locale, (t) => t.doors.whichGoal, { goals })]);
  });
  return true;
}

/** Replies in channels that do not call the bot; everything else said there is left alone. */
export function registerThreadReplies(parts: Parts): void {
  const { app, botUser } = parts;
  app.message(async ({ message }) => {
    if (message.channel_type === "im" || message.channel_type === "mpim") return;
    if (message.subtype !== undefined && !written.has(message.subtype)) return;
    if (!("thread_ts" in message) || !("user" in message) || "bot_id" in message) return;
    const { channel, thread_ts: threadTs, ts, user } = message;
    const text = "text" in message ? (message.text ?? "") : "";
    // Words to the bot by its name arrive as a mention as well.
    if (threadTs === undefined || threadTs === ts || text.includes(`<@${botUser()}>`)) return;
    if (user === undefined) return;
    const words = saidTo(botUser(), text);
    const speaker = { user, team: teamIn(message), channel };
    await takeThreadReply(parts, speaker, { channel, threadTs, words, isToBot: false });
  });
}

/** With a file, or shown in the channel too. */
const written: ReadonlySet<string> = new Set(["file_share", "thread_broadcast"]);

/** The sender's workspace, which Slack names in shared places. */
export const teamIn = (message: object): string | null =>
  "user_team" in message && typeof message.user_team === "string" ? message.user_team : null;
