import { setTimeout as sleep } from "node:timers/promises";
import type { App } from "@slack/bolt";
import { WebAPIRateLimitedError } from "@slack/web-api";
import type { Listening } from "./listening.ts";
import { describeError, type Log } from "./log.ts";
import { surelyRefused } from "./patience.ts";
import { isAboutToken } from "./slack-fault.ts";
import { createSocket, type Socket, type SocketSettings } from "./socket.ts";

/** A timer that is set to more than 24 days rings at once. */
const longestWaitMs = 86_400_000;

/** A socket that held longer than this was a good one. */
const heldMs = 10_000;

/**
 * A socket that we open, and open again whenever it is lost. Bolt's own way of coming back waits
 * five seconds after each of Slack's hourly refreshes, may sleep for minutes after an outage, and
 * ends the process by an unhandled rejection when the token is revoked. One over which nothing comes
 * any more, though it answers, gives way to another: that is open before it is closed.
 */
export function listenOnSocket(
  settings: Omit<SocketSettings, "onOpen" | "onLost"> & {
    readonly log: Log;
    readonly onRefused: (error: unknown) => void;
  },
): Listening {
  const { log, patience, onRefused } = settings;
  const stopping = new AbortController();
  const sockets = new Set<Socket>();
  let app: App | null = null;
  let isConnected = false;
  let isTrying = false;
  let connectedAt = 0;
  let changedAt = performance.now();
  let failures = 0;

  function newSocket(): Socket {
    const socket = createSocket({
      ...settings,
      onOpen: () => {
        if (socket === current) opened();
      },
      onLost: () => {
        if (socket === current) lost();
        else sockets.delete(socket);
      },
    });
    if (app !== null) socket.init(app);
    sockets.add(socket);
    return socket;
  }
  let current = newSocket();

  function opened(): void {
    if (stopping.signal.aborted) return current.drop();
    connectedAt = performance.now();
    if (!isConnected) changedAt = connectedAt;
    isConnected = true;
    current.whenMute(patience.mute, () => void replace(0, 0));
  }

  function lost(): void {
    const wasConnected = isConnected;
    isConnected = false;
    if (wasConnected) changedAt = performance.now();
    if (!wasConnected || isTrying || stopping.signal.aborted) return;
    failures = performance.now() - connectedAt > heldMs ? 0 : failures + 1;
    log.info({}, "Slack's socket was lost");
    void comeBack(failures);
  }

  async function comeBack(after: number): Promise<void> {
    isTrying = true;
    let refusals = 0;
    for (let tries = after; ; tries += 1) {
      try {
        await sleep(pauseBefore(tries), undefined, { signal: stopping.signal });
        await current.open();
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

  /** The mute one is all there is until another is open. Lost meanwhile, it comes back by itself. */
  async function replace(tries: number, refusedBefore: number): Promise<void> {
    const mute = current;
    const next = newSocket();
    try {
      await next.open();
    } catch (error) {
      sockets.delete(next);
      if (error instanceof WebAPIRateLimitedError) await waitOut(error);
      if (stopping.signal.aborted || !isConnected) return;
      const refusals = isAboutToken(error) ? refusedBefore + 1 : 0;
      // It may be mute for that very reason.
      if (refusals === surelyRefused) return onRefused(error);
      log.warn({ error: describeError(error ?? "closed") }, "Slack's socket was not replaced");
      mute.whenMute(pauseBefore(tries + 1), () => void replace(tries + 1, refusals));
      return;
    }
    if (stopping.signal.aborted || !isConnected) return next.drop();
    current = next;
    opened();
    log.info({}, "Nothing came over Slack's socket for a while: another took its place");
    // What came after all is acknowledged over the same socket.
    mute.whenMute(patience.parting, () => void mute.close());
  }

  const pauseBefore = (tries: number): number =>
    patience.retries[Math.min(tries, patience.retries.length - 1)] ?? 0;

  const waitOut = ({ retryAfter }: WebAPIRateLimitedError): Promise<void> =>
    sleep(Math.min(retryAfter * 1_000, longestWaitMs), undefined, {
      signal: stopping.signal,
    }).catch(() => {});

  return {
    receiver: {
      init: (given) => {
        app = given;
        for (const socket of sockets) socket.init(given);
      },
      start: () => current.open(),
      stop: async () => {},
    },
    isConnected: () => isConnected,
    steadyMs: () => performance.now() - changedAt,
    start: () => current.open(),
    stop: async () => {
      stopping.abort();
      isConnected = false;
      await Promise.all([...sockets].map((socket) => socket.close()));
    },
    cut: () => {
      for (const socket of sockets) socket.drop();
    },
  };
}
