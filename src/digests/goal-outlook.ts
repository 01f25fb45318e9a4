import type { Goal, GoalState } from "../../goals/goal.ts";
import { addsUp } from "../../goals/adds-up.ts";
import { neededFromNow, type SoFar } from "../../goals/needed.ts";
import { oddsOf } from "../../goals/odds.ts";
import { knownEnds, unitOf } from "../../goals/scale.ts";
import { rangeOf } from "../../goals/smart.ts";
import { weeksLeft } from "../../goals/weeks-left.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { isKpiId, kpiById } from "../kpis/index.ts";
import { addDays, daysBetween, localDay, startOfDay } from "../periods/local-day.ts";
import type { PeriodSettings } from "../periods/period.ts";
import { formatQuantity } from "../quantities/format-quantity.ts";
import type { Answer } from "../reports/answer.ts";
import type { Reports } from "../reports/reports.ts";
import type { Measured } from "./measure.ts";
import { sayDay } from "./say-when.ts";

/** How a running goal will likely end, and what would bring it home. */
export interface Outlook {
  /** 0–100; null where too little is known, or nothing is open any more. */
  readonly odds: number | null;
  readonly oddsText: string;
  readonly neededText: string;
}

export const noOutlook: Outlook = { odds: null, oddsText: "", neededText: "" };

interface OutlookAsked {
  readonly state: GoalState;
  /** Whether there is a figure, and the records reach its end. */
  readonly isKnown: boolean;
  readonly measured: Measured;
  /** Of the last whole week, with the weeks before it. */
  readonly answer: Pick<Answer, "period" | "series">;
}

interface OutlookPorts {
  readonly reports: Reports;
  readonly periods: Pick<PeriodSettings, "zone" | "isWorkday">;
}

/** Of a goal that has just begun, or never had a baseline, the weeks before tell as much. */
const isOpen = (state: GoalState, isKnown: boolean): boolean =>
  ["on_track", "at_risk", "behind"].includes(state) || (state === "active" && isKnown);

export async function goalOutlook(
  goal: Goal,
  { state, isKnown, measured, answer }: OutlookAsked,
  { reports, periods }: OutlookPorts,
  locale: Locale,
): Promise<Outlook> {
  if (!isOpen(state, isKnown)) return noOutlook;
  const { zone, isWorkday } = periods;
  const measuredTo = localDay(answer.period.to, zone);
  const daysLeft = daysBetween(measuredTo, addDays(goal.deadline, 1));
  const chance = oddsOf(
    answer.series.map(({ value }) => value),
    goal,
    weeksLeft(measuredTo, goal.deadline, isWorkday),
  );
  const odds = chance === null ? null : 100 * chance;
  // Of a goal to keep, and of one that is where it should be, nothing more is needed.
  const isShort = goal.direction === "reach" && state !== "on_track";
  const soFar = isShort ? await soFarOf(goal, measured, measuredTo, { reports, zone }) : null;
  const needed = soFar === null ? null : neededFromNow({ ...soFar, daysLeft }, goal.target);
  return {
    odds,
    oddsText:
      odds === null
        ? ""
        : say(locale, (t) => (goal.direction === "keep" ? t.goalLife.oddsToKeep : t.goals.odds), {
            odds: oddsPercent(odds, locale),
          }),
    neededText: soFar === null || needed === null ? "" : neededText(goal, needed, soFar, locale),
  };
}

/** Nothing that is open is certain. */
const oddsPercent = (odds: number, locale: Locale): string =>
  formatQuantity(Math.min(99, Math.max(1, Math.round(odds))), "percent", locale);

interface Counted extends Pick<SoFar, "value" | "daysPast"> {
  /** So many a week: where things are counted and nothing is divided. */
  readonly isWeekly: boolean;
}

/** Null of what cannot be put together from past and future: a median of the rest makes none of the whole. */
async function soFarOf(
  { startsOn }: Goal,
  { kpi, where, options }: Measured,
  measuredTo: Goal["startsOn"],
  { reports, zone }: { readonly reports: Reports; readonly zone: string },
): Promise<Counted | null> {
  const daysPast = daysBetween(startsOn, measuredTo);
  if (!isKpiId(kpi) || daysPast <= 0) return null;
  const inForce = await reports.optionsInForce(kpi, options);
  const how = addsUp(kpiById(kpi).measure(inForce, { sla: [] }).value);
  if (how === null) return null;
  const period = { from: startOfDay(startsOn, zone), to: startOfDay(measuredTo, zone) };
  const { value } = await reports.figure(kpi, { period, where, options });
  if (value === null) return null;
  const isWeekly = how === "sum";
  return { value: isWeekly ? (value / daysPast) * 7 : value, daysPast, isWeekly };
}

function neededText(
  goal: Goal,
  needed: number,
  { isWeekly }: Pick<Counted, "isWeekly">,
  locale: Locale,
): string {
  const unit = unitOf(goal);
  const { low, high } = rangeOf(unit, knownEnds(goal));
  const values = {
    needed: formatQuantity(unit === "count" ? inwards(goal, needed) : needed, unit, locale),
    target: formatQuantity(goal.target, unit, locale),
    start: sayDay(goal.startsOn, locale),
  };
  if (needed < low || needed > high) return say(locale, (t) => t.goals.neededTooMuch, values);
  return say(locale, (t) => (isWeekly ? t.goalLife.neededWeekly : t.goals.needed), values);
}

/** Half a ticket is none: the whole number that still makes the target. */
const inwards = ({ towards }: Goal, needed: number): number =>
  towards === "up" ? Math.ceil(needed - 1e-9) : Math.floor(needed + 1e-9);
