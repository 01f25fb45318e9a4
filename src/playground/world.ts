import type { Clock } from "../clock.ts";
import type { Localized } from "../i18n/locale.ts";
import type { ResponseUrls } from "./response-url.ts";
import type { Triggers } from "./triggers.ts";
import type { Uploads } from "./uploads.ts";
import type { ShortcutHint } from "./wire.ts";
import type { Workspace } from "./workspace.ts";

export type EnvelopeType = "slash_commands" | "interactive" | "events_api";

/** What became of something sent to the app: its answer, too late for Slack, or nobody there. */
export type Delivered =
  | { readonly kind: "acked"; readonly payload: unknown }
  | { readonly kind: "late" }
  | { readonly kind: "unconnected" };

export type Deliver = (
  type: EnvelopeType,
  payload: Readonly<Record<string, unknown>>,
) => Promise<Delivered>;

/** A command the app offers, without its slash. */
export interface SlashCommand {
  readonly name: string;
  readonly usage: Localized;
  readonly summary: Localized;
  /** The manifest's `should_escape`: names arrive as ids. */
  readonly shouldEscape?: boolean;
}

/** What the parts of this Slack share. */
export interface World {
  readonly workspace: Workspace;
  readonly clock: Clock;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  readonly uploads: Uploads;
  readonly deliver: Deliver;
  readonly commands: readonly SlashCommand[];
  readonly shortcuts: readonly ShortcutHint[];
  /** What the app was installed with; null where nobody said. */
  readonly scopes: readonly string[] | null;
  /** The manifest's `bot_events`: others are not sent. */
  readonly botEvents: readonly string[];
}

/** What Slack tells a person about a request its app did not take. */
export const failureOf = (delivered: Exclude<Delivered, { kind: "acked" }>): string =>
  delivered.kind === "late" ? "operation_timeout" : "dispatch_failed";
