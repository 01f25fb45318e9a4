import type { Locale } from "../../i18n/locale.ts";

const formats: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  date_num: { year: "numeric", month: "2-digit", day: "2-digit" },
  date: { year: "numeric", month: "long", day: "numeric" },
  date_short: { year: "numeric", month: "short", day: "numeric" },
  date_long: { weekday: "long", year: "numeric", month: "long", day: "numeric" },
  date_pretty: { year: "numeric", month: "long", day: "numeric" },
  date_short_pretty: { year: "numeric", month: "short", day: "numeric" },
  date_long_pretty: { weekday: "long", year: "numeric", month: "long", day: "numeric" },
  time: { hour: "numeric", minute: "2-digit" },
  time_secs: { hour: "numeric", minute: "2-digit", second: "2-digit" },
};

/** `{date_short} {time}` filled in for a person's zone and language, as Slack's clients do. */
export function slackDate(seconds: number, format: string, locale: Locale, zone: string): string {
  return format.replaceAll(/\{(\w+)\}/gu, (whole, name: string) => {
    const options = formats[name];
    return options === undefined
      ? whole
      : new Intl.DateTimeFormat(locale, { ...options, timeZone: zone }).format(seconds * 1000);
  });
}
