import type { WebClient } from "@slack/web-api";
import { AppError } from "../errors.ts";
import { lookAtPlace, type Place } from "./place.ts";
import { toPostingFault } from "./slack-fault.ts";

/**
 * Before each post to a channel: who reads there may have changed since it was set up. Throws
 * `slack_shared` where people of other organizations read along, `slack_closed` where Slack does not
 * let it be seen, `slack_shut_out` where it lets nothing in, and `slack_busy` where it does not say now.
 */
export async function keepInside(
  client: WebClient,
  channel: string,
  sharedChannels: readonly string[],
): Promise<void> {
  // A person's direct messages have no other readers.
  if (!/^[CG]/u.test(channel)) return;
  const { isShared } = await look(client, channel, sharedChannels);
  if (!isShared) return;
  throw new AppError("slack_shared", "People of other organizations are in the channel.", {
    hint: "Choose another channel, or name this one under privacy: { shared_channels: [...] }.",
  });
}

async function look(
  client: WebClient,
  channel: string,
  sharedChannels: readonly string[],
): Promise<Place> {
  try {
    return await lookAtPlace(client, channel, sharedChannels);
  } catch (error) {
    const fault = toPostingFault(error);
    throw fault instanceof AppError
      ? fault
      : new AppError("slack_busy", "Slack did not say who reads the channel.", { cause: error });
  }
}
