import type { ModalView } from "@slack/types";
import type { WebClient } from "@slack/web-api";
import { section } from "../blocks/factories.ts";
import { messageView } from "../blocks/form-view.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { describeError, type Log } from "./log.ts";
import { refusalOf } from "./slack-fault.ts";

/** A modal of ours before somebody: what stands in it gives way to what comes next. */
export interface Screen {
  readonly id: string;
  /** Slack's mark of what stands there now: after another change ours is refused. */
  readonly hash: string;
}

/** Slack's words for a press that is too old, or was used, to open a modal. */
export const lateTriggers: ReadonlySet<string> = new Set([
  "expired_trigger_id",
  "exchanged_trigger_id",
  "trigger_exchanged",
  "trigger_expired",
]);

/**
 * Opens a modal that says it takes a moment, so that the three seconds a press is good for are not
 * spent on work. Null where Slack does not open it: then the work ends in a message.
 */
export async function openScreen(
  { reader, log }: { readonly reader: WebClient; readonly log: Log },
  triggerId: string,
  locale: Locale,
): Promise<Screen | null> {
  try {
    const { view } = await reader.views.open({ trigger_id: triggerId, view: momentView(locale) });
    return toScreen(view);
  } catch (error) {
    log.info({ error: describeError(error) }, "A modal did not open");
    return null;
  }
}

/** The same in a modal that stands open; null where it was closed, or a faster press changed it. */
export const waitOn = (reader: WebClient, screen: Screen, locale: Locale): Promise<Screen | null> =>
  showOn(reader, screen, momentView(locale));

/** Null where nobody is before it any more. */
export async function showOn(
  reader: WebClient,
  { id, hash }: Screen,
  view: ModalView,
): Promise<Screen | null> {
  try {
    return toScreen((await reader.views.update({ view_id: id, hash, view })).view);
  } catch (error) {
    if (!isGone(error)) throw error;
    return null;
  }
}

/** The window was closed, or something else stands in it by now. */
export const isGone = (error: unknown): boolean => gone.has(refusalOf(error) ?? "");

const gone: ReadonlySet<string> = new Set(["not_found", "view_not_found", "hash_conflict"]);

const toScreen = (view: { id?: string; hash?: string } | undefined): Screen => {
  if (view?.id === undefined || view.hash === undefined) throw new Error("a modal without a name");
  return { id: view.id, hash: view.hash };
};

const momentView = (locale: Locale): ModalView =>
  messageView(
    "Goalpost",
    say(locale, (t) => t.slack.close),
    [section(say(locale, (t) => t.doors.moment))],
  );
