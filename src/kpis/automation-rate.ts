import { ticketsBotUnknown, ticketsSolvedByBot, ticketsWithBot } from "./inputs-tickets.ts";
import { sumOf } from "./inputs.ts";
import { defineKpi } from "./kpi.ts";
import { share } from "./share.ts";

/** S2, goal 9: bots supplement people, so it is read beside satisfaction and reopens. */
export const automationRate = defineKpi({
  id: "automation_rate",
  version: 1,
  title: {
    en: "Automation rate",
    ko: "자동화율",
    ru: "Доля решённых ботом",
    "zh-TW": "自動化解決率",
  },
  aliases: ["bot resolution", "bot solved", "봇 해결률", "автоматизация", "機器人解決率"],
  meaning: {
    en: "The share of conversations with a bot that the bot solved without an agent.",
    ko: "봇이 참여한 대화 가운데 상담원 없이 봇이 해결한 비율입니다.",
    ru: "Доля диалогов с ботом, которые бот решил без сотрудника.",
    "zh-TW": "有機器人參與的對話中，無須客服即由機器人解決的比例。",
  },
  formula: {
    en: "conversations solved by the bot ÷ conversations with a bot",
    ko: "봇이 해결한 대화 ÷ 봇이 참여한 대화",
    ru: "диалоги, решённые ботом ÷ диалоги с ботом",
    "zh-TW": "機器人解決的對話 ÷ 有機器人參與的對話",
  },
  unit: "percent",
  better: "higher",
  kinds: ["tickets"],
  options: {},
  measure: () => ({
    value: share(sumOf(ticketsSolvedByBot), sumOf(ticketsWithBot)),
    sample: sumOf(ticketsWithBot),
    variants: {},
    interval: "wilson",
    notes: { incomplete_records: sumOf(ticketsBotUnknown) },
    missing: "incomplete_records",
  }),
  guardrails: ["csat", "reopen_rate"],
  target: null,
});
