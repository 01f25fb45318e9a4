import { daysBetween } from "../src/periods/local-day.ts";
import type { LocalDay } from "../src/periods/period.ts";
import type { Goal } from "./goal.ts";
import type { WeeklyValues } from "./weekly-swing.ts";

/** How far a team has come before in so many weeks, in the KPI's unit; above 0 is better. */
export interface Gains {
  readonly weeks: number;
  readonly best: number;
  /** The middle one of all: as often more as less. */
  readonly typical: number;
}

/** A level is the middle of four weeks: one odd week, or one of three tickets, is no level. */
const levelWeeks = 4;
/** Of which at least so many are known. */
const fewestKnown = 3;
/** From fewer pairs nothing can be told. */
const fewestPairs = 6;
const usualWeeks = 12;

/**
 * What became of the level in every stretch of `apart` whole weeks of the history, the oldest week
 * first. Null where there are too few of them, or the stretch is shorter than a level.
 */
export function gainsOf(
  weeks: WeeklyValues,
  apart: number,
  towards: Goal["towards"],
): Gains | null {
  if (apart < levelWeeks) return null;
  const levels = weeks.map((_, index) => levelAt(weeks, index));
  const sign = towards === "up" ? 1 : -1;
  const gains = levels.flatMap((after, index) => {
    const before = levels[index - apart] ?? null;
    return after === null || before === null ? [] : [sign * (after - before)];
  });
  if (gains.length < fewestPairs) return null;
  return { weeks: apart, best: Math.max(...gains), typical: median(gains) };
}

/**
 * The same over as many weeks as a goal has, at least four and at most a year; over twelve where the
 * history is too short for that, or no deadline is known.
 */
export function gainsOver(
  weeks: WeeklyValues,
  length: number | null,
  towards: Goal["towards"],
): Gains | null {
  const wanted = Math.min(52, Math.max(levelWeeks, length ?? usualWeeks));
  const usual = Math.min(wanted, usualWeeks);
  return gainsOf(weeks, wanted, towards) ?? gainsOf(weeks, usual, towards);
}

export const weeksUntil = (today: LocalDay, deadline: LocalDay): number =>
  Math.round(daysBetween(today, deadline) / 7);

function levelAt(weeks: WeeklyValues, last: number): number | null {
  const known = weeks
    .slice(Math.max(0, last - levelWeeks + 1), last + 1)
    .filter((value) => value !== null);
  return known.length < fewestKnown ? null : median(known);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [(sorted.length - 1) / 2, sorted.length / 2].map(Math.floor);
  return ((sorted[low ?? 0] ?? 0) + (sorted[high ?? 0] ?? 0)) / 2;
}
