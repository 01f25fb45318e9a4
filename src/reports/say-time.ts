import { dateFormat } from "../i18n/formats.ts";
import type { Locale } from "../i18n/locale.ts";

interface Place {
  readonly zone: string;
  readonly locale: Locale;
}

const day = { day: "numeric", month: "short", year: "numeric" } as const;
const time = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;

/** `16 Nov 2026` */
export const sayDay = (instant: Date, { zone, locale }: Place): string =>
  dateFormat(tag(locale), { ...day, timeZone: zone }).format(instant);

/** `Mon, 16 Nov 2026` */
export const sayWeekday = (instant: Date, { zone, locale }: Place): string =>
  dateFormat(tag(locale), { weekday: "short", ...day, timeZone: zone }).format(instant);

/** `16 Nov 2026, 08:00` */
export const sayTime = (instant: Date, { zone, locale }: Place): string =>
  dateFormat(tag(locale), { ...day, ...time, timeZone: zone }).format(instant);

const tag = (locale: Locale): string => (locale === "en" ? "en-GB" : locale);
