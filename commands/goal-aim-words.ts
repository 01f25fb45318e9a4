import type { Goal } from "../goals/goal.ts";
import { unitOf } from "../goals/scale.ts";
import { aimText } from "../src/digests/goal-sentence.ts";
import { dateFormat } from "../src/i18n/formats.ts";
import type { Locale } from "../src/i18n/locale.ts";
import { shiftUnits } from "../src/periods/calendar-unit.ts";
import { addDays, toUtcDate } from "../src/periods/local-day.ts";
import type { LocalDay } from "../src/periods/period.ts";
import { formatQuantity } from "../src/quantities/format-quantity.ts";

/**
 * What a goal aims at as it is typed, and so as a form shows it: `80 %`, `70 % – 85 %`, or with the
 * targets that lie ahead `Nov 78 %, Dec 80 %`.
 */
export function aimWords(goal: Goal, today: LocalDay, locale: Locale, currency?: string): string {
  const ahead = goal.steps.filter(({ until }) => until > today);
  if (ahead.length === 0) return typed(goal, goal.target, locale, currency);
  const due = [...ahead, { until: goal.deadline, target: goal.target }];
  return due
    .map(({ until, target }, index) => {
      const after = due[index - 1]?.until ?? today;
      const isEnd = until === goal.deadline || addDays(until, 1).endsWith("-01");
      const name = isEnd ? monthName(until, after, locale) : until;
      return `${name} ${typed(goal, target, locale, currency)}`;
    })
    .join(", ");
}

/** `Oct`; with its year where the one before is as much as a year away. */
const monthName = (day: LocalDay, after: LocalDay, locale: Locale): string =>
  day >= shiftUnits(firstOfMonth(after), "year", 1)
    ? day.slice(0, 7)
    : dateFormat(locale, { month: "short", timeZone: "UTC" }).format(toUtcDate(day));

const firstOfMonth = (day: LocalDay): LocalDay => addDays(day, 1 - Number(day.slice(8)));

/** Less than nothing in percent is written without the sign: with it, it would be a change. */
function typed(goal: Goal, target: number, locale: Locale, currency?: string): string {
  const isChange = target < 0 && goal.upTo === undefined && unitOf(goal) === "percent";
  return isChange
    ? formatQuantity(target, "points", locale)
    : aimText({ ...goal, target }, locale, currency);
}
