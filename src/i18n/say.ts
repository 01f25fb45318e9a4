import { numberFormat } from "./formats.ts";
import type { Locale } from "./locale.ts";
import { texts, type Texts } from "./texts.ts";

/** A text with `{name}` holes, or its plural forms, chosen by the value named `count`. */
export type Message = string | PluralForms;

export interface PluralForms {
  readonly one?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

export type MessageValues = Readonly<Record<string, string | number>>;

/** Picks a text in a language and fills its holes: `say("ru", (t) => t.answers.noData, { kpi })`. */
export function say(
  locale: Locale,
  pick: (texts: Texts) => Message,
  values: MessageValues = {},
): string {
  return fill(locale, pick(texts[locale]), values);
}

/** Numbers put in a hole are written as the language writes them; strings go in as they are. */
export function fill(locale: Locale, message: Message, values: MessageValues): string {
  const text = typeof message === "string" ? message : choosePlural(locale, message, values);
  return text.replace(
    /\{(\w+)\}(\.(?!\.))?( (?=\p{Script=Han}))?/gu,
    (hole, name: string, stop = "", gap = "") => {
      const value = values[name];
      if (value === undefined) return hole;
      const filled = typeof value === "number" ? numberFormat(locale).format(value) : value;
      // "6,4 п. п." and "2027 г." end a sentence with the stop they have.
      const ended = filled.endsWith(".") ? filled : `${filled}${stop}`;
      // A space parts Chinese from figures and Latin: "80% 以上", and "4 小時以下".
      return /\p{Script=Han}$/u.test(filled) ? ended : `${ended}${gap}`;
    },
  );
}

function choosePlural(locale: Locale, forms: PluralForms, values: MessageValues): string {
  const form = new Intl.PluralRules(locale).select(Number(values["count"] ?? 0));
  const known: Readonly<Record<string, string | undefined>> = { ...forms };
  return known[form] ?? forms.other;
}
