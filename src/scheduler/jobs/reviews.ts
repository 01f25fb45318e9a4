import { reviewReasonOf } from "../../../goals/reviews.ts";
import { shiftUnits, startOfUnit } from "../../periods/calendar-unit.ts";
import { addDays, atClock, localDay } from "../../periods/local-day.ts";
import { unitLabel } from "../../periods/period-label.ts";
import type { LocalDay, PeriodSettings } from "../../periods/period.ts";
import type { DueReminder } from "../ledger.ts";
import type { Job } from "./job.ts";
import { morningMs, type ReminderPorts } from "./reminders.ts";

export interface ReviewPorts extends ReminderPorts {
  readonly periods: PeriodSettings;
}

/** Reminds the owners of goals, on the first working day of a quarter, of what wants a decision. */
export const reviewsJob = (ports: ReviewPorts): Job => ({
  name: "reviews",
  schedule: "40 */5 * * * *",
  zone: "UTC",
  isDueAtStart: async () => true,
  run: async () => ports.remind(await reviewsDue(ports)),
});

/** Until the day after it: the zones of the earth are within a day of each other. */
const lookBackDays = 2;

async function reviewsDue({
  goals,
  clock,
  periods,
  profileOf,
}: ReviewPorts): Promise<readonly DueReminder[]> {
  const now = clock.now();
  const today = localDay(now, periods.zone);
  // The eve of a quarter belongs to it already: east of here it may be morning of its first day.
  const quarter = startOfUnit(addDays(today, 1), "quarter", periods);
  const on = firstWorkday(quarter, periods);
  if (on > addDays(today, 1) || on < addDays(today, -lookBackDays)) return [];
  const name = unitLabel(quarter, "quarter", periods);
  const asked = (await goals.list()).filter((goal) => reviewReasonOf(goal, on) !== null);
  const due: DueReminder[] = [];
  for (const person of new Set(asked.map(({ owner }) => owner))) {
    const { zone, locale, isGone } = await profileOf(person);
    const dueAt = atClock(on, morningMs, zone);
    if (isGone || dueAt > now) continue;
    const id = `review:${name}:${person}`;
    due.push({ id, about: null, person, locale, occurrence: name, dueAt });
  }
  return due;
}

/** Of a quarter in which nobody works it is the first day. */
function firstWorkday(quarter: LocalDay, { isWorkday }: PeriodSettings): LocalDay {
  const next = shiftUnits(quarter, "quarter", 1);
  for (let day = quarter; day < next; day = addDays(day, 1)) if (isWorkday(day)) return day;
  return quarter;
}
