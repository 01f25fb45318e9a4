import { stoppedAt } from "../../src/clock.ts";
import type { SlaPolicy } from "../../src/kpis/kpi.ts";
import type { Window } from "../../src/periods/period.ts";
import { createReports } from "../../src/reports/create-reports.ts";
import type { Reports } from "../../src/reports/reports.ts";
import type { AnyDesk } from "../fixtures/any-desk.ts";
import type { AnyRecords } from "../fixtures/any-record.ts";
import { landDesk, workingTimeIn } from "../fixtures/land-desk.ts";
import type { Desk } from "../records/pulling.ts";
import { settings } from "../reports/ask.ts";
import type { Asking } from "./plain/every-question.ts";
import { asOf, landed } from "./plain/landed.ts";
import { spreadCosts } from "./plain/of-costs.ts";
import type { Plain } from "./plain/plain.ts";
import { secondCalculations } from "./plain/second-calculations.ts";

/** What reports are asked about. */
export interface Given {
  readonly desk: AnyDesk;
  /** Looked at as of the season's now, or with what came after it. */
  readonly hideLater: boolean;
  readonly sla: readonly SlaPolicy[];
}

/** A landed desk at a moment: what is asked of it goes to the real reports, and to the loops. */
export interface Scene extends Given {
  readonly reports: Reports;
  readonly held: AnyRecords;
  readonly seen: AnyRecords;
}

/** Lands the desk in a store of its zone. */
export async function playIn(place: Desk, given: Given): Promise<Scene> {
  const { desk, hideLater } = given;
  await landDesk(place, desk);
  const held = landed(desk);
  const seen = hideLater ? asOf(held, desk.season) : held;
  return { ...given, reports: reportsOf(place, given), held, seen };
}

/** What the loops make of a question about the records that fit. */
export function byHand(
  { desk: { season }, hideLater, sla, held, seen }: Scene,
  { kpi, options }: Asking,
  window: Window,
  fits: (records: AnyRecords) => AnyRecords,
): Plain {
  const rows = fits(kpi === "cost_per_contact" ? spreadCosts(seen, options, window) : seen);
  return secondCalculations[kpi]!({ all: held, rows, window, options, season, hideLater, sla });
}

function reportsOf({ records }: Desk, { desk, hideLater, sla }: Given): Reports {
  const { zone, now } = desk.season;
  const periods = {
    zone,
    weekStarts: "monday",
    fiscalYearStarts: 1,
    isWorkday: () => true,
  } as const;
  return createReports({
    records,
    clock: stoppedAt(now),
    periods,
    periodsOf: () => periods,
    workingTime: workingTimeIn(zone),
    settings: { ...settings, sla },
    optedOut: [],
    freshness: { staleAfterSeconds: () => null, isOverdue: () => false },
    hideLater,
  });
}
