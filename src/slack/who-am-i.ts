import { createReader, type ClientSettings } from "./clients.ts";
import { toBoltLogger, type Log } from "./log.ts";
import { scopes } from "./scopes.ts";
import { toStartFault } from "./slack-fault.ts";

export interface Identity {
  readonly bot: string;
  readonly workspace: string;
  /** Those of the manifest that the app was not installed with; none where Slack does not say. */
  readonly missingScopes: readonly string[];
}

/** Asks Slack whose token it is. Throws `slack_refused` or `slack_unreachable` with what to do. */
export async function whoAmI(settings: ClientSettings, log: Log): Promise<Identity> {
  try {
    const asked = await createReader(settings, toBoltLogger(log)).auth.test();
    const { user = "", team = "", response_metadata } = asked;
    const granted = response_metadata?.scopes;
    const wanted = granted === undefined ? [] : scopes.map(({ name }) => name);
    return {
      bot: user,
      workspace: team,
      missingScopes: wanted.filter((name) => !granted?.includes(name)),
    };
  } catch (error) {
    throw toStartFault(error);
  }
}
