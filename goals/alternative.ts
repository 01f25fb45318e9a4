import type { Unit } from "../src/quantities/unit.ts";
import { addDays, daysBetween } from "../src/periods/local-day.ts";
import type { LocalDay } from "../src/periods/period.ts";
import type { Range } from "./ambition.ts";
import type { Gains } from "./gains.ts";

/** Where the team stands today, which way it wants to go, and until when. */
export interface Course {
  readonly unit: Unit;
  readonly baseline: number;
  readonly towards: "up" | "down";
  readonly today: LocalDay;
  readonly deadline: LocalDay;
}

/** A goal as far as it can be weighed against what the team did before. */
export interface Ask extends Course {
  readonly target: number;
}

/** What the best pace so far would make of it; null where that makes nothing of it. */
export interface Alternative {
  readonly target: number | null;
  /** The first working day on which what was asked is to be had. */
  readonly deadline: LocalDay | null;
}

/** What the best pace brings from today to the deadline, in the KPI's unit. */
const bestBy = ({ best, weeks }: Gains, { today, deadline }: Course): number =>
  (best * daysBetween(today, deadline)) / (7 * weeks);

/** Whether more is asked than the best pace so far brings by the deadline. */
export const isBeyondBest = (ask: Ask, gains: Gains): boolean => gapOf(ask) > bestBy(gains, ask);

/** How far the target is from where the team stands; below 0 where it is past it. */
export const gapOf = ({ baseline, target, towards }: Ask): number =>
  towards === "up" ? target - baseline : baseline - target;

/**
 * What the best pace so far makes of the figure by the deadline: a number that people would name, on
 * the near side of it and never past the end of the scale. Null where it makes nothing better.
 */
export function targetAtBest(course: Course, gains: Gains, range: Range): number | null {
  const { unit, baseline, towards } = course;
  const sign = towards === "up" ? 1 : -1;
  const gain = bestBy(gains, course);
  if (gain <= 0) return null;
  const step = stepOf(unit, gain);
  const near = sign * tidy(Math.floor(tidy((sign * baseline + gain) / step)) * step);
  const within = Math.min(range.high, Math.max(range.low, near));
  return sign * (within - baseline) > 0 ? within : null;
}

/** What an alternative is looked for with. */
export interface Looking {
  readonly range: Range;
  readonly isWorkday: (day: LocalDay) => boolean;
  /** How far the team has come before in about the time until then. */
  readonly gainsUntil: (day: LocalDay) => Gains | null;
}

/** Null where the best pace so far brings what is asked: there is nothing easier to offer. */
export const alternativeTo = (ask: Ask, gains: Gains, looking: Looking): Alternative | null =>
  isBeyondBest(ask, gains)
    ? {
        target: targetAtBest(ask, gains, looking.range),
        deadline: dayAtBest(ask, gains, looking),
      }
    : null;

/** The pace of twelve weeks is not kept up for a year: a later day is held against more weeks. */
function dayAtBest(ask: Ask, gains: Gains, { isWorkday, gainsUntil }: Looking): LocalDay | null {
  let known = gains;
  for (let round = 0; round < mostRounds; round += 1) {
    const days = Math.ceil(tidy((gapOf(ask) * 7 * known.weeks) / known.best));
    if (known.best <= 0 || days > farthestDays) return null;
    const deadline = nextWorkday(addDays(ask.today, days), isWorkday);
    known = gainsUntil(deadline) ?? known;
    if (!isBeyondBest({ ...ask, deadline }, known)) return deadline;
  }
  return null;
}

/** Each round looks further ahead, and no further than a year. */
const mostRounds = 10;

/**
 * The target in equal steps, one for the end of each month from the next on, the last of them the
 * target itself; none where it is a matter of one month, or of more than half a year.
 */
export function monthlySteps({ unit, baseline, target, today, deadline }: Ask): readonly number[] {
  const months = monthOf(deadline) - monthOf(today);
  if (months < 2 || months > mostSteps) return [];
  const each = (target - baseline) / months;
  const step = stepOf(unit, Math.abs(each));
  const rounded = (month: number): number =>
    tidy(Math.round(tidy((baseline + each * month) / step)) * step);
  return Array.from({ length: months }, (_, month) =>
    month === months - 1 ? target : rounded(month + 1),
  );
}

const monthOf = (day: LocalDay): number => 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7));
const mostSteps = 6;

/** As far as a deadline may lie. */
const farthestDays = 3 * 366;

/** One that nobody would work on moves to the next working day. */
const nextWorkday = (day: LocalDay, isWorkday: (day: LocalDay) => boolean): LocalDay =>
  Array.from({ length: 14 }, (_, days) => addDays(day, days)).find(isWorkday) ?? day;

const tens = [5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.01];
/** Days, hours, minutes and seconds as people round them. */
const times = [86_400, 43_200, 21_600, 7_200, 3_600, 1_800, 900, 600, 300, 120, 60, 30, 10, 5, 1];

/** What a number is rounded to: a tenth of the gain at most, so that most of it is left. */
function stepOf(unit: Unit, gain: number): number {
  const steps = unit === "seconds" ? times : unit === "count" ? tens.slice(0, 12) : tens;
  return steps.find((step) => step <= gain / 10) ?? steps.at(-1) ?? 1;
}

const tidy = (value: number): number => Number(value.toPrecision(12));
