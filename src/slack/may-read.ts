import { type Clock } from "../clock.ts";
import type { MayRead } from "../people/may-see.ts";
import { createReader, type ClientSettings } from "./clients.ts";
import { keepFor } from "./keep-for.ts";
import { describeError, toBoltLogger, type Log } from "./log.ts";
import { placeOf } from "./place.ts";

export interface MayReadSettings extends ClientSettings {
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Asks Slack, and keeps the answer for a while. A private channel that the bot is not in is closed to
 * everybody, since nobody can tell who is in it.
 */
export function createMayRead(settings: MayReadSettings): MayRead {
  const { clock, log } = settings;
  const client = createReader(settings, toBoltLogger(log));

  const privateOf = keepFor(clock, async (user: string): Promise<ReadonlySet<string>> => {
    const found = new Set<string>();
    let cursor = "";
    do {
      const { channels = [], response_metadata } = await client.users.conversations({
        user,
        types: "private_channel",
        limit: 200,
        ...(cursor !== "" && { cursor }),
      });
      for (const { id } of channels) if (id !== undefined) found.add(id);
      cursor = response_metadata?.next_cursor ?? "";
    } while (cursor !== "");
    return found;
  });
  const isPublic = keepFor(clock, async (channel: string) => {
    const place = await placeOf({ reader: client, log, sharedChannels: [] }, channel);
    // Not known is not kept: the bot may be invited a moment later.
    if (place === null) throw new Error("unknown channel");
    return !place.isPrivate;
  });

  return async (channel, person) => {
    try {
      if (await isPublic(channel).catch(() => false)) return true;
      return (await privateOf(person)).has(channel);
    } catch (error) {
      log.info(
        { error: describeError(error), channel },
        "Slack did not say who is in this channel",
      );
      return false;
    }
  };
}
