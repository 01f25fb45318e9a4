import type { Clock } from "../clock.ts";
import type { Config } from "../config/config.ts";
import type { Quotas } from "../documents/quotas.ts";
import type { MayRead } from "../people/may-see.ts";
import type { Poster } from "../scheduler/poster.ts";
import type { ClientSettings } from "../slack/clients.ts";
import type { Log } from "../slack/log.ts";
import type { TerminalApp } from "../terminal/app.ts";
import { noSlack } from "./no-slack.ts";

export interface AskSlackSettings {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  /** Null where no token is given. */
  readonly slack: ClientSettings | null;
  readonly inProduction: boolean;
  readonly quotas: Quotas;
}

/** What Slack is asked, and told, unasked. */
export interface AskedSlack extends Pick<TerminalApp, "checkSlack" | "checkNamed"> {
  readonly poster: Poster;
  /** The people behind an id of the configuration: the person, or the members of a user group. */
  readonly membersOf: (id: string) => Promise<readonly string[]>;
  readonly mayRead: MayRead;
}

/** Its library is loaded where there is a Slack: a figure in the terminal needs none. */
export async function askSlack(settings: AskSlackSettings): Promise<AskedSlack> {
  const { slack, config, clock, log, inProduction, quotas } = settings;
  if (slack === null) {
    return {
      poster: noSlack,
      membersOf: async (id) => (id.startsWith("S") ? [] : [id]),
      // Nobody can tell who is in a channel.
      mayRead: async () => false,
      checkNamed: null,
      checkSlack: null,
    };
  }
  const [{ createPoster }, { createMembersOf }, { createMayRead }, { createCheckNamed }] =
    await Promise.all([
      import("../slack/poster.ts"),
      import("../slack/members-of.ts"),
      import("../slack/may-read.ts"),
      import("../slack/check-named.ts"),
    ]);
  const { sharedChannels } = config.privacy;
  return {
    poster: createPoster({ ...slack, sharedChannels, log, inProduction, quotas }),
    membersOf: createMembersOf({ ...slack, log, clock }),
    mayRead: createMayRead({ ...slack, log, clock }),
    checkNamed: createCheckNamed({ ...slack, log, sharedChannels }),
    checkSlack: async () => {
      const { whoAmI } = await import("../slack/who-am-i.ts");
      const groups = config.people.leads.filter((each) => each.startsWith("S"));
      return await whoAmI(slack, log, groups);
    },
  };
}
