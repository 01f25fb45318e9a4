import type { WebClient } from "@slack/web-api";
import { describeError, type Log } from "./log.ts";

/** What a channel is: who may be reading there. */
export interface Place {
  readonly isPrivate: boolean;
  /** People of another organization are in it, or about to be, and the configuration opens it to none of them. */
  readonly isShared: boolean;
  readonly isArchived: boolean;
  /** Goalpost is in it. */
  readonly hasBot: boolean;
}

/** Throws what Slack answered where it does not say. */
export async function lookAtPlace(
  client: WebClient,
  channel: string,
  sharedChannels: readonly string[],
): Promise<Place> {
  const { channel: found } = await client.conversations.info({ channel });
  if (found === undefined) throw new Error("Slack found a channel and did not describe it");
  const isShared = found.is_ext_shared === true || found.is_pending_ext_shared === true;
  return {
    isPrivate: found.is_private === true,
    isShared: isShared && !sharedChannels.includes(channel),
    isArchived: found.is_archived === true,
    hasBot: found.is_member === true,
  };
}

export interface PlaceAsking {
  readonly reader: WebClient;
  readonly log: Log;
  /** Channels with people of other organizations where figures may be shown. */
  readonly sharedChannels: readonly string[];
}

/** Null where Slack does not say, which counts as not permitted. */
export async function placeOf(
  { reader, log, sharedChannels }: PlaceAsking,
  channel: string,
): Promise<Place | null> {
  try {
    return await lookAtPlace(reader, channel, sharedChannels);
  } catch (error) {
    log.info({ error: describeError(error), channel }, "Slack did not say what this channel is");
    return null;
  }
}
