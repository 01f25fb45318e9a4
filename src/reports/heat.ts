import { weekdayOf } from "../periods/calendar-unit.ts";
import { addDays, clockMs, localDay, startOfDay } from "../periods/local-day.ts";
import type { Window } from "../periods/period.ts";
import type { Input } from "../kpis/inputs.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { slotMs } from "../records/query-hours.ts";
import type { FigureRow } from "../records/query.ts";
import type { HeatHour, Remark } from "./answer.ts";
import type { Plan } from "./plan.ts";

const hourMs = 3_600_000;

/** What can be laid on the hours of a week: a plain count of events. */
export function heatInputs({ formula }: Plan): readonly Input[] | null {
  const { value } = formula;
  if (value.take !== "sum") return null;
  const inputs = value.terms.map(({ input }) => input);
  const isPlain = inputs.every(({ take, until }) => take === "count" && until === undefined);
  return isPlain ? inputs : null;
}

/**
 * The hours of a week on the clock of the zone, with what happened in each and how many such hours
 * the period really had: where the clock is turned back an hour comes twice, and one that it skips
 * is none.
 */
export function heatOf(
  { from, to }: Window,
  zone: string,
  counts: readonly ReadonlyMap<number, number>[],
): readonly HeatHour[] {
  const cells = Array.from({ length: 7 * 24 }, () => ({ count: 0, hours: 0 }));
  const end = localDay(new Date(to.getTime() - 1), zone);
  for (let day = localDay(from, zone); day <= end; day = addDays(day, 1)) {
    const startMs = startOfDay(day, zone).getTime();
    const endMs = startOfDay(addDays(day, 1), zone).getTime();
    const isEven = endMs - startMs === 24 * hourMs;
    for (let slot = Math.floor(startMs / slotMs); slot * slotMs < endMs; slot += 1) {
      const at = slot * slotMs;
      // To ask the zone's clock costs more than all the rest: only days of 23 or 25 hours need it.
      const clock = isEven ? at - startMs : clockMs(new Date(at), zone);
      const cell = cells[(weekdayOf(day) - 1) * 24 + Math.floor(clock / hourMs)];
      if (cell === undefined) continue;
      const lasted = Math.min(at + slotMs, +to) - Math.max(at, +from);
      cell.hours += Math.max(0, lasted) / hourMs;
      for (const each of counts) cell.count += each.get(slot) ?? 0;
    }
  }
  return cells.map((cell, index) => ({
    weekday: Math.floor(index / 24) + 1,
    hour: index % 24,
    ...cell,
  }));
}

export const perHour = ({ count, hours }: HeatHour): number => (hours === 0 ? 0 : count / hours);

/** The hours in which most happens, the busiest first; none where nothing stands out of nothing. */
export const peaksOf = (heat: readonly HeatHour[], most: number): readonly HeatHour[] =>
  heat
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => perHour(b) - perHour(a))
    .slice(0, most);

/** Ready-made figures come by the day: they are in the count and in no hour. */
export const withoutHours = ({ hasReadyMade }: FigureRow, locale: Locale): readonly Remark[] =>
  hasReadyMade
    ? [{ code: "ready_made_hours", text: say(locale, (t) => t.reports.warning.ready_made_hours) }]
    : [];
