import type { Digest } from "../documents/shape.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { presets } from "./presets.ts";
import { sayWeekday } from "./say-when.ts";

/** `every Monday at 09:00 (Europe/Berlin)`; what it tells about, where that is not the week before. */
export function scheduleText(
  { period, weekday, time, zone }: Pick<Digest, "period" | "weekday" | "time" | "zone">,
  locale: Locale,
): string {
  const schedule =
    presets[period].every === "month"
      ? say(locale, (t) => t.digestMore.monthly, { time, zone })
      : say(locale, (t) => t.digests.schedule, {
          weekday: sayWeekday(weekday, locale),
          time,
          zone,
        });
  return say(locale, (t) => t.digestMore.schedules[period], { schedule });
}
