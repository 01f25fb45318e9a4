import type { Clock } from "../clock.ts";
import { AppError } from "../errors.ts";
import { createReader, type ClientSettings } from "./clients.ts";
import { keepFor } from "./keep-for.ts";
import { describeError, toBoltLogger, type Log } from "./log.ts";
import { refusalOf } from "./slack-fault.ts";

export interface MembersSettings extends ClientSettings {
  readonly log: Log;
  readonly clock: Clock;
}

/**
 * The people behind an id of the configuration: the person, or the members of a user group (`S0LEADS`),
 * nobody where there is no such group. Throws `slack_busy` where Slack does not say.
 */
export function createMembersOf(
  settings: MembersSettings,
): (id: string) => Promise<readonly string[]> {
  const client = createReader(settings, toBoltLogger(settings.log));
  const members = keepFor(settings.clock, async (usergroup: string) => {
    const { users = [] } = await client.usergroups.users.list({ usergroup });
    return users;
  });
  return async (id) => {
    if (!id.startsWith("S")) return [id];
    try {
      return await members(id);
    } catch (error) {
      settings.log.warn({ error: describeError(error), group: id }, "Slack did not say who leads");
      if (refusalOf(error) === "no_such_subteam") return [];
      throw new AppError("slack_busy", `Slack did not say who is in ${id}`, { cause: error });
    }
  };
}
