import type { WebClient } from "@slack/web-api";

/** A person's direct messages have a channel of their own, which only Slack can name. */
export async function directChannel(client: WebClient, person: string): Promise<string> {
  const { channel } = await client.conversations.open({ users: person });
  if (channel?.id === undefined) throw new Error("Slack opened a conversation and did not name it");
  return channel.id;
}
