import type { Asker, Command } from "../../commands/command.ts";
import type { Desk } from "../../commands/desk.ts";
import type { Clock } from "../clock.ts";
import type { GoalImport } from "../documents/import-goals.ts";
import type { Backup } from "../documents/write-backup.ts";
import type { Documents } from "../documents/store.ts";
import type { Locale } from "../i18n/locale.ts";
import type { Forgetting } from "../people/forgetting.ts";
import type { BadRow, PullOutcome, PullWatch, SourceState } from "../records/store.ts";

/** What the terminal needs of the app, whether it opened it itself or speaks to a running bot. */
export interface TerminalApp {
  readonly commands: readonly Command[];
  readonly clock: Clock;
  /** The workspace's zone and language. */
  readonly zone: string;
  readonly locale: Locale;
  /** A desk whose clock stands at the instant and that knows nothing later; null for the running one. */
  readonly deskAt: (instant: Date | null) => Desk;
  /** Who speaks: a Slack id from `--as`, or null for whoever holds the data folder. */
  readonly askerOf: (id: string | null, locale: Locale | null) => Promise<Asker>;
  readonly sources: readonly TerminalSource[];
  readonly pull: (source: string, watch: Partial<PullWatch>) => Promise<PullOutcome>;
  readonly sourceStates: () => Promise<readonly SourceState[]>;
  readonly badRows: (source: string, limit: number) => Promise<readonly BadRow[]>;
  /** What was changed, the latest first. */
  readonly history: Documents["history"];
  readonly forgetting: Forgetting;
  /** Copies what no source can bring again to a file; null where that is not in the data folder. */
  readonly backup: ((to: string) => Promise<Backup | null>) | null;
  /** Brings goals in, all of them or none. Gives their ids. */
  readonly importGoals: (goals: GoalImport, who: string) => Promise<readonly string[]>;
  /** Whether `people:` names an admin or a lead. */
  readonly namesLeads: boolean;
  /** Asks Slack who the tokens belong to; null where there are none. Throws an `AppError`. */
  readonly checkSlack: (() => Promise<SlackIdentity>) | null;
  /** How the running bot does; null where this is none. */
  readonly live: (() => Promise<LiveState>) | null;
  /**
   * Asks Slack what speaks against a person or a channel that is named, in words; null where there are
   * no tokens to ask with.
   */
  readonly checkNamed: ((named: NamedInSlack, locale: Locale) => Promise<string | null>) | null;
  /** Absolute. */
  readonly configPath: string;
  readonly dataFolder: string;
  /** The PostgreSQL that keeps everything, without user and password; null: the data folder does. */
  readonly database: { readonly name: string; readonly server: string } | null;
  readonly close: () => Promise<void>;
}

/** What the running bot knows of itself. */
export interface LiveState {
  /** What its clock says. */
  readonly nowMs: number;
  readonly isConnected: boolean;
  /** For how long it has been connected, or has not. */
  readonly steadyMs: number;
  readonly tickAgeMs: number;
  /** Slack lets no delivery in. */
  readonly isShutOut: boolean;
  /** When the oldest delivery that is not over came due. */
  readonly oldestDueAt: Date | null;
  /** Deliveries of which nobody knows yet, and those given up in the last week. */
  readonly unknown: number;
  readonly dead: number;
  /** How far other clocks are ahead of this one; null where they could not be read. */
  readonly slackAheadMs: number | null;
  readonly databaseAheadMs: number | null;
}

export type NamedInSlack = { readonly person: string } | { readonly channel: string };

export interface TerminalSource {
  readonly name: string;
  readonly schedule: string | null;
  readonly staleAfterSeconds: number | null;
}

export interface SlackIdentity {
  readonly bot: string;
  readonly workspace: string;
  /** What the app of this version asks for and was not installed with. */
  readonly missingScopes: readonly string[];
  /** User groups of `people:` of whom Slack does not tell who is in them. */
  readonly unknownGroups: readonly string[];
}
