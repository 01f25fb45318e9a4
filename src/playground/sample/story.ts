import { partsOf } from "./wall-clock.ts";
import type { DayNumber } from "./wall-clock.ts";

/**
 * What somebody should find. In the last full month Billing's invoices got a new layout: a third of
 * its e-mails ask about it, and one reply seldom settles them. In the same month chat grew by a
 * third, because the website began to offer it on every page. Afterwards both go on, but milder.
 */
export interface Story {
  /** The share of Billing's e-mails that are about the new layout. */
  readonly layoutShareOn: (day: DayNumber) => number;
  /** What the number of chats is multiplied by. */
  readonly chatsOn: (day: DayNumber) => number;
}

export const layoutTopic = "Invoice layout";

/** `load` says how busy a day is anyway: chat grows against the month before, not against the season. */
export function tellStory(today: DayNumber, load: (day: DayNumber) => number): Story {
  const end = firstOfMonth(today);
  const start = firstOfMonth(end - 1);
  const before = firstOfMonth(start - 1);
  const season = Math.max(1, sum(load, before, start) / sum(load, start, end));
  const chapter = (day: DayNumber, calm: number, peak: number, after: number): number => {
    if (day < start) return calm;
    return day < end ? peak : after;
  };
  return {
    layoutShareOn: (day) => chapter(day, 0, 0.36, 0.12),
    chatsOn: (day) => chapter(day, 1, 1.35 * season, 1.2),
  };
}

const firstOfMonth = (day: DayNumber): DayNumber => day - partsOf(day).date + 1;

function sum(load: (day: DayNumber) => number, from: DayNumber, to: DayNumber): number {
  let total = 0;
  for (let day = from; day < to; day += 1) total += load(day);
  return total;
}
