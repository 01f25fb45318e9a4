import type { WebClient } from "@slack/web-api";
import type { FileReply } from "../../commands/command.ts";
import { limits } from "../blocks/limits.ts";
import { toMrkdwn } from "../blocks/text.ts";
import { directChannel } from "./direct-channel.ts";

/** As long as the client waits for Slack. */
const patienceMs = 10_000;

/**
 * Hands a person a file in their direct messages, where nobody else reads. Slack shows it with the last
 * of the three requests: before that a failure leaves nothing behind.
 */
export async function sendFile(
  client: WebClient,
  person: string,
  { name, title, holds, content }: FileReply,
): Promise<void> {
  const channel_id = await directChannel(client, person);
  const asked = { filename: name, length: content.byteLength };
  const { upload_url, file_id } = await client.files.getUploadURLExternal(asked);
  if (upload_url === undefined || file_id === undefined) {
    throw new Error("Slack gave no address for a file");
  }
  const taken = await fetch(upload_url, {
    method: "POST",
    headers: { "content-type": "application/octet-stream" },
    body: Buffer.from(content),
    signal: AbortSignal.timeout(patienceMs),
  });
  if (!taken.ok) throw new Error(`Slack took no file: it answered ${taken.status}`);
  await client.files.completeUploadExternal({
    files: [{ id: file_id, title }],
    channel_id,
    initial_comment: toMrkdwn(`${title}\n${holds}`, limits.messageText),
  });
}
