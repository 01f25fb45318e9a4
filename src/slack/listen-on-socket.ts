import { setTimeout as sleep } from "node:timers/promises";
import { SocketModeReceiver, type Logger } from "@slack/bolt";
import { WebAPIRateLimitedError } from "@slack/web-api";
import type { Listening } from "./listening.ts";
import { describeError, type Log } from "./log.ts";
import { surelyRefused, type Patience } from "./patience.ts";
import { isAboutToken } from "./slack-fault.ts";

/** What an orderly goodbye may take. */
const partingMs = 500;

/** A timer that is set to more than 24 days rings at once. */
const longestWaitMs = 86_400_000;

/** A socket that held longer than this was a good one. */
const heldMs = 10_000;

/**
 * A socket that we open, and open again whenever it is lost. Bolt's own way of coming back waits
 * five seconds after each of Slack's hourly refreshes, may sleep for minutes after an outage, and
 * ends the process by an unhandled rejection when the token is revoked. The receiver never gets
 * routes: any `GET //` would end the process.
 */
export function listenOnSocket(settings: {
  readonly appToken: string;
  readonly apiUrl: string;
  readonly logger: Logger;
  readonly log: Log;
  readonly patience: Patience;
  readonly onRefused: (error: unknown) => void;
}): Listening {
  const { appToken, apiUrl, logger, log, patience, onRefused } = settings;
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    autoReconnectEnabled: false,
    clientPingTimeout: patience.pong,
    installerOptions: {
      clientOptions: {
        slackApiUrl: apiUrl,
        timeout: patience.answer,
        retryConfig: { retries: 0 },
        rejectRateLimitedCalls: true,
      },
    },
  });
  const { client } = receiver;
  const stopping = new AbortController();
  let isConnected = false;
  let isTrying = false;

  async function connect(): Promise<void> {
    const late = setTimeout(drop, patience.hello);
    try {
      await client.start();
    } finally {
      clearTimeout(late);
    }
  }

  /** The first word asks the other side to close; the second does not wait for it. */
  function drop(): void {
    void client.disconnect();
    void client.disconnect();
  }

  async function comeBack(failures: number): Promise<void> {
    isTrying = true;
    let refusals = 0;
    for (let tries = failures; ; tries += 1) {
      try {
        await sleep(pauseBefore(tries), undefined, { signal: stopping.signal });
        await connect();
        break;
      } catch (error) {
        if (stopping.signal.aborted) return;
        refusals = isAboutToken(error) ? refusals + 1 : 0;
        if (refusals === surelyRefused) return onRefused(error);
        log.warn({ error: describeError(error ?? "closed") }, "Slack's socket did not open");
        if (error instanceof WebAPIRateLimitedError) await waitOut(error);
      }
    }
    isTrying = false;
    log.info({}, "Connected to Slack again");
  }

  const pauseBefore = (tries: number): number =>
    patience.retries[Math.min(tries, patience.retries.length - 1)] ?? 0;

  const waitOut = ({ retryAfter }: WebAPIRateLimitedError): Promise<void> =>
    sleep(Math.min(retryAfter * 1_000, longestWaitMs), undefined, {
      signal: stopping.signal,
    }).catch(() => {});

  let connectedAt = 0;
  let changedAt = performance.now();
  let failures = 0;
  client.on("connected", () => {
    isConnected = true;
    connectedAt = changedAt = performance.now();
  });
  client.on("disconnected", () => {
    const wasConnected = isConnected;
    isConnected = false;
    if (wasConnected) changedAt = performance.now();
    if (!wasConnected || isTrying || stopping.signal.aborted) return;
    failures = performance.now() - connectedAt > heldMs ? 0 : failures + 1;
    log.info({}, "Slack's socket was lost");
    void comeBack(failures);
  });

  return {
    receiver,
    isConnected: () => isConnected,
    steadyMs: () => performance.now() - changedAt,
    start: connect,
    stop: async () => {
      stopping.abort();
      isConnected = false;
      // What was just acknowledged is still on its way.
      await Promise.race([client.disconnect(), sleep(partingMs, undefined, { ref: false })]);
    },
    cut: drop,
  };
}
