import type { Locale } from "../i18n/locale.ts";

/** What is known of somebody who is written to without having asked. */
export interface Profile {
  readonly locale: Locale;
  /** Their own, IANA. */
  readonly zone: string;
  /** Their account was closed: nobody reads what is sent to it. */
  readonly isGone: boolean;
}

/** Whether it can be nothing but a person's id in Slack: a goal may be owned by a plain name. */
export const isPersonId = (text: string): boolean => /^[UW][A-Z0-9]{2,20}$/u.test(text);
