import type { WebClient } from "@slack/web-api";
import { digestBlocks } from "../blocks/digest-blocks.ts";
import { detailsBlocks } from "../blocks/details-blocks.ts";
import { reminderBlocks } from "../blocks/reminder-blocks.ts";
import { section } from "../blocks/factories.ts";
import type { DrawnMessage } from "../blocks/block.ts";
import { withCorrections } from "../blocks/with-corrections.ts";
import type { ComposedDigest } from "../digests/digest.ts";
import type { Outgoing } from "../digests/outgoing.ts";
import type { Quotas } from "../documents/quotas.ts";
import { AppError } from "../errors.ts";
import { createWriter, type ClientSettings } from "./clients.ts";
import { directChannel } from "./direct-channel.ts";
import { toBoltLogger, type Log } from "./log.ts";
import { createKeepInside } from "./keep-inside.ts";
import { postMessage } from "./post-message.ts";
import { sendChecked } from "./send-checked.ts";
import { toPostingFault, toReadingFault } from "./slack-fault.ts";

/** What leaves Goalpost unasked: digests and reminders, looked for again when the answer was lost, and notices. */
export interface Poster {
  /**
   * One message to a channel or a person, never repeated by itself; `ensure` is asked right before each
   * request that posts. Of an `AppError` nothing was posted: `slack_busy` a later try may do it,
   * `slack_shut_out` Slack lets nothing of ours in, `slack_closed` and `slack_shared` the channel is
   * closed to us, `slack_refused` it does not take this message. Anything else leaves the outcome unknown.
   */
  readonly post: (
    channel: string,
    message: Outgoing,
    key: string,
    options: { readonly thread: string | null; readonly ensure: () => void },
  ) => Promise<{ readonly ts: string }>;
  /** The bot's own message with that key since then; null when the channel, or the thread, has none. Throws as `post` does. */
  readonly findByKey: (
    channel: string,
    key: string,
    oldest: Date,
    thread?: string | null,
  ) => Promise<string | null>;
  /**
   * Says corrections in a digest's own message, which stays as it was posted otherwise. Done twice it is
   * the same. Throws as `post` does; of anything else a later try may do it.
   */
  readonly amend: (amended: Amended) => Promise<void>;
  readonly tell: (person: string, text: string) => Promise<void>;
}

export interface Amended {
  readonly channel: string;
  readonly ts: string;
  /** As it was posted. */
  readonly digest: ComposedDigest;
  /** A line each, the oldest first. */
  readonly corrections: readonly string[];
}

export interface PosterSettings extends ClientSettings {
  readonly log: Log;
  readonly quotas: Quotas;
  readonly inProduction: boolean;
  /** Channels with people of other organizations where figures may be posted. */
  readonly sharedChannels: readonly string[];
}

/** The metadata event a delivery carries beside its blocks. */
export const deliveryEvent = "goalpost_delivery";

export function createPoster(settings: PosterSettings): Poster {
  const client = createWriter(settings, toBoltLogger(settings.log));
  const keepInside = createKeepInside(client, settings.sharedChannels, settings.quotas);
  let botId: string | null = null;

  const send = (
    channel: string,
    message: DrawnMessage,
    { key, thread, ensure }: Sending,
  ): Promise<string> =>
    sendChecked(message, settings, async (checked) => {
      ensure();
      return postMessage(client, channel, checked, {
        ...(thread !== null && { thread_ts: thread }),
        ...(key !== null && { metadata: metadataOf(key) }),
      });
    });

  /** Only our own messages count: anybody may copy a key into theirs. */
  const ownBotId = async (): Promise<string> => {
    botId ??= (await client.auth.test()).bot_id ?? null;
    // Whoever looks for nobody's messages finds none, and would post once more.
    if (botId === null) throw new Error("Slack did not say which bot this is");
    return botId;
  };

  return {
    post: async (channel, message, key, options) => {
      await keepInside(channel);
      try {
        return { ts: await send(channel, drawn(message, key), { key, ...options }) };
      } catch (error) {
        throw toPostingFault(error);
      }
    },
    findByKey: async (channel, key, oldest, thread = null) => {
      try {
        const isPerson = /^[UW]/u.test(channel);
        const place = isPerson ? await directChannel(client, channel) : channel;
        return await findKey(client, ownBotId, { channel: place, key, oldest, thread });
      } catch (error) {
        throw toReadingFault(error);
      }
    },
    amend: async ({ channel, ts, digest, corrections }) => {
      const message = withCorrections(digestBlocks(digest), corrections, digest.locale);
      if (message === null) {
        throw new AppError("slack_refused", "There is no room for a correction in the message.");
      }
      await keepInside(channel);
      try {
        await sendChecked(message, settings, ({ text, blocks }) =>
          client.chat.update({
            channel,
            ts,
            text,
            blocks: [...blocks],
            // As it was posted: an update has other defaults.
            parse: "none",
            metadata: metadataOf(digest.key),
          }),
        );
      } catch (error) {
        throw toPostingFault(error);
      }
    },
    tell: async (person, text) => {
      const notice = { text, blocks: [section(text)] };
      try {
        await send(person, notice, { key: null, thread: null, ensure: () => {} });
      } catch (error) {
        throw toPostingFault(error);
      }
    },
  };
}

const metadataOf = (key: string) => ({ event_type: deliveryEvent, event_payload: { key } });

interface Sending {
  readonly key: string | null;
  readonly thread: string | null;
  readonly ensure: () => void;
}

function drawn(message: Outgoing, key: string): DrawnMessage {
  switch (message.kind) {
    case "digest":
      return digestBlocks(message.digest);
    case "details":
      return detailsBlocks(message.details, key);
    case "reminder":
      return reminderBlocks(message.reminder, key);
  }
}

interface Wanted {
  readonly channel: string;
  readonly key: string;
  readonly oldest: Date;
  readonly thread: string | null;
}

async function findKey(
  client: WebClient,
  ownBotId: () => Promise<string>,
  { channel, key, oldest, thread }: Wanted,
): Promise<string | null> {
  const own = await ownBotId();
  let cursor: string | undefined;
  // A channel with more than two thousand messages since the request left cannot be read in time.
  for (let page = 0; page < 10; page += 1) {
    const wanted = {
      channel,
      oldest: String(oldest.getTime() / 1000),
      inclusive: true,
      include_all_metadata: true,
      limit: 200,
      ...(cursor !== undefined && { cursor }),
    };
    const history =
      thread === null
        ? await client.conversations.history(wanted)
        : await client.conversations.replies({ ...wanted, ts: thread });
    // Whoever finds nothing posts once more: an answer that shows no messages says nothing.
    if (!Array.isArray(history.messages)) throw new Error("Slack did not give the messages");
    const found = history.messages.find(
      (message) =>
        message.bot_id === own &&
        (readKey(message.metadata?.event_payload) === key ||
          message.blocks?.some((block) => block.block_id === key)),
    );
    if (found?.ts !== undefined) return found.ts;
    cursor = history.response_metadata?.next_cursor;
    if (cursor === undefined || cursor === "") return null;
  }
  throw new AppError("slack_unreachable", "The channel has too many messages to look through.");
}

const readKey = (payload: unknown): unknown =>
  typeof payload === "object" && payload !== null && "key" in payload ? payload.key : null;
