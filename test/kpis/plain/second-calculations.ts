import type { KpiId } from "../../../src/kpis/index.ts";
import { fcrOfCalls, ofCalls, transferRateOfCalls, volumeOfCalls } from "./of-calls.ts";
import { costPerContact } from "./of-costs.ts";
import { unansweredNotices } from "./of-notices.ts";
import { slaAttainment } from "./of-promises.ts";
import { ofSurveys } from "./of-surveys.ts";
import { fcrOfTickets, ofTickets, transferRateOfTickets, volumeOfTickets } from "./of-tickets.ts";
import { pick, type PlainKpi } from "./plain.ts";

const by =
  (name: string, ways: Readonly<Record<string, PlainKpi>>): PlainKpi =>
  (asked) =>
    pick(asked.options, name, ways)(asked);

const abandonedCalls = ofCalls.abandonment_rate;

/** The KPIs of tickets, calls and surveys, each written a second time from what it is said to mean. */
export const secondCalculations: Readonly<Partial<Record<KpiId, PlainKpi>>> = {
  ...ofTickets,
  ...ofCalls,
  ...ofSurveys,
  abandonment_rate: by("scope", {
    queue: abandonedCalls,
    voice: abandonedCalls,
    chat: abandonedCalls,
    notices: unansweredNotices,
  }),
  cost_per_contact: costPerContact,
  sla_attainment: slaAttainment,
  fcr: by("kind", { tickets: fcrOfTickets, calls: fcrOfCalls }),
  transfer_rate: by("kind", { tickets: transferRateOfTickets, calls: transferRateOfCalls }),
  ticket_volume: by("kind", { tickets: volumeOfTickets, calls: volumeOfCalls }),
};
