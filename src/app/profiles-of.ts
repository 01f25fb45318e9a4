import type { Clock } from "../clock.ts";
import type { Config } from "../config/config.ts";
import type { Locale } from "../i18n/locale.ts";
import type { Profile } from "../people/profile.ts";
import type { ClientSettings } from "../slack/clients.ts";
import type { Log } from "../slack/log.ts";

export interface ProfilesPorts {
  readonly config: Pick<Config, "workspace">;
  readonly slack: ClientSettings | null;
  readonly log: Log;
  readonly clock: Clock;
}

/** Without Slack nothing is known of anybody but the language they chose. */
export async function profilesOf(
  { config: { workspace }, slack, log, clock }: ProfilesPorts,
  chosenLocale: (person: string) => Promise<Locale | null>,
): Promise<(person: string) => Promise<Profile>> {
  const { locale, zone } = workspace;
  if (slack === null) {
    return async (person) => ({
      locale: (await chosenLocale(person)) ?? locale,
      zone,
      isGone: false,
    });
  }
  const { createProfileOf } = await import("../slack/profile-of.ts");
  return createProfileOf({ ...slack, log, clock, locale, zone, chosenLocale });
}
