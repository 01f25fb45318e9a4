import type { Clock } from "../clock.ts";
import { toLocale, type Locale } from "../i18n/locale.ts";
import { isPersonId, type Profile } from "../people/profile.ts";
import { isZone } from "./asker.ts";
import { createReader, type ClientSettings } from "./clients.ts";
import { keepFor } from "./keep-for.ts";
import { describeError, toBoltLogger, type Log } from "./log.ts";

export interface ProfileSettings extends ClientSettings {
  readonly log: Log;
  readonly clock: Clock;
  /** For people of whom Slack tells nothing. */
  readonly locale: Locale;
  readonly zone: string;
  /** The language somebody chose here, before that of their profile. */
  readonly chosenLocale: (person: string) => Promise<Locale | null>;
}

/**
 * Looks up people who are written to unasked: of whom Slack tells nothing is still there. Throws only
 * where the language they chose cannot be read, the store being away.
 */
export function createProfileOf(settings: ProfileSettings): (person: string) => Promise<Profile> {
  const { log, clock, locale, zone, chosenLocale } = settings;
  const client = createReader(settings, toBoltLogger(log));
  const lookUp = keepFor(clock, async (user: string): Promise<Profile> => {
    const { user: known } = await client.users.info({ user, include_locale: true });
    return {
      locale: known?.locale === undefined ? locale : toLocale(known.locale),
      zone: isZone(known?.tz) ? known.tz : zone,
      isGone: known?.deleted === true,
    };
  });
  return async (person) => {
    const chosen = await chosenLocale(person);
    if (!isPersonId(person)) return { locale: chosen ?? locale, zone, isGone: false };
    try {
      const profile = await lookUp(person);
      return { ...profile, locale: chosen ?? profile.locale };
    } catch (error) {
      log.warn({ error: describeError(error), person }, "Slack did not say who this is");
      return { locale: chosen ?? locale, zone, isGone: false };
    }
  };
}
