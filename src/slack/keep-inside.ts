import type { WebClient } from "@slack/web-api";
import type { Limit, Quotas } from "../documents/quotas.ts";
import { AppError } from "../errors.ts";
import { createInsideList } from "./inside-list.ts";
import { lookAtPlace, type Place } from "./place.ts";
import { toPostingFault } from "./slack-fault.ts";

/**
 * Slack answers fifty such questions a minute, and people's own questions need some of them: no minute
 * has more than forty, of all processes.
 */
const looks: Limit = { key: "who reads", everyMs: 3_000, atOnce: 20 };

/**
 * Before each post to a channel: who reads there may have changed since it was set up. Throws
 * `slack_shared` where people of other organizations read along, `slack_closed` where Slack does not
 * let it be seen, `slack_shut_out` where it lets nothing in, and `slack_busy` where it does not say now.
 * Of many channels at once those that are surely inside are taken from one list.
 */
export function createKeepInside(
  client: WebClient,
  sharedChannels: readonly string[],
  quotas: Quotas,
  nowMs: () => number = () => performance.now(),
): (channel: string) => Promise<void> {
  const isSurelyInside = createInsideList(client, nowMs);
  return async (channel) => {
    // A person's direct messages have no other readers.
    if (!/^[CG]/u.test(channel)) return;
    // Whoever cannot count asks: Slack will say whether that is too often.
    const { isTaken } = await quotas.next([looks], 0).catch(() => ({ isTaken: true }));
    if (!isTaken && (await isSurelyInside(channel))) return;
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
