import type { WebClient } from "@slack/web-api";

/** Who reads a channel may change meanwhile; Slack itself is not much faster to tell. */
const keptMs = 15_000;
const mostPages = 10;

/**
 * Whether Slack says for certain that nobody of another organization reads a channel, from the list
 * of all that Goalpost is in: one question for a thousand of them. Never throws: what cannot be read
 * is not certain.
 */
export function createInsideList(
  client: WebClient,
  nowMs: () => number,
): (channel: string) => Promise<boolean> {
  let kept: { readonly atMs: number; readonly channels: Promise<ReadonlySet<string>> } | null =
    null;
  return async (channel) => {
    const now = nowMs();
    if (kept === null || now - kept.atMs > keptMs) {
      kept = { atMs: now, channels: readInside(client) };
    }
    try {
      return (await kept.channels).has(channel);
    } catch {
      return false;
    }
  };
}

async function readInside(client: WebClient): Promise<ReadonlySet<string>> {
  const inside = new Set<string>();
  let cursor = "";
  for (let page = 0; page < mostPages; page += 1) {
    const { channels = [], response_metadata } = await client.users.conversations({
      types: "public_channel,private_channel",
      limit: 999,
      ...(cursor !== "" && { cursor }),
    });
    for (const { id, is_ext_shared: shared, is_pending_ext_shared: soon } of channels) {
      if (id !== undefined && shared === false && soon === false) inside.add(id);
    }
    cursor = response_metadata?.next_cursor ?? "";
    if (cursor === "") break;
  }
  return inside;
}
