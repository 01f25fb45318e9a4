import { setTimeout as sleep } from "node:timers/promises";
import { SocketModeReceiver, type App, type Logger } from "@slack/bolt";
import type { Patience } from "./patience.ts";

/** A way to Slack that can be opened again when it was lost. */
export interface Socket {
  /** Whom it hands what comes. */
  readonly init: (app: App) => void;
  /** Rejects with what Slack or the system answered. */
  readonly open: () => Promise<void>;
  /** Calls back, once, when nothing has come for so long; in place of what was to be called before. */
  readonly whenMute: (afterMs: number, then: () => void) => void;
  /** Lets what was just acknowledged be on its way. */
  readonly close: () => Promise<void>;
  /** At once. */
  readonly drop: () => void;
}

export interface SocketSettings {
  readonly appToken: string;
  readonly apiUrl: string;
  readonly logger: Logger;
  readonly patience: Patience;
  readonly onOpen: () => void;
  readonly onLost: () => void;
}

/** What an orderly goodbye may take. */
const partingMs = 500;

/**
 * Bolt's receiver without its own way of coming back. It never gets routes: any `GET //` would end the
 * process.
 */
export function createSocket(settings: SocketSettings): Socket {
  const { appToken, apiUrl, logger, patience, onOpen, onLost } = settings;
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
  let mute: NodeJS.Timeout | null = null;
  const listenNoMore = (): void => {
    if (mute !== null) clearTimeout(mute);
    mute = null;
  };

  /** The first word asks the other side to close; the second does not wait for it. */
  const drop = (): void => {
    void client.disconnect();
    void client.disconnect();
  };

  client.on("connected", onOpen);
  client.on("disconnected", () => {
    listenNoMore();
    onLost();
  });
  client.on("slack_event", () => mute?.refresh());

  return {
    init: (app) => receiver.init(app),
    open: async () => {
      const late = setTimeout(drop, patience.hello);
      try {
        await client.start();
      } finally {
        clearTimeout(late);
      }
    },
    whenMute: (afterMs, then) => {
      listenNoMore();
      mute = setTimeout(() => {
        mute = null;
        then();
      }, afterMs);
    },
    close: async () => {
      listenNoMore();
      await Promise.race([client.disconnect(), sleep(partingMs, undefined, { ref: false })]);
    },
    drop,
  };
}
