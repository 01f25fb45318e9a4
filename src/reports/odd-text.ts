import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { kinds } from "../kinds/index.ts";
import { startOfDay } from "../periods/local-day.ts";
import type { OddPull } from "../records/store.ts";
import { sayDay } from "./say-time.ts";

/** What is strange about a source's last pull, and what to look at. */
export function oddText(source: string, odd: OddPull, zone: string, locale: Locale): string {
  if (odd.code === "empty")
    return say(locale, (t) => t.reports.warning.source_odd.empty, { source });
  const day = {
    source,
    kind: kinds.find(({ id }) => id === odd.kind)?.title[locale] ?? odd.kind,
    day: sayDay(startOfDay(odd.day, zone), { zone, locale }),
  };
  if (odd.code === "shifted") {
    const way = odd.hours > 0 ? "later" : "earlier";
    const count = Math.abs(odd.hours);
    return say(locale, (t) => t.reports.warning.source_odd[way], { ...day, count });
  }
  const { code, count, usual } = odd;
  return say(locale, (t) => t.reports.warning.source_odd[code], { ...day, count, usual });
}
