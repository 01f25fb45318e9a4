import type { WebClient } from "@slack/web-api";
import type { Asker } from "../../commands/command.ts";
import type { Clock } from "../clock.ts";
import { toLocale, type Locale } from "../i18n/locale.ts";
import type { Role } from "../people/may.ts";
import { keepFor } from "./keep-for.ts";
import { describeError, type Log } from "./log.ts";
import { membershipFault, type Installed } from "./membership.ts";
import { isRefusedForGood } from "./slack-fault.ts";

/** Who spoke, as the payload says it. */
export interface Speaker {
  readonly user: string;
  /** The workspace the payload names for them; null where it names none. */
  readonly team: string | null;
  /** Null in a direct message and on App Home. */
  readonly channel: string | null;
}

/** The role of a full member; `isInGroup` asks Slack about a user group (`S0LEADS`). */
export type RoleOf = (
  person: string,
  isInGroup: (group: string) => Promise<boolean>,
) => Role | Promise<Role>;

export interface AskerSettings {
  readonly client: WebClient;
  readonly roleOf: RoleOf;
  readonly clock: Clock;
  readonly log: Log;
  /** For people of whom Slack tells nothing. */
  readonly locale: Locale;
  readonly zone: string;
  /** The language somebody chose here, before that of their profile. */
  readonly chosenLocale: (person: string) => Promise<Locale | null>;
}

type Known = Omit<Asker, "channel">;

/**
 * Looks people up. Never throws: of whom Slack tells nothing, and whoever is a guest, a bot or from
 * another workspace, is a stranger.
 */
export function createAskers(settings: AskerSettings, installed: () => Installed) {
  const { client, roleOf, clock, log, locale, zone, chosenLocale } = settings;
  const people = keepFor(clock, (user: string) => lookUp(user));
  const groups = keepFor(clock, async (group: string): Promise<ReadonlySet<string>> => {
    try {
      const { users = [] } = await client.usergroups.users.list({ usergroup: group });
      return new Set(users);
    } catch (error) {
      // Of a group that is gone nobody is a lead; whoever is a full member stays one.
      if (!isRefusedForGood(error)) throw error;
      log.warn({ error: describeError(error), group }, "Slack did not say who is in this group");
      return new Set();
    }
  });

  const isInGroup = (person: string) => async (group: string) => (await groups(group)).has(person);

  async function lookUp(id: string): Promise<Known> {
    const { user } = await client.users.info({ user: id, include_locale: true });
    return {
      id,
      name: user?.profile?.display_name || user?.real_name || id,
      role:
        membershipFault(user, installed()) === null ? await roleOf(id, isInGroup(id)) : "stranger",
      locale: user?.locale === undefined ? locale : toLocale(user.locale),
      zone: isZone(user?.tz) ? user.tz : zone,
    };
  }

  /** Who somebody is does not hang on the store: their language is that of their profile then. */
  async function chosenBy(user: string): Promise<Locale | null> {
    try {
      return await chosenLocale(user);
    } catch (error) {
      log.warn({ error: describeError(error), user }, "The language they chose cannot be read");
      return null;
    }
  }

  return async ({ user, team, channel }: Speaker): Promise<Asker> => {
    const nobody: Asker = { id: user, name: user, role: "stranger", locale, zone, channel };
    try {
      const known = await people(user);
      const { team: ours, enterprise } = installed();
      const isElsewhere = team !== null && team !== ours && team !== enterprise;
      return {
        ...known,
        channel,
        role: isElsewhere ? "stranger" : known.role,
        locale: (await chosenBy(user)) ?? known.locale,
      };
    } catch (error) {
      log.warn({ error: describeError(error), user }, "Slack did not say who this is; refused");
      return nobody;
    }
  };
}

export type AskerOf = ReturnType<typeof createAskers>;

export function isZone(zone: string | undefined): zone is string {
  if (zone === undefined) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone }).format();
    return true;
  } catch {
    return false;
  }
}
