import { doneOfPlanned } from "./done-of-planned.ts";
import { defineKpi } from "./kpi.ts";

/** S2, goal 2: customers use nine channels on average. A milestone of the plan `channels` is one. */
export const channelCoverage = defineKpi({
  id: "channel_coverage",
  version: 1,
  title: {
    en: "Channel coverage",
    ko: "채널 지원 범위",
    ru: "Охват каналов",
    "zh-TW": "管道涵蓋率",
  },
  aliases: ["live channels", "채널 커버리지", "подключённые каналы"],
  meaning: {
    en: "How many of the planned contact channels were live by the end of the period.",
    ko: "계획한 연락 채널 가운데 기간이 끝날 때까지 운영을 시작한 비율입니다.",
    ru: "Сколько из запланированных каналов связи работало к концу периода.",
    "zh-TW": "期末時，規劃的聯絡管道中已上線的比例。",
  },
  formula: {
    en: "live channels ÷ planned channels",
    ko: "운영 중인 채널 ÷ 계획된 채널",
    ru: "работающие каналы ÷ запланированные каналы",
    "zh-TW": "已上線的管道 ÷ 規劃的管道",
  },
  unit: "percent",
  better: "higher",
  kinds: ["milestones"],
  options: {},
  measure: () => doneOfPlanned("channels"),
  guardrails: ["csat"],
  target: null,
});
