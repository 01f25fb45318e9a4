import type { Locale } from "../../../i18n/locale.ts";
import { en, replies as enReplies } from "./en.ts";
import { ko, replies as koReplies } from "./ko.ts";
import { ru, replies as ruReplies } from "./ru.ts";
import { replies as zhTwReplies, zhTw } from "./zh-tw.ts";

export type PageTexts = Readonly<Record<keyof typeof en, string>>;
export type PageText = keyof PageTexts;

const texts: Readonly<Record<Locale, PageTexts>> = { en, ko, ru, "zh-TW": zhTw };
const replies: Readonly<
  Record<Locale, Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string }>
> = { en: enReplies, ko: koReplies, ru: ruReplies, "zh-TW": zhTwReplies };

type Values = Readonly<Record<string, string | number>>;

const filled = (text: string, values: Values): string =>
  text.replaceAll(/\{(\w+)\}/gu, (whole, name: string) => String(values[name] ?? whole));

export const pageText = (locale: Locale, key: PageText, values: Values = {}): string =>
  filled(texts[locale][key], values);

export const replyCount = (locale: Locale, count: number): string => {
  const forms = replies[locale];
  return filled(forms[new Intl.PluralRules(locale).select(count)] ?? forms.other, { count });
};

const isKey = (key: string): key is PageText => Object.hasOwn(en, key);

/** A code of the server in the person's words. */
export const errorText = (locale: Locale, code: string): string =>
  isKey(code) ? pageText(locale, code) : pageText(locale, "failed", { code });

/** A language by its own name. */
export const languageNames: Readonly<Record<Locale, string>> = {
  en: "English",
  ko: "한국어",
  ru: "Русский",
  "zh-TW": "繁體中文",
};
