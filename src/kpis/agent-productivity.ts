import { callsPerHour } from "./calls-per-hour.ts";
import { card } from "./card.ts";
import { defineKpi } from "./kpi.ts";
import { resourceUsage } from "./resource-usage.ts";
import { scheduleAdherence } from "./schedule-adherence.ts";
import { ticketVolume } from "./ticket-volume.ts";

const shown = [ticketVolume, callsPerHour, scheduleAdherence, resourceUsage] as const;

/** S3: call volume, contacts per hour, adherence to the schedule, and the use of scripts. */
export const agentProductivity = defineKpi({
  id: "agent_productivity",
  version: 1,
  title: {
    en: "Agent productivity",
    ko: "상담원 생산성",
    ru: "Продуктивность операторов",
    "zh-TW": "客服生產力",
  },
  aliases: ["productivity", "продуктивность оператора", "생산성"],
  meaning: {
    en: "A card of four figures: contacts, contacts handled per hour, schedule adherence, and script use. It has no score of its own.",
    ko: "문의량, 시간당 처리 건수, 일정 준수, 스크립트 사용의 네 수치를 나란히 보여 주는 표입니다. 하나로 합친 점수는 없습니다.",
    ru: "Карточка из четырёх показателей: обращения, обращения в час, соблюдение графика и использование скриптов. Общего балла нет.",
    "zh-TW": "並列四項數值：聯繫量、每小時處理量、班表遵守率與腳本使用率，沒有單一總分。",
  },
  formula: {
    en: "contact volume · contacts per hour · schedule adherence · script usage",
    ko: "문의량 · 시간당 처리 건수 · 일정 준수 · 스크립트 사용",
    ru: "количество обращений · обращений в час · соблюдение графика · использование скриптов",
    "zh-TW": "聯繫量 · 每小時處理量 · 班表遵守率 · 腳本使用率",
  },
  unit: "count",
  better: "neutral",
  kinds: ["calls", "tickets"],
  beside: ["shifts"],
  options: { kind: { type: "choice", values: ["calls", "tickets"] } },
  card: shown.map(({ id }) => id),
  measure: (options, settings) => card(shown, ticketVolume, options, settings),
  guardrails: ["csat", "fcr"],
  target: null,
});
