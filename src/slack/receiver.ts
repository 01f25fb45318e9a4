import { HTTPReceiver, SocketModeReceiver, type Logger, type Receiver } from "@slack/bolt";

/** How Slack reaches us: a socket that we open, or requests to a port of ours. */
export type Connection =
  | { readonly mode: "socket"; readonly appToken: string }
  | { readonly mode: "http"; readonly signingSecret: string; readonly port: number };

export interface Listening {
  readonly receiver: Receiver;
  /** Whether Slack can reach us now, as far as we can see. */
  readonly isConnected: () => boolean;
}

/**
 * Made by hand, because Bolt's own socket receiver stays with slack.com and gives up or sleeps for
 * an hour after an outage. It never gets routes: any `GET //` would end the process.
 */
export function createReceiver(connection: Connection, apiUrl: string, logger: Logger): Listening {
  switch (connection.mode) {
    case "socket": {
      const receiver = new SocketModeReceiver({
        appToken: connection.appToken,
        logger,
        installerOptions: {
          clientOptions: {
            slackApiUrl: apiUrl,
            retryConfig: { retries: 100, factor: 1.3, maxTimeout: 30_000 },
          },
        },
      });
      let isConnected = false;
      receiver.client.on("connected", () => (isConnected = true));
      for (const lost of ["reconnecting", "disconnected", "close"]) {
        receiver.client.on(lost, () => (isConnected = false));
      }
      return { receiver, isConnected: () => isConnected };
    }
    case "http": {
      const receiver = new HTTPReceiver({
        signingSecret: connection.signingSecret,
        port: connection.port,
        logger,
        // Slack's largest payloads are a tenth of this.
        bodyLimit: 512 * 1024,
        customPropertiesExtractor: ({ headers }) => ({
          sentAtSeconds: Number(headers["x-slack-request-timestamp"]),
        }),
      });
      return { receiver, isConnected: () => true };
    }
  }
}

/** Slow or endless requests are cut off before they pile up. */
export const serverLimits = { headersTimeout: 10_000, requestTimeout: 15_000 } as const;
