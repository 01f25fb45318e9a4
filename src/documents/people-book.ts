import type { Locale } from "../i18n/locale.ts";
import type { ChangedBy, Documents } from "./store.ts";

/** What people chose for themselves. */
export interface PeopleBook {
  /** The language somebody chose; null where Slack's profile decides. */
  readonly localeOf: (person: string) => Promise<Locale | null>;
  readonly chooseLocale: (locale: Locale | null, by: ChangedBy) => Promise<void>;
}

export const createPeopleBook = (documents: Documents): PeopleBook => ({
  localeOf: async (person) => (await documents.people.get(person))?.locale ?? null,
  chooseLocale: (locale, by) =>
    documents.change(by, async ({ people }) => {
      await people.put({ ...(await people.get(by.who)), id: by.who, locale });
    }),
});
