import { HTTPReceiver, SocketModeReceiver, type Logger, type Receiver } from "@slack/bolt";

/** How Slack reaches us: a socket that we open, or requests to a port of ours. */
export type Connection =
  | { readonly mode: "socket"; readonly appToken: string }
  | { readonly mode: "http"; readonly signingSecret: string; readonly port: number };

/**
 * Made by hand, because Bolt's own socket receiver stays with slack.com and gives up or sleeps for
 * an hour after an outage. It never gets routes: any `GET //` would end the process.
 */
export function createReceiver(connection: Connection, apiUrl: string, logger: Logger): Receiver {
  switch (connection.mode) {
    case "socket":
      return new SocketModeReceiver({
        appToken: connection.appToken,
        logger,
        installerOptions: {
          clientOptions: {
            slackApiUrl: apiUrl,
            retryConfig: { retries: 100, factor: 1.3, maxTimeout: 30_000 },
          },
        },
      });
    case "http":
      return new HTTPReceiver({
        signingSecret: connection.signingSecret,
        port: connection.port,
        logger,
        // Slack's largest payloads are a tenth of this.
        bodyLimit: 512 * 1024,
        customPropertiesExtractor: ({ headers }) => ({
          sentAtSeconds: Number(headers["x-slack-request-timestamp"]),
        }),
      });
  }
}

/** Slow or endless requests are cut off before they pile up. */
export const serverLimits = { headersTimeout: 10_000, requestTimeout: 15_000 } as const;
