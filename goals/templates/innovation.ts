import { defineTemplate } from "./template.ts";

/** S2, goal 11. */
export const innovation = defineTemplate({
  id: "innovation",
  title: {
    en: "Innovate with the industry",
    ko: "업계와 함께 혁신",
    ru: "Обновляться вместе с отраслью",
    "zh-TW": "與產業一同創新",
  },
  why: {
    en: "New tools make help easier for customers.",
    ko: "새로운 도구로 고객이 더 쉽게 도움을 받습니다.",
    ru: "Новые инструменты облегчают клиентам получение помощи.",
    "zh-TW": "新工具讓客戶更容易獲得協助。",
  },
  kpi: "milestone",
  only: "plan:technology",
  target: "100 %",
  direction: "reach",
  guardrails: ["csat"],
  hint: {
    en: "It counts milestones of the plan “technology”. 92 % like co-browsing.",
    ko: "“technology” 계획의 마일스톤을 셉니다. 92%가 코브라우징에 만족합니다.",
    ru: "Считаются вехи плана «technology». Совместный просмотр нравится 92 %.",
    "zh-TW": "計算「technology」計畫的里程碑。92% 的人滿意共同瀏覽。",
  },
});
