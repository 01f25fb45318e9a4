import { createReader, type ClientSettings } from "./clients.ts";
import { toBoltLogger, type Log } from "./log.ts";
import { toStartFault } from "./slack-fault.ts";

/** Asks Slack whose token it is. Throws `slack_refused` or `slack_unreachable` with what to do. */
export async function whoAmI(
  settings: ClientSettings,
  log: Log,
): Promise<{ readonly bot: string; readonly workspace: string }> {
  try {
    const { user = "", team = "" } = await createReader(settings, toBoltLogger(log)).auth.test();
    return { bot: user, workspace: team };
  } catch (error) {
    throw toStartFault(error);
  }
}
