import { locales } from "../i18n/locale.ts";
import { texts } from "../i18n/texts.ts";
import { foldValue } from "./same-value.ts";

const names: readonly string[] = locales.map((locale) => foldValue(texts[locale].answers.notKnown));

/** Whether a value is what tables call records without one, in any language: `channel:"not set"`. */
export const namesUnset = (value: string): boolean => names.includes(foldValue(value));
