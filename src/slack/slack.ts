import { App, type Receiver } from "@slack/bolt";
import type { Asker, Command, SeenReply } from "../../commands/command.ts";
import type { Desk } from "../../commands/desk.ts";
import type { Clock } from "../clock.ts";
import type { Quotas } from "../documents/quotas.ts";
import type { Seen } from "../documents/seen.ts";
import type { Locale } from "../i18n/locale.ts";
import { acknowledgeAll } from "./acknowledge.ts";
import { registerActions } from "./actions.ts";
import { createAskers, type RoleOf } from "./asker.ts";
import { createReader, createWriter, readingOptions, type ClientSettings } from "./clients.ts";
import { registerCommands } from "./commands.ts";
import { createDrain } from "./drain.ts";
import { createGate } from "./gate.ts";
import { registerHome } from "./home.ts";
import { describeError, toBoltLogger, type Log } from "./log.ts";
import type { Installed } from "./membership.ts";
import { registerMessages } from "./messages.ts";
import type { Parts } from "./parts.ts";
import { usualPatience, type Patience } from "./patience.ts";
import type { PerMinute } from "./rates.ts";
import { createReceiver, type Connection } from "./receiver.ts";
import { createHomeTurns } from "./home-turns.ts";
import { registerShortcuts } from "./shortcuts.ts";
import { registerThreadReplies } from "./thread-replies.ts";
import { toStartFault } from "./slack-fault.ts";
import { registerSubmissions } from "./submissions.ts";
import { registerSuggestions } from "./suggestions.ts";
import { watchToken } from "./watch-token.ts";

/** What people are answered with; all of it may change while the bot stays connected. */
export interface Furniture {
  readonly commands: readonly Command[];
  readonly home: (asker: Asker, desk: Desk) => Promise<readonly SeenReply[]>;
  readonly desk: Desk;
  readonly roleOf: RoleOf;
  /** Private channels where figures of single agents may stand. */
  readonly agentFiguresIn: readonly string[];
  /** Channels with people of other organizations where figures may be shown. */
  readonly sharedChannels: readonly string[];
  /** For people of whom Slack tells no language or zone. */
  readonly locale: Locale;
  readonly zone: string;
  /** The language somebody chose here, before that of their profile. */
  readonly chosenLocale: (person: string) => Promise<Locale | null>;
}

export interface SlackSettings extends ClientSettings, Furniture {
  readonly connection: Connection;
  readonly log: Log;
  readonly clock: Clock;
  /** Slack delivers a request more than once, and perhaps to several of us. */
  readonly seen: Seen;
  /** What several of us count together: how often people ask. */
  readonly quotas: Quotas;
  /** How often people may ask, where it is not as usual. */
  readonly perMinute?: PerMinute;
  /** Other than usual in tests. */
  readonly patience?: Patience;
  /** Slack does not let the bot in any more, with what to do: it is of no use until that is done. */
  readonly onRefused: (fault: unknown) => void;
  /** There a message against Slack's rules is logged and sent in older blocks; elsewhere it throws. */
  readonly inProduction: boolean;
}

export interface Slack {
  /** Throws `slack_refused` or `slack_unreachable` with what to do. */
  readonly start: () => Promise<void>;
  /** Gets other answers ready; what is given lets them answer whatever comes from then on. */
  readonly prepare: (furniture: Furniture) => Promise<() => void>;
  /** Whether Slack can reach us now: the socket is open, or the port listens. */
  readonly isConnected: () => boolean;
  /** For how long that has been so. */
  readonly steadyMs: () => number;
  /** Since anything came from Slack, or since the start. */
  readonly quietMs: () => number;
  /** Waits up to ten seconds for what is being answered. */
  readonly stop: () => Promise<void>;
}

/** The bot in a workspace: listens, answers, and draws what the commands give. */
export function createSlack(settings: SlackSettings): Slack {
  const { connection, apiUrl, botToken, log, clock, seen, inProduction } = settings;
  const { patience = usualPatience } = settings;
  const logger = toBoltLogger(log);
  /** Once, however many ways it is noticed in. */
  const refuse = once((error: unknown) => settings.onRefused(toStartFault(error)));
  const watching = { log, patience, onRefused: refuse };
  const listening = createReceiver({ connection, apiUrl, clock, logger, ...watching });
  const reader = createReader(settings, logger);
  // Of its own: where Slack asks to wait, a whole client waits, and a form must open in three seconds.
  const directory = createReader(settings, logger);
  const drain = createDrain();
  let installed: Installed & { readonly botUser: string } = {
    team: "",
    enterprise: null,
    botUser: "",
  };
  let heardAt = performance.now();
  let stopWatching: (() => void) | null = null;
  const replier = {
    reader,
    writer: createWriter(settings, logger),
    log,
    inProduction,
    gate: createGate(settings.quotas, log, settings.perMinute),
  };
  const homeInTurn = createHomeTurns();

  /** Everything that answers; the receiver hands it what comes. */
  function furnish(furniture: Furniture, receiver: Receiver): App {
    const app = new App({
      token: botToken,
      receiver,
      clientOptions: readingOptions(settings, logger),
      logger,
      convoStore: false,
      deferInitialization: true,
    });
    const parts: Parts = {
      ...settings,
      ...furniture,
      app,
      reader,
      installed: () => installed,
      homeInTurn,
      askerOf: createAskers({ ...settings, ...furniture, client: directory }, () => installed),
      replier,
      botUser: () => installed.botUser,
    };
    app.use(async ({ next }) => {
      heardAt = performance.now();
      await next();
    });
    acknowledgeAll(app, { drain, seen, log });
    registerCommands(parts);
    registerMessages(parts);
    registerThreadReplies(parts);
    registerActions(parts);
    registerSubmissions(parts);
    registerSuggestions(parts);
    registerShortcuts(parts);
    registerHome(parts);
    app.error(async (error) =>
      log.error({ error: describeError(error) }, "A Slack request failed"),
    );
    return app;
  }

  const app = furnish(settings, listening.receiver);

  return {
    prepare: async (furniture) => {
      const next = furnish(furniture, unplugged);
      await next.init();
      return () => listening.receiver.init(next);
    },
    isConnected: listening.isConnected,
    steadyMs: listening.steadyMs,
    quietMs: () => performance.now() - heardAt,
    start: async () => {
      try {
        await app.init();
        const { team_id, enterprise_id, user_id } = await reader.auth.test();
        installed = {
          team: team_id ?? "",
          enterprise: enterprise_id ?? null,
          botUser: user_id ?? "",
        };
        await listening.start();
        stopWatching = watchToken({ client: reader, ...watching });
      } catch (error) {
        throw toStartFault(error);
      }
    },
    stop: async () => {
      stopWatching?.();
      // A socket must stay open until forms in work are acknowledged; a port must close first, so
      // that nothing new comes in meanwhile.
      const closing = connection.mode === "http" ? listening.stop() : null;
      if (!(await drain.empty(10_000))) log.warn({}, "Stopped with requests unanswered");
      // What still keeps the port open is idle, or was given ten seconds.
      if (closing === null) await listening.stop();
      listening.cut();
      await closing;
    },
  };
}

/** A way in that nothing comes by. */
const unplugged: Receiver = { init: () => {}, start: async () => {}, stop: async () => {} };

function once<T>(act: (given: T) => void): (given: T) => void {
  let isDone = false;
  return (given) => {
    if (!isDone) act(given);
    isDone = true;
  };
}
