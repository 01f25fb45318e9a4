import type { Note } from "../documents/shape.ts";
import { dateFormat } from "../i18n/formats.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { dateTag } from "./answer-texts.ts";

/** `12 Nov 2026` */
export const noteDay = (day: string, locale: Locale): string =>
  dateFormat(dateTag(locale), { dateStyle: "medium", timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );

/** `Noted on 12 Nov 2026: new phone menu` */
export const noteLines = (notes: readonly Note[], locale: Locale): readonly string[] =>
  notes.map(({ day, text }) =>
    say(locale, (t) => t.explain.notes.underFigure, { day: noteDay(day, locale), text }),
  );
