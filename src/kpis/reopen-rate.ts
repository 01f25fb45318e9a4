import { ticketsReopened, ticketsReopensKnown, ticketsReopensUnknown } from "./inputs-tickets.ts";
import { sumOf } from "./inputs.ts";
import { defineKpi } from "./kpi.ts";
import { share } from "./share.ts";

/** The guardrail of speed: solved too early comes back. */
export const reopenRate = defineKpi({
  id: "reopen_rate",
  version: 1,
  title: {
    en: "Reopen rate",
    ko: "재오픈율",
    ru: "Доля повторно открытых обращений",
    "zh-TW": "重開率",
  },
  aliases: ["reopen", "reopened", "доля повторно открытых"],
  meaning: {
    en: "The share of solved tickets that had been reopened at least once.",
    ko: "해결된 티켓 가운데 한 번 이상 다시 열린 비율입니다.",
    ru: "Доля решённых обращений, которые хотя бы раз открывали повторно.",
    "zh-TW": "已解決工單中至少重開過一次的比例。",
  },
  formula: {
    en: "solved tickets with a reopen ÷ solved tickets",
    ko: "재오픈된 적이 있는 해결 티켓 ÷ 해결된 티켓",
    ru: "решённые с повторным открытием ÷ решённые обращения",
    "zh-TW": "曾重開的已解決工單 ÷ 已解決工單",
  },
  unit: "percent",
  better: "lower",
  kinds: ["tickets"],
  options: {},
  measure: () => ({
    value: share(sumOf(ticketsReopened), sumOf(ticketsReopensKnown)),
    sample: sumOf(ticketsReopensKnown),
    variants: {},
    interval: "wilson",
    notes: { incomplete_records: sumOf(ticketsReopensUnknown) },
    missing: "incomplete_records",
  }),
  guardrails: ["avg_resolution_time"],
  target: null,
});
