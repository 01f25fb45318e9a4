import { createServer, type IncomingMessage } from "node:http";
import { HTTPReceiver, HTTPReceiverDeferredRequestError, type Logger } from "@slack/bolt";
import type { Clock } from "../clock.ts";
import type { Listening } from "./listening.ts";

/** Slow or endless requests are cut off before they pile up. */
const serverLimits = {
  headersTimeout: 5_000,
  requestTimeout: 15_000,
  connectionsCheckingInterval: 1_000,
};

/** Slack keeps a handful open; a proxy before us a few dozen. */
const mostConnections = 256;

/** Clocks may differ by this much. */
const aheadSeconds = 60;

/**
 * Slack's requests on a port of ours. The server is ours as well, since Bolt's takes requests from
 * the future; the signature is Bolt's to check.
 */
export function listenOverHttp(settings: {
  readonly signingSecret: string;
  readonly port: number;
  readonly clock: Clock;
  readonly logger: Logger;
}): Listening {
  const { signingSecret, port, clock, logger } = settings;
  const receiver = new HTTPReceiver({
    signingSecret,
    logger,
    // Slack's largest payloads are a tenth of this.
    bodyLimit: 512 * 1024,
    customPropertiesExtractor: ({ headers }) => ({ signature: headers["x-slack-signature"] }),
  });
  const isFromFuture = ({ headers }: IncomingMessage): boolean =>
    Number(headers["x-slack-request-timestamp"]) > clock.now().getTime() / 1_000 + aheadSeconds;

  const server = createServer(serverLimits, (request, response) => {
    const answer = (status: number): void => {
      response.writeHead(status, { connection: "close" }).end();
    };
    if (isFromFuture(request)) {
      logger.warn("A request from the future was refused; compare the clocks");
      return answer(401);
    }
    try {
      receiver.requestListener(request, response);
    } catch (error) {
      // Another address than Slack's, or one that is none.
      answer(error instanceof HTTPReceiverDeferredRequestError ? 404 : 400);
    }
  });
  server.maxConnections = mostConnections;
  let changedAt = performance.now();

  return {
    receiver,
    isConnected: () => server.listening,
    steadyMs: () => performance.now() - changedAt,
    start: () =>
      new Promise((resolve, reject) => {
        server.once("error", reject);
        server.listen(port, () => {
          changedAt = performance.now();
          server.off("error", reject).on("error", (error) => logger.error(error));
          resolve();
        });
      }),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
    cut: () => server.closeAllConnections(),
  };
}
