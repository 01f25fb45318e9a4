import { ticketsOpen } from "./inputs-tickets.ts";
import { sumOf } from "./inputs.ts";
import { defineKpi } from "./kpi.ts";

/** A stock, not a flow: what was created before the end of the period and not solved at it. */
export const backlog = defineKpi({
  id: "backlog",
  version: 1,
  title: {
    en: "Open backlog",
    ko: "미해결 건수",
    ru: "Открытые обращения",
    "zh-TW": "未結工單",
  },
  aliases: ["backlog", "open tickets"],
  meaning: {
    en: "How many tickets were open at the end of the period.",
    ko: "기간이 끝난 시점에 아직 열려 있던 티켓 수입니다.",
    ru: "Сколько обращений оставалось открытыми на конец периода.",
    "zh-TW": "期間結束時仍未解決的工單數。",
  },
  formula: {
    en: "tickets created before the end and not solved at it",
    ko: "종료 시점 이전에 생성되어 그때까지 해결되지 않은 티켓 수",
    ru: "обращения, созданные до конца периода и не решённые к нему",
    "zh-TW": "在期末之前建立且期末仍未解決的工單數",
  },
  unit: "count",
  better: "lower",
  kinds: ["tickets"],
  options: {},
  measure: () => ({
    value: { take: "sum", terms: sumOf(ticketsOpen) },
    sample: sumOf(ticketsOpen),
    variants: {},
    interval: null,
    notes: {},
  }),
  guardrails: ["reopen_rate", "csat"],
  target: null,
});
