import type { Locale } from "../i18n/locale.ts";

/** What is known of somebody who is written to without having asked. */
export interface Profile {
  readonly locale: Locale;
  /** Their own, IANA. */
  readonly zone: string;
  /** Their account was closed: nobody reads what is sent to it. */
  readonly isGone: boolean;
}
