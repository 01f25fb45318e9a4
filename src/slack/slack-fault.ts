import { ErrorCode as BoltCode, RespondError } from "@slack/bolt";
import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError } from "@slack/web-api";
import { AppError } from "../errors.ts";

/** A `response_url` said no, in the answer's body or by its status. */
export class ResponseRefused extends Error {
  override readonly name = "ResponseRefused";
  readonly reason: string;

  constructor(reason: string, cause?: unknown) {
    super(`Slack refused a response: ${reason}`, { cause });
    this.reason = reason;
  }
}

/** Slack's word for why it said no (`invalid_blocks`); null when it did not say no. */
export function refusalOf(error: unknown): string | null {
  if (error instanceof WebAPIPlatformError) return error.data.error;
  return error instanceof ResponseRefused ? error.reason : null;
}

/** The blocks were the reason: the same message in older blocks may pass. */
export const isAboutBlocks = (error: unknown): boolean =>
  /^invalid_(?:blocks|attachments|payload)|blocks?_too_long|^invalid_arguments$/u.test(
    refusalOf(error) ?? "",
  );

/** Words of Slack for a token or an app that is no longer let in. */
export const isAboutToken = (error: unknown): boolean =>
  /^(?:invalid_auth|not_authed|account_inactive|token_revoked|token_expired|not_allowed_token_type)$/u.test(
    refusalOf(error) ?? "",
  );

const passing = new Set([
  "ratelimited",
  "rate_limited",
  "service_unavailable",
  "team_added_to_org",
]);

/**
 * What a failed posting means for its outcome: `slack_refused` and `slack_busy` say that nothing was
 * posted; anything else leaves it open, since the answer alone may be lost.
 */
export function toPostingFault(error: unknown): unknown {
  if (error instanceof WebAPIRateLimitedError) {
    return new AppError("slack_busy", `Slack asks to wait ${error.retryAfter} s.`, {
      cause: error,
    });
  }
  // A 4xx never reached the channel; after a 5xx nobody knows.
  if (error instanceof WebAPIHTTPError && error.statusCode < 500) {
    return new AppError("slack_refused", `Slack answered ${error.statusCode}.`, { cause: error });
  }
  const refusal = refusalOf(error);
  if (refusal === null || unsure.has(refusal)) return error;
  return passing.has(refusal)
    ? new AppError("slack_busy", `Slack is busy: ${refusal}.`, { cause: error })
    : new AppError("slack_refused", `Slack refused the message: ${refusal}.`, {
        hint: hints[refusal] ?? "Look the word up in Slack's documentation of chat.postMessage.",
        cause: error,
      });
}

/** Reading a channel back failed: `slack_refused` where no later try would be let in. */
export function toReadingFault(error: unknown): unknown {
  const refusal = refusalOf(error);
  return refusal === null || passing.has(refusal) || unsure.has(refusal)
    ? error
    : new AppError("slack_refused", `Slack does not let the channel be read: ${refusal}.`, {
        ...(hints[refusal] !== undefined && { hint: hints[refusal] }),
        cause: error,
      });
}

/** Slack's own troubles, which do not say whether the message was posted. */
const unsure = new Set(["fatal_error", "internal_error", "request_timeout"]);

const hints: Readonly<Record<string, string>> = {
  not_in_channel: "Invite Goalpost to the channel.",
  channel_not_found: "Invite Goalpost to the channel, or choose another.",
  is_archived: "Choose another channel: this one is archived.",
  missing_scope: "Install the app again with the scopes of manifest.yml.",
  invalid_auth: "Check SLACK_BOT_TOKEN.",
  token_revoked: "Install the app again and set the new SLACK_BOT_TOKEN.",
  account_inactive: "Install the app again and set the new SLACK_BOT_TOKEN.",
};

/** Why the bot could not start, in words for whoever starts it. */
export function toStartFault(error: unknown): unknown {
  if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") {
    return new AppError("config_invalid", "The port is taken by another program.", {
      hint: "Set PORT to a free one.",
      cause: error,
    });
  }
  const refusal = refusalOf(error);
  if (refusal !== null) {
    return new AppError("slack_refused", `Slack did not let Goalpost in: ${refusal}.`, {
      hint: isAboutToken(error)
        ? "Check SLACK_BOT_TOKEN and SLACK_APP_TOKEN: they may be revoked or from another app."
        : (hints[refusal] ?? "Compare the app's settings with manifest.yml."),
      cause: error,
    });
  }
  return new AppError("slack_unreachable", "Slack could not be reached.", {
    hint: "Check the network, the proxy and SLACK_API_URL.",
    cause: error,
  });
}

/** The status of a `response_url` that Bolt made an error of. */
export const responseStatus = (error: unknown): number | null =>
  error instanceof RespondError && error.code === BoltCode.RespondError ? error.statusCode : null;
