import type { KpiId } from "../../../src/kpis/index.ts";
import { fcrOfCalls, ofCalls, transferRateOfCalls, volumeOfCalls } from "./of-calls.ts";
import { slaAttainment } from "./of-promises.ts";
import { ofSurveys } from "./of-surveys.ts";
import { fcrOfTickets, ofTickets, transferRateOfTickets, volumeOfTickets } from "./of-tickets.ts";
import { pick, type PlainKpi } from "./plain.ts";

const byKind =
  (ways: Readonly<Record<string, PlainKpi>>): PlainKpi =>
  (asked) =>
    pick(asked.options, "kind", ways)(asked);

/** The KPIs of tickets, calls and surveys, each written a second time from what it is said to mean. */
export const secondCalculations: Readonly<Partial<Record<KpiId, PlainKpi>>> = {
  ...ofTickets,
  ...ofCalls,
  ...ofSurveys,
  sla_attainment: slaAttainment,
  fcr: byKind({ tickets: fcrOfTickets, calls: fcrOfCalls }),
  transfer_rate: byKind({ tickets: transferRateOfTickets, calls: transferRateOfCalls }),
  ticket_volume: byKind({ tickets: volumeOfTickets, calls: volumeOfCalls }),
};
