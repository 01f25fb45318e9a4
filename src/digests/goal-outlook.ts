import type { Goal, GoalState } from "../../goals/goal.ts";
import { neededFromNow, oddsOf } from "../../goals/odds.ts";
import { unitOf } from "../../goals/scale.ts";
import { rangeOf } from "../../goals/smart.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { isKpiId } from "../kpis/index.ts";
import { addDays, daysBetween, localDay, startOfDay } from "../periods/local-day.ts";
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
  readonly measured: Measured;
  /** Of the last whole week, with the weeks before it. */
  readonly answer: Answer;
}

const openStates: ReadonlySet<GoalState> = new Set(["on_track", "at_risk", "behind"]);

export async function goalOutlook(
  goal: Goal,
  { state, measured, answer }: OutlookAsked,
  { reports, zone }: { readonly reports: Reports; readonly zone: string },
  locale: Locale,
): Promise<Outlook> {
  if (!openStates.has(state)) return noOutlook;
  const measuredTo = localDay(answer.period.to, zone);
  const daysLeft = daysBetween(measuredTo, addDays(goal.deadline, 1));
  const chance = oddsOf(
    answer.series.map(({ value }) => value),
    goal,
    daysLeft / 7,
  );
  const odds = chance === null ? null : 100 * chance;
  // Of a goal to keep, and of one that is where it should be, nothing more is needed.
  const isShort = goal.direction === "reach" && state !== "on_track";
  const soFar = isShort ? await soFarOf(goal, measured, measuredTo, { reports, zone }) : null;
  const needed = soFar === null ? null : neededFromNow({ ...soFar, daysLeft }, goal.target);
  return {
    odds,
    oddsText:
      odds === null ? "" : say(locale, (t) => t.goals.odds, { odds: oddsPercent(odds, locale) }),
    neededText: needed === null ? "" : neededText(goal, needed, locale),
  };
}

/** Nothing that is open is certain. */
const oddsPercent = (odds: number, locale: Locale): string =>
  formatQuantity(Math.min(99, Math.max(1, Math.round(odds))), "percent", locale);

/** Only of a Σ ÷ Σ: a median of the rest does not make a median of the whole. */
async function soFarOf(
  { startsOn }: Goal,
  { kpi, where, options }: Measured,
  measuredTo: Goal["startsOn"],
  { reports, zone }: { readonly reports: Reports; readonly zone: string },
) {
  const daysPast = daysBetween(startsOn, measuredTo);
  if (!isKpiId(kpi) || daysPast <= 0) return null;
  const period = { from: startOfDay(startsOn, zone), to: startOfDay(measuredTo, zone) };
  const { value, numerator, denominator } = await reports.figure(kpi, { period, where, options });
  return value === null || numerator === null || denominator === null ? null : { value, daysPast };
}

function neededText(goal: Goal, needed: number, locale: Locale): string {
  const unit = unitOf(goal);
  const { low, high } = rangeOf(unit);
  const values = {
    needed: formatQuantity(needed, unit, locale),
    target: formatQuantity(goal.target, unit, locale),
    start: sayDay(goal.startsOn, locale),
  };
  return needed < low || needed > high
    ? say(locale, (t) => t.goals.neededTooMuch, values)
    : say(locale, (t) => t.goals.needed, values);
}
