import type { WeeklyValues } from "../goals/weekly-swing.ts";
import type { Measured } from "../src/digests/measure.ts";
import { isKpiId } from "../src/kpis/index.ts";
import { localDay } from "../src/periods/local-day.ts";
import type { LocalDay } from "../src/periods/period.ts";
import type { Freshness, SeriesPoint } from "../src/reports/answer.ts";
import { isCurrent } from "../src/reports/freshness.ts";
import type { Desk } from "./desk.ts";

/** How the KPI stood in whole weeks, as a goal is measured; from the first known one on. */
export interface OwnHistory {
  readonly weeks: WeeklyValues;
  /** The day the first of them begins. */
  readonly since: LocalDay;
}

const twoYears = 104;

/** Two years of whole weeks and the one that now lies in, oldest first, in one series. */
export const weeksOf = async (
  { kpi, where, options }: Measured,
  { reports }: Pick<Desk, "reports">,
): Promise<readonly SeriesPoint[]> =>
  isKpiId(kpi) ? reports.series(kpi, { count: twoYears + 1, unit: "week", where, options }) : [];

/**
 * What is known of them; null where nothing is. A week that the data begin in or do not reach the
 * end of is none: half a week of tickets would read as a fall.
 */
export function historyOf(
  weeks: readonly SeriesPoint[],
  freshness: readonly Freshness[],
  zone: string,
): OwnHistory | null {
  const whole = weeks.slice(0, -1);
  const known = whole.map((point) => (isCurrent(freshness, point) ? point.value : null));
  const begun = known.findIndex((value) => value !== null);
  const first = begun > 0 ? begun + 1 : begun;
  const start = whole[first];
  if (begun === -1 || start === undefined) return null;
  return { weeks: known.slice(first), since: localDay(start.from, zone) };
}
