import type { RespondFn } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import type { DrawnMessage } from "../blocks/block.ts";
import { postMessage } from "./post-message.ts";
import { ResponseRefused, responseStatus } from "./slack-fault.ts";

/** The way back to the person who asked. */
export interface Door {
  readonly send: (message: DrawnMessage) => Promise<void>;
  /** For a modal, within three seconds; null where the request brought none. */
  readonly triggerId: string | null;
  /** Only the asker sees what is sent. */
  readonly isPrivate: boolean;
}

/** Answers where the command or the button was, through its `response_url`: no membership needed. */
export const responseDoor = (
  respond: RespondFn,
  options: {
    readonly triggerId: string | null;
    readonly toChannel: boolean;
    readonly threadTs?: string;
  },
): Door => ({
  triggerId: options.triggerId,
  isPrivate: !options.toChannel,
  send: async ({ text, blocks }) => {
    let response: unknown;
    try {
      response = await respond({
        response_type: options.toChannel ? "in_channel" : "ephemeral",
        replace_original: false,
        text,
        blocks: [...blocks],
        unfurl_links: false,
        unfurl_media: false,
        ...(options.threadTs !== undefined && { thread_ts: options.threadTs }),
      });
    } catch (error) {
      const status = responseStatus(error);
      // The reason is in a body that Bolt does not keep: a plain 400 is what bad blocks get.
      if (status === 400) throw new ResponseRefused("invalid_payload", error);
      throw status === 404 ? new ResponseRefused("expired_url", error) : error;
    }
    const refusal = await refusalIn(response);
    if (refusal !== null) throw new ResponseRefused(refusal);
  },
});

/** Some refusals come with status 200 and `{"ok":false,"error":…}`. */
async function refusalIn(response: unknown): Promise<string | null> {
  if (!(response instanceof Response)) return null;
  const body = await response.text();
  return /"ok"\s*:\s*false/u.test(body) ? (/"error"\s*:\s*"(\w+)"/u.exec(body)?.[1] ?? body) : null;
}

/** Answers as a message of the bot: in a direct message, or in the thread somebody asked in. */
export const channelDoor = (
  client: WebClient,
  channel: string,
  options: { readonly threadTs?: string; readonly triggerId?: string; readonly isPrivate: boolean },
): Door => ({
  triggerId: options.triggerId ?? null,
  isPrivate: options.isPrivate,
  send: async (message) => {
    await postMessage(client, channel, message, {
      ...(options.threadTs !== undefined && { thread_ts: options.threadTs }),
    });
  },
});

/** Answers one person in a channel the bot is in. */
export const whisperDoor = (
  client: WebClient,
  channel: string,
  user: string,
  threadTs: string,
): Door => ({
  triggerId: null,
  isPrivate: true,
  send: async ({ text, blocks }) => {
    await client.chat.postEphemeral({
      channel,
      user,
      text,
      blocks: [...blocks],
      thread_ts: threadTs,
    });
  },
});
