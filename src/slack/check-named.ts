import type { Locale } from "../i18n/locale.ts";
import { createReader, type ClientSettings } from "./clients.ts";
import { toBoltLogger, type Log } from "./log.ts";
import type { Installed } from "./membership.ts";
import { namedFault, type Named } from "./named-fault.ts";

export interface NamedSettings extends ClientSettings {
  readonly log: Log;
  readonly sharedChannels: readonly string[];
}

/** Asks Slack about people and channels that are named elsewhere than in a form of Slack's. */
export function createCheckNamed(settings: NamedSettings) {
  const { log, sharedChannels } = settings;
  const reader = createReader(settings, toBoltLogger(log));
  let known: Installed | null = null;
  const installed = async (): Promise<Installed> => {
    if (known !== null) return known;
    const { team_id: team = "", enterprise_id: enterprise = null } = await reader.auth.test();
    known = { team, enterprise };
    return known;
  };
  return (named: Named, locale: Locale): Promise<string | null> =>
    namedFault({ reader, log, sharedChannels, installed }, named, locale);
}
