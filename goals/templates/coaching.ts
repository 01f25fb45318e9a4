import { defineTemplate } from "./template.ts";

/** S2, goal 12. */
export const coaching = defineTemplate({
  id: "coaching",
  title: {
    en: "Help agents grow",
    ko: "에이전트 성장 지원",
    ru: "Помогать сотрудникам расти",
    "zh-TW": "支持客服人員成長",
  },
  why: {
    en: "Agents who grow help customers better.",
    ko: "성장하는 상담원이 고객을 더 잘 돕습니다.",
    ru: "Растущие сотрудники лучше помогают клиентам.",
    "zh-TW": "持續成長的客服人員更能幫助客戶。",
  },
  kpi: "coaching_coverage",
  only: "",
  target: "+10pp",
  direction: "reach",
  guardrails: ["esat"],
  hint: {
    en: "The share of agents with a one-to-one in the week. Give more freedom as people grow.",
    ko: "그 주에 1:1 면담을 한 상담원의 비율입니다. 성장할수록 자율성을 넓혀 주세요.",
    ru: "Доля сотрудников, с которыми за неделю прошла личная встреча. Чем опытнее, тем больше свободы.",
    "zh-TW": "當週有一對一面談的客服比例。隨著成長給予更多自主。",
  },
});
