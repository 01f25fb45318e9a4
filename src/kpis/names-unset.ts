import { locales } from "../i18n/locale.ts";
import { texts } from "../i18n/texts.ts";

const names: readonly string[] = locales.map((locale) =>
  texts[locale].answers.notKnown.toLowerCase(),
);

/** Whether a value is what tables call records without one, in any language: `channel:"not set"`. */
export const namesUnset = (value: string): boolean => names.includes(value.toLowerCase());
