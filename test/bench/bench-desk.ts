import { stoppedAt } from "../../src/clock.ts";
import type { RecordStore } from "../../src/records/store.ts";
import { createReports } from "../../src/reports/create-reports.ts";
import type { Reports } from "../../src/reports/reports.ts";

/** What the benchmarks that ask reports have in common: the desk's settings, and when it is. */
export const zone = "Europe/Berlin";
export const now = new Date("2026-11-18T11:00:00Z");
export const periods = {
  zone,
  weekStarts: "monday",
  fiscalYearStarts: 1,
  isWorkday: () => true,
} as const;
export const settings = {
  options: {},
  targets: {},
  sla: [],
  currency: "EUR",
  benchmarks: {},
} as const;

export const reportsOf = (records: RecordStore): Reports =>
  createReports({
    records,
    clock: stoppedAt(now),
    periods,
    periodsOf: () => periods,
    workingTime: null,
    settings,
    optedOut: [],
    freshness: { staleAfterSeconds: () => null, isOverdue: () => false },
    hideLater: false,
  });
