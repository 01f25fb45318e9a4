import { presets } from "../src/digests/presets.ts";
import {
  digestPeriods,
  mostWaitMinutes,
  usualWaitMinutes,
  type Digest,
  type DigestPeriod,
} from "../src/documents/shape.ts";
import { locales, type Locale } from "../src/i18n/locale.ts";
import { parseDuration } from "../src/quantities/parse-duration.ts";
import type { FormValues } from "./command.ts";
import type { Desk } from "./desk.ts";
import { readTeams } from "./digest-teams.ts";
import { namedKpis } from "./named-kpis.ts";
import { parseOnlyFor } from "./only-for.ts";

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** What the fields of a digest say; null where they say nothing that can be used. */
export function readValues(values: FormValues, teamChannels: Desk["teamChannels"], locale: Locale) {
  const channel = values["post_to"] ?? null;
  const period = periodNamed(values["period"] ?? presets.last_week.words);
  // The grammar wants a KPI before its filters; which one does not matter here.
  const onlyFor = parseOnlyFor("ticket_volume", values["where"] ?? null);
  const where = onlyFor?.where ?? {};
  return {
    channel,
    period,
    weekday: weekdayOf(values["weekday"] ?? null, period),
    time: toTime(values["time"] ?? ""),
    zone: toZone(values["zone"] ?? ""),
    locale: locales.find((each) => each === values["lang"]) ?? null,
    kpis: namedKpis(values["kpis"] ?? ""),
    onlyFor,
    teams: readTeams(values["teams"] ?? "", { channel, where }, teamChannels, locale),
    waitMinutes: toMinutes(values["wait"] ?? null),
  };
}

export type DigestValues = ReturnType<typeof readValues>;

/** `last-week`, as it is typed, or as it is kept. */
export const periodNamed = (text: string | null): DigestPeriod | null =>
  digestPeriods.find((each) => each === text || presets[each].words === text) ?? null;

/** A monthly one has none of its own. */
function weekdayOf(text: string | null, period: DigestPeriod | null) {
  if (text === null && period !== null) return presets[period].weekday;
  return weekdays.find((day) => String(day) === text) ?? null;
}

/** `9:00` and `09:00`; null for anything else. */
function toTime(text: string): Digest["time"] | null {
  const [, hours = "", minutes = ""] = /^\s*(\d{1,2})[:：](\d{2})\s*$/u.exec(text) ?? [];
  const time = `${hours.padStart(2, "0")}:${minutes}`;
  return /^([01]\d|2[0-3]):[0-5]\d$/u.test(time) ? time : null;
}

/** The zone as the calendar spells it; an offset is none, since it forgets the summer. */
function toZone(text: string): string | null {
  const name = text.trim();
  if (!/^[A-Za-z]/u.test(name)) return null;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

/** `2h`, `30 min`, and `0` alone; null for anything else and for more than it may wait. */
function toMinutes(text: string | null): number | null {
  if (text === null || text.trim() === "") return usualWaitMinutes;
  const seconds = text.trim() === "0" ? 0 : parseDuration(text);
  if (typeof seconds !== "number") return null;
  const minutes = Math.ceil(seconds / 60);
  return minutes <= mostWaitMinutes ? minutes : null;
}
