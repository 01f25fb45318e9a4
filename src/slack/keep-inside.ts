import type { WebClient } from "@slack/web-api";
import { AppError } from "../errors.ts";
import { createInsideList } from "./inside-list.ts";
import { lookAtPlace, type Place } from "./place.ts";
import { toPostingFault } from "./slack-fault.ts";

/** Slack answers fifty such questions a minute, and people's own questions need some of them. */
const mostAMinute = 20;
const minute = 60_000;

/**
 * Before each post to a channel: who reads there may have changed since it was set up. Throws
 * `slack_shared` where people of other organizations read along, `slack_closed` where Slack does not
 * let it be seen, `slack_shut_out` where it lets nothing in, and `slack_busy` where it does not say now.
 * Of many channels at once those that are surely inside are taken from one list.
 */
export function createKeepInside(
  client: WebClient,
  sharedChannels: readonly string[],
  nowMs: () => number = () => performance.now(),
): (channel: string) => Promise<void> {
  const isSurelyInside = createInsideList(client, nowMs);
  let askedAt: readonly number[] = [];
  return async (channel) => {
    // A person's direct messages have no other readers.
    if (!/^[CG]/u.test(channel)) return;
    const now = nowMs();
    askedAt = askedAt.filter((at) => at > now - minute);
    if (askedAt.length >= mostAMinute && (await isSurelyInside(channel))) return;
    askedAt = [...askedAt, now];
    const { isShared } = await look(client, channel, sharedChannels);
    if (!isShared) return;
    throw new AppError("slack_shared", "People of other organizations are in the channel.", {
      hint: "Choose another channel, or name this one under privacy: { shared_channels: [...] }.",
    });
  };
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
