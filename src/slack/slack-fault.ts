import { ErrorCode as BoltCode, RespondError } from "@slack/bolt";
import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError } from "@slack/web-api";
import { z } from "zod";
import { AppError } from "../errors.ts";
import { portFault } from "./port-fault.ts";

/** A `response_url` said no, in the answer's body or by its status. */
export class ResponseRefused extends Error {
  override readonly name = "ResponseRefused";
  readonly reason: string;

  constructor(reason: string, cause?: unknown) {
    super(`Slack refused a response: ${reason}`, { cause });
    this.reason = reason;
  }
}

/** An answer that is none of Slack's (a proxy's page or JSON, nothing at all) reaches us as if it were its word. */
const saidNo = z.object({ ok: z.literal(false), error: z.string().regex(/^\w{1,100}$/u) });

/** Slack's word for why it said no (`invalid_blocks`); null when it did not say no. */
export function refusalOf(error: unknown): string | null {
  if (error instanceof WebAPIPlatformError) return saidNo.safeParse(error.data).data?.error ?? null;
  return error instanceof ResponseRefused ? error.reason : null;
}

/** The blocks were the reason: the same message in older blocks may pass. */
export const isAboutBlocks = (error: unknown): boolean =>
  /^invalid_(?:blocks|attachments|payload)|blocks?_too_long|^invalid_arguments$/u.test(
    refusalOf(error) ?? "",
  );

const aboutToken = new Set([
  "invalid_auth",
  "not_authed",
  "account_inactive",
  "token_revoked",
  "token_expired",
  "not_allowed_token_type",
  "user_removed_from_team",
  "team_disabled",
]);

/** Words of Slack for a token or an app that is no longer let in. */
export const isAboutToken = (error: unknown): boolean => aboutToken.has(refusalOf(error) ?? "");

const passing = new Set([
  "ratelimited",
  "rate_limited",
  "service_unavailable",
  "team_added_to_org",
]);

/**
 * What a failed posting means for its outcome: of an `AppError` nothing was posted; anything else
 * leaves it open, since the answer alone may be lost.
 */
export function toPostingFault(error: unknown): unknown {
  const busy = toBusy(error);
  if (busy !== null) return busy;
  // A 4xx never reached the channel, and a proxy may have said it; after any other nobody knows.
  if (error instanceof WebAPIHTTPError && error.statusCode >= 400 && error.statusCode < 500) {
    return new AppError("slack_busy", `Slack answered ${error.statusCode}.`, { cause: error });
  }
  const refusal = refusalOf(error);
  if (refusal === null || unsure.has(refusal)) return error;
  return new AppError(codeOf(refusal), `Slack refused the message: ${refusal}.`, {
    hint:
      hints[refusal] ??
      "Look the word up in Slack's documentation of chat.postMessage or chat.update.",
    cause: error,
  });
}

/** Reading a channel back failed: `slack_refused` and `slack_closed` where no later try would be let in. */
export function toReadingFault(error: unknown): unknown {
  const refusal = refusalOf(error);
  if (refusal === null || passing.has(refusal) || unsure.has(refusal)) {
    return toBusy(error) ?? error;
  }
  // Without the scope to read channels everything else may well work.
  const code = refusal === "missing_scope" ? "slack_refused" : codeOf(refusal);
  return new AppError(code, `Slack does not let the channel be read: ${refusal}.`, {
    ...(hints[refusal] !== undefined && { hint: hints[refusal] }),
    cause: error,
  });
}

/** Slack will say no to the same question another time too, and lets us in otherwise. */
export const isRefusedForGood = (error: unknown): boolean => {
  const fault = toReadingFault(error);
  return fault instanceof AppError && fault.code === "slack_refused";
};

/** Nothing that waits is worth sending after a day; a number without measure is no instant at all. */
const longestWaitMs = 86_400_000;

/** Slack asks to come again later, and took nothing; null of everything else. */
function toBusy(error: unknown): AppError | null {
  if (error instanceof WebAPIRateLimitedError) {
    return new AppError("slack_busy", `Slack asks to wait ${error.retryAfter} s.`, {
      cause: error,
      retryAfterMs: Math.min(Math.max(0, error.retryAfter) * 1_000, longestWaitMs),
    });
  }
  // The client has no name for a 429 that does not say how long.
  if (error instanceof Error && error.message.startsWith("Retry header did not contain")) {
    return new AppError("slack_busy", "Slack asks to wait.", { cause: error });
  }
  const refusal = refusalOf(error);
  return refusal !== null && passing.has(refusal)
    ? new AppError("slack_busy", `Slack is busy: ${refusal}.`, { cause: error })
    : null;
}

/** Whether Slack lets nothing of ours in, has closed this channel to us, or does not take this message. */
function codeOf(refusal: string): "slack_shut_out" | "slack_closed" | "slack_refused" {
  if (aboutToken.has(refusal) || aboutWorkspace.has(refusal)) return "slack_shut_out";
  return aboutChannel.has(refusal) ? "slack_closed" : "slack_refused";
}

const aboutWorkspace = new Set([
  "missing_scope",
  "no_permission",
  "access_denied",
  "org_login_required",
  "ekm_access_denied",
  "team_access_not_granted",
  "team_not_found",
]);

const aboutChannel = new Set([
  "channel_not_found",
  "not_in_channel",
  "is_archived",
  "restricted_action",
  "restricted_action_read_only_channel",
  "restricted_action_thread_locked",
  "restricted_action_non_threadable_channel",
  "restricted_action_thread_only_channel",
  "posting_to_general_channel_denied",
  "cannot_dm_bot",
  "user_not_found",
  "user_disabled",
  "messages_tab_disabled",
  "method_not_supported_for_channel_type",
]);

/** Slack's own troubles, which do not say whether the message was posted. */
const unsure = new Set(["fatal_error", "internal_error", "request_timeout", "update_failed"]);

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
  const taken = portFault(error, "PORT");
  if (taken !== null) return taken;
  const refusal = refusalOf(error);
  if (refusal !== null) {
    // Bolt is not to be asked again before somebody changed the configuration.
    const code = isAboutToken(error) ? "token_refused" : "slack_refused";
    return new AppError(code, `Slack did not let Goalpost in: ${refusal}.`, {
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
