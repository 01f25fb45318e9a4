import { setTimeout as sleep } from "node:timers/promises";
import type { WebClient } from "@slack/web-api";
import type { Log } from "./log.ts";
import { surelyRefused, type Patience } from "./patience.ts";
import { isAboutToken } from "./slack-fault.ts";

/**
 * Asks Slack now and then whether the bot's token still holds. Without it a revoked token would show
 * as everybody being a stranger. Gives the way to stop.
 */
export function watchToken({
  client,
  log,
  patience,
  onRefused,
}: {
  readonly client: WebClient;
  readonly log: Log;
  readonly patience: Patience;
  readonly onRefused: (error: unknown) => void;
}): () => void {
  const stopping = new AbortController();
  const { signal } = stopping;
  const wait = (ms: number): Promise<void> => sleep(ms, undefined, { signal, ref: false });

  async function watch(): Promise<void> {
    for (let refusals = 0; ;) {
      await wait(refusals === 0 ? patience.token : patience.doubt);
      try {
        await client.auth.test();
        refusals = 0;
      } catch (error) {
        // Whether Slack is there at all is the socket's business.
        if (!isAboutToken(error)) continue;
        refusals += 1;
        log.warn({ refusals }, "Slack refuses the bot's token");
        if (refusals === surelyRefused) return onRefused(error);
      }
    }
  }

  watch().catch(() => {});
  return () => stopping.abort();
}
