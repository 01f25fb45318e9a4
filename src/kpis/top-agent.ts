import { callsPerHour } from "./calls-per-hour.ts";
import { card } from "./card.ts";
import { csat } from "./csat.ts";
import { fcr } from "./fcr.ts";
import { defineKpi } from "./kpi.ts";

const shown = [fcr, callsPerHour, csat] as const;

/** S0: who could lead and who needs training. Much of it is luck, so it shows how sure each figure is. */
export const topAgent = defineKpi({
  id: "top_agent",
  version: 1,
  title: {
    en: "Agent scorecard",
    ko: "상담원 평가표",
    ru: "Карточка сотрудника",
    "zh-TW": "最佳客服",
  },
  aliases: [
    "top agents",
    "agent scorecard",
    "직원 고객 지원 최고",
    "최고의 고객 관리 직원",
    "лучший сотрудник",
    "客服評分卡",
  ],
  meaning: {
    en: "For each agent first contact resolution, contacts handled per hour, and satisfaction, with the range each likely lies in. It has no single score: agents differ less than it seems, and some are unlucky with their customers.",
    ko: "상담원별 최초 통화 해결률, 시간당 처리 건수, 고객 만족도를 각각의 신뢰 구간과 함께 보여 줍니다. 하나로 합친 점수는 없습니다. 상담원 간 차이는 보기보다 작고, 운이 나쁜 경우도 있습니다.",
    ru: "По каждому сотруднику: решение при первом обращении, обращений в час и удовлетворённость, с вероятным диапазоном. Общего балла нет: различия меньше, чем кажутся, и кому-то просто не повезло с клиентами.",
    "zh-TW":
      "每位客服的首次聯繫解決率、每小時處理量與滿意度，並列出各自的可能範圍。沒有單一總分：差異往往比看起來小，有人只是遇到較難的客戶。",
  },
  formula: {
    en: "by agent: first contact resolution · contacts per hour · customer satisfaction",
    ko: "상담원별: 최초 통화 해결률 · 시간당 처리 건수 · 고객 만족도",
    ru: "по сотрудникам: решение при первом обращении · обращений в час · удовлетворённость",
    "zh-TW": "依客服：首次聯繫解決率 · 每小時處理量 · 客戶滿意度",
  },
  unit: "percent",
  better: "higher",
  kinds: ["tickets", "calls"],
  beside: ["shifts", "surveys"],
  options: { kind: { type: "choice", values: ["tickets", "calls"] } },
  card: shown.map(({ id }) => id),
  by: "agent",
  measure: (options, settings) => card(shown, callsPerHour, options, settings),
  guardrails: ["esat"],
  target: null,
});
