import { isAdditive } from "../kpis/inputs.ts";
import { monthsIn } from "../periods/months-in.ts";
import type { Period, PeriodSettings } from "../periods/period.ts";
import { workdaysIn } from "../periods/workdays.ts";
import type { Comparison, Freshness } from "./answer.ts";
import { isCurrent } from "./freshness.ts";
import type { Plan } from "./plan.ts";
import type { Reading } from "./reading.ts";

export type Verdict = Comparison["verdict"];

/** Fewer records than this say nothing about better or worse. */
export const fewestToJudge = 5;

/** Below this a figure still swings: the rule of thumb of statistics. */
export const fewestToTrust = 30;

/** Below this a rounding error of the engine, not a change. */
const sameWithin = 1e-9;

export function changeOf(now: Reading, before: Reading): number | null {
  return now.value === null || before.value === null ? null : now.value - before.value;
}

/** Whether so few records say nothing; a count of all that there are always says something. */
export const isTooFew = ({ formula }: Plan, sample: number): boolean =>
  formula.value.take !== "sum" && formula.isWhole !== true && sample < fewestToJudge;

/** Whether anything may be called good or bad: not over half of the records, nor over too short a time. */
export const mayJudge = (
  { formula }: Plan,
  freshness: readonly Freshness[],
  period: Period,
): boolean =>
  isCurrent(freshness, period) && monthsIn(period, period.zone) >= (formula.fewestMonths ?? 0);

/** How many times as many working days the period has as the one before: counts grow with them. */
export function lengthOf(period: Period, before: Period, periods: PeriodSettings): number {
  if (!period.complete || !before.complete) return 1;
  const [now, then] = [workdaysIn(period, periods), workdaysIn(before, periods)];
  return now === 0 || then === 0 ? 1 : now / then;
}

/** Whether it counts what happened, so that a longer time makes it more. */
export const isCount = ({ formula: { value } }: Plan): boolean =>
  value.take === "sum" && value.terms.every(({ input }) => isAdditive(input));

/**
 * Whether things got better, as far as the records can tell. `length` is that of the period, of the
 * one before as 1: a count is judged by what as many days would have brought.
 */
export function verdictOf(plan: Plan, now: Reading, earlier: Reading, length = 1): Verdict {
  const { better } = plan;
  const before = isCount(plan) ? asLong(earlier, length) : earlier;
  const change = changeOf(now, before);
  if (change === null || isTooFew(plan, Math.min(now.sample, before.sample))) return null;
  if (Math.abs(change) < sameWithin) return "same";
  if (better === "neutral") return null;
  if (isWithinChance(now, before) || isUsualSwing(plan, now, earlier, length)) {
    return "noise";
  }
  return change > 0 === (better === "higher") ? "better" : "worse";
}

const asLong = (reading: Reading, length: number): Reading =>
  reading.value === null ? reading : { ...reading, value: reading.value * length };

/** Counts come by chance too: by Poisson the variance of each is the count itself. */
function isUsualSwing(
  { formula: { value } }: Plan,
  now: Reading,
  before: Reading,
  length: number,
): boolean {
  const isOfEvents =
    value.take === "sum" &&
    value.terms.every(({ input }) => isAdditive(input) && input.take === "count");
  if (!isOfEvents || now.value === null || before.value === null) return false;
  const deviation = Math.sqrt(now.value + before.value * length * length);
  return Math.abs(now.value - before.value * length) <= z * deviation;
}

/** Two standard deviations of chance. */
const z = 1.96;

/**
 * Newcombe's interval of a difference, made of the intervals of both sides: where it holds 0,
 * chance alone could have made the change. `stretch` widens it where many were looked at.
 */
export function isWithinChance(now: Reading, before: Reading, stretch = 1): boolean {
  if (now.interval === null || before.interval === null) return false;
  if (now.value === null || before.value === null) return false;
  const change = now.value - before.value;
  const low = Math.hypot(now.value - now.interval.low, before.interval.high - before.value);
  const high = Math.hypot(now.interval.high - now.value, before.value - before.interval.low);
  return change - stretch * low <= 0 && change + stretch * high >= 0;
}
