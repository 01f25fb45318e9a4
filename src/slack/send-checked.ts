import type { DrawnMessage } from "../blocks/block.ts";
import { checkBlocks } from "../blocks/check-blocks.ts";
import { toClassic } from "../blocks/classic-blocks.ts";
import type { Surface } from "../blocks/limits.ts";
import type { Log } from "./log.ts";
import { describeError } from "./log.ts";
import { isAboutBlocks } from "./slack-fault.ts";

export interface Checking {
  readonly log: Log;
  readonly inProduction: boolean;
}

/**
 * Sends a message that Slack's rules allow. If Slack refuses its blocks all the same (a new block
 * that has not reached this workspace yet), the same figures go once more in the oldest blocks.
 */
export async function sendChecked<T>(
  message: DrawnMessage,
  { log, inProduction }: Checking,
  send: (message: DrawnMessage) => Promise<T>,
): Promise<T> {
  const classic = { ...message, blocks: toClassic(message.blocks) };
  if (!isWithinRules("message", message, { log, inProduction })) return send(classic);
  try {
    return await send(message);
  } catch (error) {
    if (!isAboutBlocks(error)) throw error;
    log.warn({ error: describeError(error) }, "Slack refused the blocks; sent once more without");
    return send(classic);
  }
}

/** A broken rule is our bug: outside production it throws, there it is logged. */
export function isWithinRules(
  surface: Surface,
  payload: unknown,
  { log, inProduction }: Checking,
): boolean {
  const faults = checkBlocks(surface, payload);
  if (faults.length === 0) return true;
  const list = faults.map(({ pointer, problem }) => `${pointer}: ${problem}`).join("; ");
  if (!inProduction) throw new Error(`Slack would refuse this ${surface}: ${list}`);
  log.error({ faults }, "Slack would refuse this");
  return false;
}
