import { abandonmentRate } from "./abandonment-rate.ts";
import { agentProductivity } from "./agent-productivity.ts";
import { aht } from "./aht.ts";
import { answerRate } from "./answer-rate.ts";
import { appreciationReach } from "./appreciation-reach.ts";
import { asa } from "./asa.ts";
import { automationRate } from "./automation-rate.ts";
import { avgResolutionTime } from "./avg-resolution-time.ts";
import { backlog } from "./backlog.ts";
import { callResolutionRate } from "./call-resolution-rate.ts";
import { callsPerHour } from "./calls-per-hour.ts";
import { ces } from "./ces.ts";
import { channelCoverage } from "./channel-coverage.ts";
import { channelMix } from "./channel-mix.ts";
import { clv } from "./clv.ts";
import { coachingCoverage } from "./coaching-coverage.ts";
import { costPerContact } from "./cost-per-contact.ts";
import { csat } from "./csat.ts";
import { customerChurnRate } from "./customer-churn-rate.ts";
import { customerRetentionRate } from "./customer-retention-rate.ts";
import { esat } from "./esat.ts";
import { fcr } from "./fcr.ts";
import { firstResponseTime } from "./first-response-time.ts";
import type { Kpi } from "./kpi.ts";
import { milestone } from "./milestone.ts";
import { mobileShare } from "./mobile-share.ts";
import { nps } from "./nps.ts";
import { occupancy } from "./occupancy.ts";
import { onboardingTime } from "./onboarding-time.ts";
import { reopenRate } from "./reopen-rate.ts";
import { repeatCustomerRate } from "./repeat-customer-rate.ts";
import { resolvedIssues } from "./resolved-issues.ts";
import { resourceUsage } from "./resource-usage.ts";
import { revenueChurnRate } from "./revenue-churn-rate.ts";
import { scheduleAdherence } from "./schedule-adherence.ts";
import { selfServiceRate } from "./self-service-rate.ts";
import { serviceLevel } from "./service-level.ts";
import { slaAttainment } from "./sla-attainment.ts";
import { socialResponseTime } from "./social-response-time.ts";
import { supportCostRatio } from "./support-cost-ratio.ts";
import { surveyCadence } from "./survey-cadence.ts";
import { surveyResponseRate } from "./survey-response-rate.ts";
import { ticketVolume } from "./ticket-volume.ts";
import { ticketsPerCustomer } from "./tickets-per-customer.ts";
import { topAgent } from "./top-agent.ts";
import { transferRate } from "./transfer-rate.ts";

/** Every KPI, in the order lists show them. */
export const kpis = [
  fcr,
  csat,
  firstResponseTime,
  avgResolutionTime,
  serviceLevel,
  asa,
  abandonmentRate,
  answerRate,
  aht,
  callResolutionRate,
  nps,
  ces,
  esat,
  ticketVolume,
  resolvedIssues,
  ticketsPerCustomer,
  backlog,
  reopenRate,
  transferRate,
  slaAttainment,
  customerChurnRate,
  customerRetentionRate,
  revenueChurnRate,
  repeatCustomerRate,
  clv,
  costPerContact,
  supportCostRatio,
  callsPerHour,
  scheduleAdherence,
  occupancy,
  resourceUsage,
  channelMix,
  channelCoverage,
  surveyResponseRate,
  surveyCadence,
  onboardingTime,
  appreciationReach,
  mobileShare,
  automationRate,
  socialResponseTime,
  selfServiceRate,
  coachingCoverage,
  milestone,
  agentProductivity,
  topAgent,
] as const satisfies readonly Kpi[];

export type KpiId = (typeof kpis)[number]["id"];

const byId: ReadonlyMap<string, Kpi> = new Map(kpis.map((kpi) => [kpi.id, kpi]));

/** Throws for an id that is on no shelf: ids come from `KpiId` or are checked with `isKpiId`. */
export function kpiById(id: KpiId): Kpi {
  const kpi = byId.get(id);
  if (kpi === undefined) throw new RangeError(`no KPI is called ${id}`);
  return kpi;
}

export const isKpiId = (id: string): id is KpiId => byId.has(id);
