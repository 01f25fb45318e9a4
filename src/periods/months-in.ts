import { utc } from "@date-fns/utc";
import { addMonths } from "date-fns";
import { clockMs, localDay, toUtcDate } from "./local-day.ts";
import type { Window } from "./period.ts";

const inUtc = { in: utc };

/**
 * How many months a window lasts by the calendar of the zone: a whole February is one like a whole
 * March, a year is twelve, and what is left over counts by the month it would have filled.
 */
export function monthsIn({ from, to }: Window, zone: string): number {
  const [start, end] = [from, to].map((at) => wallMs(at, zone));
  if (start === undefined || end === undefined || end <= start) return 0;
  const after = (months: number): number => addMonths(start, months, inUtc).getTime();
  let whole = Math.floor((end - start) / longestMonthMs);
  while (after(whole + 1) <= end) whole += 1;
  return whole + (end - after(whole)) / (after(whole + 1) - after(whole));
}

const longestMonthMs = 31 * 86_400_000;

const wallMs = (at: Date, zone: string): number =>
  toUtcDate(localDay(at, zone)).getTime() + clockMs(at, zone);
