import { randomUUID } from "node:crypto";
import type { Page } from "../../commands/command.ts";
import { refusal } from "../../commands/page.ts";
import { AppError } from "../errors.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { describeError, type Log } from "./log.ts";

/**
 * The one place that turns a failure into words: what went wrong goes to the log with its cause, the
 * person gets a calm sentence and the reference both have in common, and `typed` back where nothing
 * else keeps it.
 */
export function toCalmPage(
  error: unknown,
  locale: Locale,
  log: Log,
  typed: string | null = null,
): Page {
  const reference = randomUUID().slice(0, 8);
  log.error({ reference, error: describeError(error) }, "A request failed");
  return refusal([
    say(locale, (t) => t.slack[wordsFor(error)], { reference }),
    ...(typed === null ? [] : [say(locale, (t) => t.slack.youTyped, { words: typed })]),
  ]);
}

function wordsFor(error: unknown): "tooLong" | "notSaved" | "unreachable" | "failure" {
  if (!(error instanceof AppError)) return "failure";
  if (error.code === "query_stopped") return "tooLong";
  if (error.code === "database_unreachable") return "unreachable";
  return error.code === "store_failed" ? "notSaved" : "failure";
}
