import type { WebClient } from "@slack/web-api";
import { describeError, type Log } from "./log.ts";

/** What a channel is: who may be reading there. */
export interface Place {
  readonly isPrivate: boolean;
  /** People of another organization are in it, or about to be. */
  readonly isShared: boolean;
  readonly isArchived: boolean;
}

/** Null where Slack does not say, which counts as not permitted. */
export async function placeOf(client: WebClient, channel: string, log: Log): Promise<Place | null> {
  try {
    const { channel: found } = await client.conversations.info({ channel });
    if (found === undefined) return null;
    return {
      isPrivate: found.is_private === true,
      isShared: found.is_ext_shared === true || found.is_pending_ext_shared === true,
      isArchived: found.is_archived === true,
    };
  } catch (error) {
    log.info({ error: describeError(error), channel }, "Slack did not say what this channel is");
    return null;
  }
}
