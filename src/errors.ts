/** What failed in the world outside, as a word a program can switch on. */
export type ErrorCode =
  | "config_invalid"
  | "data_folder_busy"
  | "database_refused"
  | "database_unreachable"
  | "document_broken"
  | "document_conflict"
  | "documents_elsewhere"
  | "file_refused"
  | "pull_refused"
  | "query_stopped"
  | "source_refused"
  | "source_unreachable"
  | "slack_busy"
  | "slack_closed"
  | "slack_refused"
  | "slack_shared"
  | "slack_shut_out"
  | "slack_unreachable"
  | "store_failed"
  | "token_refused";

/**
 * The world failed: a disk, a source, Slack. `message` says what happened, `hint` what to do next;
 * neither ever holds a secret. A person's mistake is not an error but an answer; anything else
 * that is thrown is our bug.
 */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: ErrorCode;
  readonly hint: string | undefined;
  /** How long whoever refused asks to be left alone. */
  readonly retryAfterMs: number | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    more: { hint?: string; cause?: unknown; retryAfterMs?: number } = {},
  ) {
    super(message, { cause: more.cause });
    this.code = code;
    this.hint = more.hint;
    this.retryAfterMs = more.retryAfterMs;
  }
}
