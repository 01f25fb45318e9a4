import type { WebClient } from "@slack/web-api";
import { createReader, type ClientSettings } from "./clients.ts";
import { toBoltLogger, type Log } from "./log.ts";
import { scopes } from "./scopes.ts";
import { isRefusedForGood, toStartFault } from "./slack-fault.ts";

export interface Identity {
  readonly bot: string;
  readonly workspace: string;
  /** Those of the manifest that the app was not installed with; none where Slack does not say. */
  readonly missingScopes: readonly string[];
  /** Those of the user groups named of whom Slack does not tell who is in them. */
  readonly unknownGroups: readonly string[];
}

/**
 * Asks Slack whose token it is, and for the user groups that are named. Throws `slack_refused` or
 * `slack_unreachable` with what to do.
 */
export async function whoAmI(
  settings: ClientSettings,
  log: Log,
  groups: readonly string[] = [],
): Promise<Identity> {
  try {
    const reader = createReader(settings, toBoltLogger(log));
    const asked = await reader.auth.test();
    const { user = "", team = "", response_metadata } = asked;
    const granted = response_metadata?.scopes;
    const wanted = granted === undefined ? [] : scopes.map(({ name }) => name);
    return {
      bot: user,
      workspace: team,
      missingScopes: wanted.filter((name) => !granted?.includes(name)),
      unknownGroups: await unknownAmong(groups, reader),
    };
  } catch (error) {
    throw toStartFault(error);
  }
}

async function unknownAmong(
  groups: readonly string[],
  reader: WebClient,
): Promise<readonly string[]> {
  const unknown: string[] = [];
  for (const usergroup of groups) {
    try {
      await reader.usergroups.users.list({ usergroup });
    } catch (error) {
      if (!isRefusedForGood(error)) throw error;
      unknown.push(usergroup);
    }
  }
  return unknown;
}
