import type { MessageMetadata } from "@slack/types";
import type { WebClient } from "@slack/web-api";
import type { DrawnMessage } from "../blocks/block.ts";

export interface PostOptions {
  readonly thread_ts?: string;
  readonly metadata?: MessageMetadata;
}

/** Posts to a channel, a thread or a person, and gives Slack's name of the message. */
export async function postMessage(
  client: WebClient,
  channel: string,
  { text, blocks }: DrawnMessage,
  options: PostOptions = {},
): Promise<string> {
  const message = {
    channel,
    text,
    blocks: [...blocks],
    unfurl_links: false,
    unfurl_media: false,
    ...options,
  };
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- Slack's, not the window's
  const { ts } = await client.chat.postMessage(message);
  if (ts === undefined) throw new Error("Slack took a message and did not name it");
  return ts;
}
