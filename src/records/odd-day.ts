import type { DayHours } from "./hours-held.ts";
import { hoursMoved } from "./hours-moved.ts";
import { usualDay, usualSwing } from "./usual-day.ts";

/** More than so many times the usual came twice, or was never meant to come. */
const manyShare = 3;
/** So much lost is odd at a small desk too, … */
const lostHalf = 0.5;
/** … where it is so many standard deviations of its count: at a small desk chance halves a day now and then. */
const beyondLuck = 2.5;
/** Of a loss of 30 %, some days lose a little less: so much is odd where neither chance nor the desk's swings do it. */
const lostShare = 0.22;
/** So many standard deviations of a count are beyond chance. */
const beyondChance = 4;
/** So many of the desk's own swings are beyond them. */
const beyondSwings = 3;
/** And where so much is lost, however much the desk swings. */
const lostAnyhow = 0.8;

type OddDay =
  | { readonly code: "few" | "many"; readonly count: number; readonly usual: number }
  | { readonly code: "shifted"; readonly hours: number };

export interface JudgedDay<D> {
  readonly day: D;
  readonly hours: DayHours;
  /** The same weekday of the weeks before. */
  readonly weeks: readonly DayHours[];
}

/** The first of these days that is unlike the same weekday of the weeks before, and how. */
export function oddDay<D>(judged: readonly JudgedDay<D>[]): (OddDay & { readonly day: D }) | null {
  const counted = judged.map(({ weeks }) => weeks.map(sum));
  const swing = usualSwing(counted);
  for (const [at, { day, hours, weeks }] of judged.entries()) {
    const found = oddityOf(hours, weeks, counted[at] ?? [], swing);
    if (found !== null) return { ...found, day };
  }
  return null;
}

function oddityOf(
  hours: DayHours,
  weeks: readonly DayHours[],
  counted: readonly number[],
  swing: number,
): OddDay | null {
  const before = usualDay(counted);
  if (before === null) return null;
  const { usual, lowest } = before;
  const count = sum(hours);
  const lost = 1 - count / usual;
  const chance = 1 / Math.sqrt(usual);
  const isHalf = lost > lostHalf && lost > beyondLuck * chance;
  const isMuch = isHalf || (lost > lostShare && lost > beyondChance * chance && count < lowest);
  if (isMuch && lost > Math.min(beyondSwings * swing, lostAnyhow)) {
    return { code: "few", count, usual };
  }
  if (count > usual * manyShare) return { code: "many", count, usual };
  const by = hoursMoved(hours, weeks);
  return by === null ? null : { code: "shifted", hours: by };
}

const sum = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);
