import type { App } from "@slack/bolt";
import type { Asker, Command, SeenReply } from "../../commands/command.ts";
import type { Desk } from "../../commands/desk.ts";
import type { Seen } from "../documents/seen.ts";
import type { Locale } from "../i18n/locale.ts";
import type { ChoiceChecking } from "./named-fault.ts";
import type { AskerOf } from "./asker.ts";
import type { Replier } from "./reply.ts";
import type { HomeTurns } from "./home-turns.ts";

/** What people are answered with; each kind of request registers itself with these. */
export interface Parts extends ChoiceChecking {
  readonly app: App;
  readonly commands: readonly Command[];
  readonly home: (asker: Asker, desk: Desk) => Promise<readonly SeenReply[]>;
  readonly desk: Desk;
  readonly askerOf: AskerOf;
  readonly replier: Replier;
  /** The workspace's language, while nothing better is known. */
  readonly locale: Locale;
  readonly zone: string;
  readonly seen: Seen;
  /** Home is drawn once at a time for each person. */
  readonly homeInTurn: HomeTurns;
  /** Private channels where figures of single agents may stand. */
  readonly agentFiguresIn: readonly string[];
  /** The bot's own user id. */
  readonly botUser: () => string;
}
