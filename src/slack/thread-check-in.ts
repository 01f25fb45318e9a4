import { isAsking } from "../../commands/is-asking.ts";
import { describeError } from "./log.ts";
import type { Parts } from "./parts.ts";
import { deliveryEvent } from "./poster.ts";

/** What somebody wrote under a message. */
export interface ThreadReply {
  readonly channel: string;
  /** The message it stands under. */
  readonly threadTs: string;
  /** As said to the bot: without its name. */
  readonly words: string;
  /** It calls the bot by name, or is written to it directly. */
  readonly isToBot: boolean;
}

export type ThreadCheckIn =
  | { readonly kind: "check_in"; readonly goal: string; readonly words: string }
  /** The message is about several goals, and the reply names none. */
  | { readonly kind: "which"; readonly goals: readonly string[] };

/**
 * A check-in under a digest, a reminder or a talk with the bot: it begins with a goal's code, or is
 * written to the bot under a message about one goal. Null for everything else.
 */
export async function threadCheckIn(
  parts: Parts,
  { channel, threadTs, words, isToBot }: ThreadReply,
): Promise<ThreadCheckIn | null> {
  const coded = await withCode(parts, words);
  if (coded === null && (!isToBot || isAsking(words, parts.commands))) return null;
  const parent = await parentOf(parts, channel, threadTs);
  if (parent === null) return null;
  if (coded !== null) return parent.isOfGoals ? checkInOn(coded.goal, coded.text) : null;
  const [only, ...others] = parent.goals;
  if (only === undefined) return null;
  return others.length === 0 ? checkInOn(only, words) : { kind: "which", goals: parent.goals };
}

/** `g1 called the vendor`, where there is a g1. */
async function withCode(
  { desk }: Parts,
  words: string,
): Promise<{ readonly goal: string; readonly text: string } | null> {
  const [, code = "", text = ""] =
    /^(g\d{1,9})(?![\p{L}\p{N}])[\s:,.–—-]*([^]*)$/iu.exec(words) ?? [];
  const goal = code.toLowerCase();
  return text === "" || (await desk.goals.find(goal)) === null ? null : { goal, text };
}

const checkInOn = (goal: string, text: string): ThreadCheckIn => ({
  kind: "check_in",
  goal,
  words: `goal check-in ${goal} ${text}`,
});

interface Parent {
  /** Digests and reminders are, and so is what somebody asked the bot. */
  readonly isOfGoals: boolean;
  /** Those that its buttons are about. */
  readonly goals: readonly string[];
}

/** Null where the message is not to be read. */
async function parentOf(
  { reader, botUser, log }: Parts,
  channel: string,
  ts: string,
): Promise<Parent | null> {
  try {
    const { messages = [] } = await reader.conversations.history({
      channel,
      oldest: ts,
      latest: ts,
      inclusive: true,
      include_all_metadata: true,
      limit: 1,
    });
    const [message] = messages;
    if (message?.ts !== ts) return null;
    const isOurs = message.user === botUser();
    const goals = isOurs ? goalsIn(message.blocks) : [];
    const isDelivery = isOurs && message.metadata?.event_type === deliveryEvent;
    const isToBot = message.text?.includes(`<@${botUser()}>`) === true;
    return { isOfGoals: isDelivery || goals.length > 0 || isToBot, goals };
  } catch (error) {
    log.info({ error: describeError(error), channel }, "The message of a thread was not read");
    return null;
  }
}

/** Goals whose buttons stand in blocks: `goal check-in g1`. */
const goalsIn = (blocks: unknown): readonly string[] => [
  ...new Set(
    [...JSON.stringify(blocks ?? []).matchAll(/"value":"goal [a-z-]+ (g\d+)/gu)].flatMap(
      ([, goal]) => goal ?? [],
    ),
  ),
];
