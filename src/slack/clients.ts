import type { Logger } from "@slack/bolt";
import { WebClient, type WebClientOptions } from "@slack/web-api";

export interface ClientSettings {
  readonly botToken: string;
  /** Slack's own or another; ends with a slash. */
  readonly apiUrl: string;
}

/**
 * For questions to Slack and everything that may be asked twice. A new object each time, since Bolt
 * writes into the one it gets, and never with `headers`: with them a client sends one workspace's
 * token to another.
 */
export const readingOptions = ({ apiUrl }: ClientSettings, logger: Logger): WebClientOptions => ({
  slackApiUrl: apiUrl,
  timeout: 8_000,
  retryConfig: { retries: 2, minTimeout: 300, maxTimeout: 1_000 },
  logger,
});

/** The people's client: answers, forms, home. */
export const createReader = (settings: ClientSettings, logger: Logger): WebClient =>
  new WebClient(settings.botToken, readingOptions(settings, logger));

/**
 * For posting: a request whose answer was lost may have posted, so it is never sent again from
 * here. Its own client, because a 429 pauses everything else that waits in one.
 */
export const createWriter = (settings: ClientSettings, logger: Logger): WebClient =>
  new WebClient(settings.botToken, {
    slackApiUrl: settings.apiUrl,
    timeout: 10_000,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    maxRequestConcurrency: 4,
    logger,
  });
